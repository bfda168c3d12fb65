"""One style sheet for the frame, joined from Material's and ours, without Material's rules for what
no page has, and without what it sets for nobody.
"""

import re
from collections.abc import Iterable

# A rule without others inside it; a block that is empty once its rules are gone; a named thing in a
# selector, and its opposite.
RULE = re.compile(r"(?<=[{}])([^{}@]+)\{[^{}]*\}")
EMPTY_RULE = re.compile(r"@(?:media|supports)[^{}]*\{\}")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)|\[(?:data-md-color-\w+=|dir=(?=rtl))([\w-]+)\]")
NOT = re.compile(r":not\([^()]*\)")
CSS_COMMENT = re.compile(r"/\*.*?\*/|^@charset [^;]*;", re.S)
# A variable that is read, and one that is set.
READ = re.compile(r"var\(\s*(--[\w-]+)")
SET = re.compile(r"(?<=[;{])(--[\w-]+):(?:url\('[^']*'\)|url\(\"[^\"]*\"\)|[^;{}])*;?")
# What a page may have: the classes in its markup, and any word in what writes markup.
CLASSES, WORD = re.compile(r'class="([^"]*)"'), re.compile(r"[\w-]+")


def classes(pages: Iterable[str], sources: Iterable[str]) -> set[str]:
    """What the classes of finished `pages` may be, and of what templates and scripts, the
    `sources`, add to them.
    """
    found = {given for page in pages for given in CLASSES.findall(page)}
    return {name for given in found for name in given.split()}.union(
        *(WORD.findall(source) for source in sources)
    )


def without(sheet: str, used: set[str]) -> str:
    """The sheet without rules that can apply to nothing: each of their selectors wants a class that
    is not in use.
    """

    def kept(rule: re.Match[str]) -> str:
        selectors = NOT.sub("", rule[1]).split(",")
        if all(any((a or b) not in used for a, b in CLASS.findall(one)) for one in selectors):
            return ""
        return rule[0]

    # A brace in front, so that the first rule has one before it as all others do.
    return EMPTY_RULE.sub("", RULE.sub(kept, "}" + CSS_COMMENT.sub("", sheet)))[1:]


def joined(
    material: Iterable[str], ours: Iterable[str], used: set[str], others: Iterable[str] = ()
) -> str:
    """Material's sheets in their order, then ours, as they would be loaded one by one.

    `others` are those that some pages load too: they may read what Material sets.
    """
    theirs = [without(sheet, used) for sheet in material]
    own = [CSS_COMMENT.sub("", sheet) for sheet in ours]
    read = {name for sheet in (*theirs, *own, *others) for name in READ.findall(sheet)}
    kept = (SET.sub(lambda found: found[0] if found[1] in read else "", one) for one in theirs)
    return "".join(f"{sheet.strip()}\n" for sheet in (*kept, *own))
