"""What is a person's own, and stands nowhere on the site: mobile numbers and private mailboxes."""

import re

# Where people have mail of their own: no address there is one at work.
PRIVATE = (
    "gmail.com",
    "hotmail.com",
    "hotmail.no",
    "outlook.com",
    "live.no",
    "live.com",
    "online.no",
    "yahoo.com",
    "yahoo.no",
    "icloud.com",
    "me.com",
    "proton.me",
    "protonmail.com",
    "getmail.no",
)
PHONE_NUMBER = re.compile(
    r"(?<![\w/.=-])(?:(?:\+|00)47[^\S\n]?)?(?![0-9]{2}[.\s]000)"
    r"(?:(?:[0-9][^\S\n]?){7}[0-9]|[0-9]{2,3}(?:[.-][0-9]{2,3}){2,3})(?![\w-]|\.[0-9])"
)
MAILBOX = re.compile(r"(?<![\w.%+-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)+")
MOBILE = "«{value}» ser ut som et mobilnummer. Vi viser bare fasttelefon på jobben"
PRIVATE_MAILBOX = "«{value}» ser ut som en privat adresse. Vi viser bare jobbadresser"


def private_mailbox(address: str) -> bool:
    """Whether an address is at one of the places where people have mail of their own."""
    return address.rpartition("@")[2].lower() in PRIVATE


def is_mobile(number: str) -> bool:
    """Whether a Norwegian number is of the kind that one carries about."""
    digits = re.sub(r"\D", "", number)
    return len(digits) in (8, 10, 12) and digits[-8] in "49"
