"""The site as it is published: what its calendars say now, and whether those who fetch them get
them.
"""
