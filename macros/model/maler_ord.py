"""The words around a template's own: labels, buttons and notes, in both written forms."""

from collections.abc import Mapping
from datetime import date

from macros.model.maler import Mal
from macros.model.malform import Sprak
from macros.model.ordninger import Ordning

_ORD = {
    "for_hvem": ("For hvem", "For kven"),
    "nar": ("Når", "Når"),
    "laget_for": ("Fra", "Frå"),
    "kilde": ("Kilde", "Kjelde"),
    "merk": ("Merk", "Merk"),
    "rad": ("Råd", "Råd"),
    "valgfri": ("valgfri", "valfri"),
    "valgfritt": ("valgfritt", "valfritt"),
    "dato": ("Dato", "Dato"),
    "skriv_her": ("Skriv her", "Skriv her"),
    "velg_dato": ("Velg dato", "Vel dato"),
    "side": ("Side", "Side"),
    "av": ("av", "av"),
    "for_start": ("Før dere begynner", "Før de byrjar"),
    "uoffisiell": ("Ikke offisielt skjema", "Ikkje offisielt skjema"),
    "forbereder": (
        "Bruk arket til å forberede dere, og send inn det offisielle skjemaet.",
        "Bruk arket til å førebu dykk, og send inn det offisielle skjemaet.",
    ),
    "skjema_avsluttet": (
        "Det offisielle skjemaet hørte til ordningen som er avsluttet.",
        "Det offisielle skjemaet høyrde til ordninga som er avslutta.",
    ),
    "offisielt": ("Det offisielle skjemaet", "Det offisielle skjemaet"),
    "uten_lenke": (
        "Vi har ikke fått adressen til det offisielle skjemaet.",
        "Vi har ikkje fått adressa til det offisielle skjemaet.",
    ),
    "avsluttet": ("Ordningen er avsluttet.", "Ordninga er avslutta."),
    "avsluttede": ("Ordningene er avsluttet.", "Ordningane er avslutta."),
    "nytt": ("Se hva som gjelder nå", "Sjå kva som gjeld no"),
    "gammelt": ("avsluttet", "avslutta"),
    "forbehold": ("forbehold", "atterhald"),
    "kilder": ("Kilder", "Kjelder"),
    "arshjul": ("Fra årshjulet", "Frå årshjulet"),
    "fyll_ut": ("Fyll ut i nettleseren", "Fyll ut i nettlesaren"),
    "word": ("Last ned tom Word-fil (.docx)", "Last ned tom Word-fil (.docx)"),
    "papir": (
        "Eller skriv ut denne siden, og fyll ut på papir",
        "Eller skriv ut denne sida, og fyll ut på papir",
    ),
    "annen_form": ("Les på nynorsk", "Les på bokmål"),
    "tilbake": ("Les malen med råd og kilder", "Les malen med råd og kjelder"),
    "selvsjekk": (
        "Selvsjekk: de fire sentrale spørsmålene",
        "Sjølvsjekk: dei fire sentrale spørsmåla (på bokmål)",
    ),
    "lagres_her": (
        "Det du skriver, lagres bare på denne enheten.",
        "Det du skriv, blir lagra berre på denne eininga.",
    ),
    "lagres_mer": (
        (
            "Ingenting sendes til oss eller andre. Bruker flere den samme maskinen, sletter du alt"
            " når du er ferdig."
        ),
        (
            "Ingenting blir sendt til oss eller andre. Bruker fleire den same maskina, slettar du"
            " alt når du er ferdig."
        ),
    ),
    "uten_skript": (
        (
            "Skjemaet trenger JavaScript for å ta vare på det du skriver. Bruk heller Word-filen,"
            " eller skriv ut malen og fyll den ut på papir."
        ),
        (
            "Skjemaet treng JavaScript for å ta vare på det du skriv. Bruk heller Word-fila, eller"
            " skriv ut malen og fyll han ut på papir."
        ),
    ),
    "skriv_ut": ("Skriv ut", "Skriv ut"),
    "last_ned": ("Last ned som Word-fil (.docx)", "Last ned som Word-fil (.docx)"),
    "slett": ("Slett alt", "Slett alt"),
    "rad_til": ("Legg til en rad", "Legg til ei rad"),
    "rad_nummer": ("rad", "rad"),
    "skrevet_ut": ("Skrevet ut", "Skrive ut"),
    "bekreft": (
        "Vil du slette alt du har skrevet i dette skjemaet? Det kan ikke angres.",
        "Vil du slette alt du har skrive i dette skjemaet? Det kan ikkje gjerast om.",
    ),
    "slettet": ("Alt er slettet fra denne enheten.", "Alt er sletta frå denne eininga."),
    "lagret": ("Lagret på denne enheten.", "Lagra på denne eininga."),
    "ikke_lagret": (
        "Nettleseren lar oss ikke lagre. Skriv ut eller last ned før du lukker siden.",
        "Nettlesaren lèt oss ikkje lagre. Skriv ut eller last ned før du lukkar sida.",
    ),
    "lastet_ned": ("Word-filen er laget og lastet ned.", "Word-fila er laga og lasta ned."),
    "ikke_lastet_ned": (
        "Word-filen kunne ikke lages. Prøv igjen når du har nett, eller skriv ut.",
        "Word-fila kunne ikkje lagast. Prøv igjen når du har nett, eller skriv ut.",
    ),
    "rad_lagt_til": ("En ny rad er lagt til.", "Ei ny rad er lagd til."),
}


def ordene(sprak: Sprak) -> Mapping[str, str]:
    """Every word in one of the two."""
    return {key: both[sprak == "nn"] for key, both in _ORD.items()}


def fra_og_til(mal: Mal, ordninger: Mapping[str, Ordning], today: date, sprak: Sprak) -> str:
    """«Fra Ordningen, 2023–2024. Ordningen er avsluttet.»: what whoever meets the template anywhere
    must be told.
    """
    words = ordene(sprak)
    made_for = f"{words['laget_for']} {mal.laget_for(ordninger)}."
    if not mal.er_avsluttet(ordninger, today):
        return made_for
    return f"{made_for} {words['avsluttet' if len(mal.ordning) == 1 else 'avsluttede']}"
