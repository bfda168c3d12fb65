"""What the site knows: frozen records with their places, and the questions that they answer.

No files, no HTML.
"""
