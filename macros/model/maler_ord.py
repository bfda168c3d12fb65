"""The words around a template's own: labels, buttons and notes, in both written forms."""

from collections.abc import Mapping, Sequence
from datetime import date

from macros.model.listing import listing
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
        "Det offisielle skjemaet hørte til en ordning som er avsluttet.",
        "Det offisielle skjemaet høyrde til ei ordning som er avslutta.",
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
    "fyll_ut": ("Fyll ut i nettleseren", "Fyll ut i nettlesaren"),
    "word": ("Last ned tom Word-fil (.docx)", "Last ned tom Word-fil (.docx)"),
    "papir": (
        "Eller skriv ut denne siden, og fyll ut på papir",
        "Eller skriv ut denne sida, og fyll ut på papir",
    ),
    "annen_form": ("Les på nynorsk", "Les på bokmål"),
    "tilbake": ("Les malen med råd og kilder", "Les malen med råd og kjelder"),
    "selvsjekk": (
        "Selvsjekk: de sentrale spørsmålene",
        "Sjølvsjekk: dei sentrale spørsmåla",
    ),
    "skole_eller_nettverk": ("Skole eller nettverk", "Skule eller nettverk"),
    "tiltak": ("Tiltak", "Tiltak"),
    "svar_pa": ("Svar på spørsmål", "Svar på spørsmål"),
    "fase_for_fase": ("fase for fase", "fase for fase"),
    "fase": ("Fase", "Fase"),
    "planlegging": ("Planlegging", "Planlegging"),
    "gjennomforing": ("Gjennomføring", "Gjennomføring"),
    "evaluering": ("Evaluering", "Evaluering"),
    "pa_plass": ("På plass", "På plass"),
    "i_gang": ("I gang", "I gang"),
    "ikke_begynt": ("Ikke begynt", "Ikkje byrja"),
    "slik": ("Slik gjør vi det", "Slik gjer vi det"),
    "sporsmalene": ("Spørsmålene", "Spørsmåla"),
    "omradene": ("Områdene under dem", "Områda under dei"),
    "inndelingen": (
        "Inndelingen i faser og avkryssingen er vår.",
        "Inndelinga i fasar og avkryssinga er vår.",
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
    return fra([ordninger[id] for id in mal.ordning], mal.tidfesting, today, sprak)


def fra(ordninger: Sequence[Ordning], when: str, today: date, sprak: Sprak) -> str:
    """The same of anything that was made for these schemes."""
    words = ordene(sprak)
    made_for = f"{words['laget_for']} {listing(one.kortnavn for one in ordninger)}, {when}."
    if not all(one.status(today) == "avsluttet" for one in ordninger):
        return made_for
    return f"{made_for} {words['avsluttet' if len(ordninger) == 1 else 'avsluttede']}"
