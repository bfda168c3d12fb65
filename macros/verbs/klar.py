"""The verb that says what is missing before the site may go out."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from macros.judging import read_data
from macros.model.data import Data
from macros.problems import DataError
from macros.settings import Settings, from_environment, has_clock, is_shallow

# What nobody but the owner can fill in, in data/nettsted.yml.
OWNERS = {
    "redaktor": "ansvarlig redaktør",
    "henvendelser": "adressen for henvendelser",
    "sikkerhet": "adressen for meldinger om sikkerhetsfeil",
    "tilgjengelighetserklaering": "tilgjengelighetserklæringen",
    "behandlingsansvarlig": "hvem som er behandlingsansvarlig",
    "behandlingsgrunnlag": "grunnlaget for å vise personopplysninger",
    "lagringstid": "hvor lenge personopplysninger vises",
    "retting": "adressen der man ber om å bli rettet eller slettet",
    "lisens": "lisensen for opplysningene",
}
# What stands on GitHub alone, and no program here can read.
REPOSITORY = (
    "Krev godkjenning og grønn kontroll før noe kan slås sammen med main",
    "Slå på «Dismiss stale pull request approvals when new commits are pushed»",
    "Slå på «Require approval of the most recent reviewable push»",
    "Slå på «Require review from Code Owners»",
    "Slå på «Private vulnerability reporting»",
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--bare-adressen",
        action="store_true",
        help="se bare på adressen, som ingen kan abonnere på hvis den er din egen maskin",
    )


def run(root: Path, arguments: Namespace) -> int:
    """si hva som mangler før nettstedet kan legges ut"""
    if arguments.bare_adressen:
        settings = from_environment(root)
        if not settings.er_offentlig:
            print(
                f"SITE_URL er «{settings.site_url}». Sett den offentlige adressen, med https://",
                file=sys.stderr,
            )
        return int(not settings.er_offentlig)
    missing = list(lacks(root, read_data(root), from_environment(root)))
    print(told(missing))
    return int(bool(missing))


def lacks(root: Path, data: Data, settings: Settings) -> Iterator[str]:
    """Each thing that is missing, and where it is filled in."""
    if not settings.er_offentlig:
        yield "SITE_URL: den offentlige adressen, med https://"
    yield from (
        f"data/nettsted.yml: {words} («{field}»)"
        for field, words in OWNERS.items()
        if not getattr(data.nettsted, field)
    )
    owners = root / ".github" / "CODEOWNERS"
    lines = owners.read_text("utf-8").splitlines() if owners.is_file() else []
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        yield ".github/CODEOWNERS: hvem som ser over en endring"
    choices = root / ".github" / "ISSUE_TEMPLATE" / "config.yml"
    form = f"{settings.site_url}rediger/"
    if settings.er_offentlig and not (choices.is_file() and form in choices.read_text("utf-8")):
        yield (
            ".github/ISSUE_TEMPLATE/config.yml: veien fra GitHub til skjemaet, som «contact_links:"
            f' [{{name: Meld en endring, about: Skjemaet på nettstedet, url: "{form}"}}]»'
        )
    if is_shallow(root):
        yield "git: hele historikken (git fetch --unshallow), for dataenes dato er siste endring"
    if not has_clock(root):
        yield (
            "git svarte ikke når dataene sist ble endret: dagen er tatt fra den nyeste filen i"
            " data/. Rett git, eller sett SOURCE_DATE_EPOCH"
        )
    if not settings.repo_url:
        yield (
            "git svarte ikke hvor prosjektet ligger: sidene har ingen lenker til GitHub. Rett git"
            " (git remote -v), eller sett REPO_URL"
        )


def told(missing: list[str]) -> str:
    """As one reads it: what is missing, and what must be looked at on GitHub."""
    lines = (
        ["Ikke klart til å legges ut. Dette mangler:", *(f"  - {part}" for part in missing)]
        if missing
        else ["Klart til å legges ut."]
    )
    lines += ["Se selv etter på GitHub, for det kan ikke leses herfra:"]
    return "\n".join([*lines, *(f"  - {part}" for part in REPOSITORY)])


def last_lines(root: Path) -> None:
    """The same after a build, which it does not stop."""
    with suppress(DataError):
        missing = list(lacks(root, read_data(root), from_environment(root)))
        if missing:
            print(f"\n{told(missing)}", file=sys.stderr)
