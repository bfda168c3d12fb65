"""The page where one tells of a change: what does not need a script, and where the script finds the
rest.
"""

from macros.pages.view import View

# What the script reads, below the site.
FORM_DATA = "rediger/opplysninger.json"


def rediger(view: View) -> str:
    """The form's frame; the script fills it from the data, and writes a text that the program can
    read.
    """
    return view.html(
        "rediger.html.jinja",
        address=FORM_DATA,
        repo=view.settings.repo_url,
        post=view.data.nettsted.henvendelser,
    )
