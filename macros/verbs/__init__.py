"""One file for each verb, named as the verb («hent-kalendere»: hent_kalendere.py).

`run` does it and gives the exit code, its docstring is the line that lists it, `add_arguments` says
what it takes.
"""
