"""Nasjonalt skoleregister → data/skoler.yml: ask, judge the answer, merge by organisation number,
tell what is new and what is missing.
"""
