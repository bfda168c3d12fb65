"""What people type, and what must come first: in the finder and in the site search.

A page, a person or a school that is no longer there is no longer asked for.
"""

import json
from itertools import product
from random import Random

import pytest
from conftest import ROOT
from playwright.sync_api import expect

from macros.reading.load import load

# Typed → the page that must come first, in both.
ASKED = {
    "Trondheim kommune": "finn/trondheim/",
    "Orkland kommune": "finn/orkland/",
    "Orkland kom": "finn/orkland/",
    "snåsa kommune": "finn/snasa/",
    "Snåase": "finn/snasa/",
    "Raarvihke": "finn/royrvik/",
    "Indre Fosen kommune": "finn/indre-fosen/",
    "indrefosen": "finn/indre-fosen/",
    "Rosse-Røros": "finn/roros/",
    "roros": "finn/roros/",
    "orland": "finn/orland/",
    "afjord": "finn/afjord/",
    "Aafjord": "finn/afjord/",
    "snasa": "finn/snasa/",
    "royrvik": "finn/royrvik/",
    "STEINKJER": "finn/steinkjer/",
    "Midtre-Gauldal": "finn/midtre-gauldal/",
    "Trondeim": "finn/trondheim/",
    "trondhiem": "finn/trondheim/",
    "stjørdall": "finn/stjordal/",
    "Roan": "finn/afjord/",
    "verran": "finn/steinkjer/",
    "fosnes": "finn/namsos/",
    "hvem er up1 for orkland": "finn/orkland/",
    "hvem er utviklingspartner i Orkland": "finn/orkland/",
    "hvem kan hjelpe oss i frøya": "finn/froya/",
    "up1 trondheim": "finn/trondheim/",
    "fylkeskommunen": "finn/trondelag-fylkeskommune/",
    "Trøndelag fylkeskommune": "finn/trondelag-fylkeskommune/",
    "vgs": "finn/trondelag-fylkeskommune/",
    "videregående": "finn/trondelag-fylkeskommune/",
    "friskoler": "finn/",
    "Værnes": "nettverk/vaernesregionen/",
    "vaernes": "nettverk/vaernesregionen/",
    "Trondheim og Malvik": "nettverk/trondheim-malvik/",
    "Fosen": "nettverk/fosen/",
    "nettverk fosen": "nettverk/fosen/",
    "representant fosen": "nettverk/fosen/",
    "ytre namdal": "nettverk/ytre-namdal/",
    "ytrenamdl": "nettverk/ytre-namdal/",
    "Helen Murray": "kontakt/#helen-murray",
    "Mette Meidell": "kontakt/#mette-meidell",
    "meidell": "kontakt/#mette-meidell",
    "dekom": "ordninger/dekom/",
    "rekom": "ordninger/rekom/",
    "kompetanseløftet": "ordninger/kompetanseloftet/",
    "oppfølgingsordningen": "ordninger/oppfolgingsordningen/",
    "årshjul": "arshjul/",
    "arshjul": "arshjul/",
    "frister": "arshjul/",
    "neste frist": "arshjul/",
    "søknadsfrist": "arshjul/",
    "møter": "arshjul/",
    "kalender": "arshjul/abonner/",
    "abonnere": "arshjul/abonner/",
    "behovsmelding": "maler/behovsmelding/",
    "skriveramme": "maler/skriveramme/",
    "selvsjekk": "maler/selvsjekk/",
    "maler": "maler/",
    "saksgang": "saksgang/",
    "hva koster up1": "roller/",
    "hva gjør up2": "roller/",
    "samarbeidsforum medlemmer": "roller/samarbeidsforum/",
    "nordland": "roller/nordland/",
    "egenandel": "na/#barnehage-og-grunnskole",
    "ny ordning": "na/",
    "last ned excel": "om/apne-data/",
    "csv": "om/apne-data/",
    "personvern": "om/personvern/",
    "det doble formålet": "begreper/#det-doble-formalet",
    "PPT": "na/#barnehage-og-grunnskole",
    "barnehage": "na/#barnehage-og-grunnskole",
    "barnehager i Trondheim": "na/#barnehage-og-grunnskole",
    "pp-tjeneste": "na/#barnehage-og-grunnskole",
    # Kommuner as people write them, and those that were merged.
    "Tråante": "finn/trondheim/",
    "Stïentje": "finn/steinkjer/",
    "  TRONDHEIM KOMMUNE  ": "finn/trondheim/",
    "frøyakommune": "finn/froya/",
    "frøya-kommune": "finn/froya/",
    "oppdal kommune up1": "finn/oppdal/",
    "melhuss": "finn/melhus/",
    "steinkjær": "finn/steinkjer/",
    "levager": "finn/levanger/",
    "Rissa": "finn/indre-fosen/",
    "Bjugn": "finn/orland/",
    "Leksvik": "finn/indre-fosen/",
    "Hemne": "finn/heim/",
    "Vikna": "finn/naeroysund/",
    "Nærøy": "finn/naeroysund/",
    "Agdenes": "finn/orkland/",
    "ppt orkland": "finn/orkland/",
    # Questions, in dialect and in nynorsk too.
    "hvem er vår up1": "finn/",
    "skolen vår": "finn/",
    "hvem er utviklingspartner for Frøya": "finn/froya/",
    "hvem er up 1 i selbu?": "finn/selbu/",
    "kem e up1 i Frøya": "finn/froya/",
    "kven er utviklingspartnar i Røros": "finn/roros/",
    "hvem bestemmer": "saksgang/",
    "hvem sitter i samarbeidsforum": "roller/samarbeidsforum/",
    "når er fristen for å søke": "arshjul/",
    "søke penger": "na/",
    "tilskudd": "na/",
    "kontaktinfo": "kontakt/",
    "avtale": "maler/samarbeidsavtale/",
    "desentralisert ordning": "ordninger/dekom/",
    "hva er dekom": "ordninger/dekom/",
    "regional ordning": "ordninger/rekom/",
    "kollektiv kompetanseutvikling": "ordninger/kollektiv-kompetanseutvikling/",
    # People, institutions and forms.
    "Mette": "kontakt/#mette-meidell",
    "Postholm": "kontakt/#may-britt-postholm",
    "Murray, Helen": "kontakt/#helen-murray",
    "NTNU": "kontakt/#ntnu",
    "statped": "kontakt/#statped",
    "statsforvalteren": "begreper/#statsforvalteren",
    "Statsforvalteren i Trøndelag": "kontakt/#statsforvalteren",
    "førebuing til behovsmelding": "maler/behovsmelding/nn/",
    # Levels and owners without a place, words that say little, slips in words that lead somewhere.
    "grunnskole": "finn/",
    "private skoler": "finn/",
    "hvilket nettverk er vi i": "finn/",
    "hvilket nettverk er Selbu i": "finn/selbu/",
    "UP1 vgs": "finn/trondelag-fylkeskommune/",
    "hvem er up1 for videregående": "finn/trondelag-fylkeskommune/",
    "fylkeskommunens skoler": "finn/trondelag-fylkeskommune/",
    "fylkeskomunen": "finn/trondelag-fylkeskommune/",
    "PPT Fosen": "nettverk/fosen/",
    "7030 trondheim": "finn/trondheim/",
    "trondhjem": "finn/trondheim/",
    "orkdal": "finn/orkland/",
    "Klæbu": "finn/trondheim/",
    "Meldal kommune": "finn/orkland/",
    "nettverket for videregående skoler": "nettverk/videregaende/",
    "avtale på nynorsk": "maler/samarbeidsavtale/",
    "langsiktig plan for nettverket": "begreper/#langsiktig-plan-for-nettverket",
    "oppvekstsjef": "roller/aktorer/",
    "hvem kan jeg ringe": "kontakt/",
    "adresse": "kontakt/",
    "når starter årshjulet": "arshjul/",
    "søknadfrist": "arshjul/",
    "kalendr": "arshjul/abonner/",
    "søknadsskjema": "maler/",
    "er dekom slutt": "ordninger/dekom/",
    "hvor mye penger får vi": "na/",
    "fylkesmannen": "begreper/#statsforvalteren",
    "cecilie skålvik": "kontakt/#cecilie-skaalvik",
    "skriveramme nynorsk": "maler/skriveramme/nn/",
}
# Typed → the school, as the list calls it.
SCHOOLS = {
    "årlivoll": "Årlivoll skole",
    "arlivoll skole": "Årlivoll skole",
    "Haltdalen": "Haltdalen oppvekstsenter",
    "Holtålen kommune Haltdalen oppvekstsenter": "Haltdalen oppvekstsenter",
    "åsveien": "Åsveien skole",
    "Åsveien skole og ressurssenter": "Åsveien skole",
    "huseby barneskole": "Huseby barneskole",
    "huseby ungdomsskole": "Huseby ungdomsskole",
    "skogn": "Skogn barne- og ungdomsskole",
    "sko": "Skogn barne- og ungdomsskole",
    "Drivdalen skole": "Drivdalen skole",
    "hommelvik ungdomsskole": "Hommelvik ungdomsskole",
    "brundalen": "Brundalen skole",
    "verdalsora ungdomsskole": "Verdalsøra ungdomsskole",
    "knarrlagsund": "Knarrlagsund oppvekstsenter",
    "ogndal": "Ogndal skole",
    "Bratsberg": "Bratsberg skole",
    "Dyrøy": "Dyrøy oppvekstsenter",
    "ytterøy skole": "Ytterøy barne- og ungdomsskole",
    "høyeggen": "Høyeggen skole",
    "hoyegen": "Høyeggen skole",
    "byafossen": "Byafossen skole",
    "frøya ungdomsskole": "Frøya ungdomsskole",
    "gåsbakken": "Gåsbakken skole og barnehage",
    "jøa": "Jøa barne- og ungdomsskole",
    "haraldreina": "Haraldreina skole",
    "Røros skole": "Røros skole",
    "rindal skole": "Rindal skole",
    "meldal skole": "Meldal barne- og ungdomsskole",
    "testman minne": "Testmann Minne skole",
    "steinkjer videregående": "Steinkjer videregående skole",
    "heimdal vgs": "Heimdal videregående skole",
    "thora storm": "Thora Storm videregående skole",
    "charlottenlund vgs": "Charlottenlund videregående skole",
    "kyrksæterøra vgs": "Kyrksæterøra videregående skole",
    "ytre namdal vgs": "Ytre Namdal videregående skole",
    "Steinerskolen i Trondheim": "Steinerskolen i Trondheim",
    "trondheim toppidrett": "Trondheim Toppidrettsgymnas",
    "Momo waldorfskole AS": "Momo Waldorf skole AS",
    "975268802": "Steinkjer skole",
    "975 268 802": "Steinkjer skole",
    "malmskole": "Malm skole",
    "Skogn Levanger": "Skogn barne- og ungdomsskole",
    "byåsen vgs": "Byåsen videregående skole",
    "Steienrskolen i Trondheim": "Steinerskolen i Trondheim",
    "Oppda ungdomsskole": "Oppdal ungdomsskole",
    # With its kommune, or with words that say nothing: the level decides between namesakes.
    "Huseby ungdomsskole Trondheim": "Huseby ungdomsskole",
    "up1 huseby ungdomsskole": "Huseby ungdomsskole",
    "hvem er utviklingspartner for Orkanger ungdomsskole?": "Orkanger ungdomsskole",
    "ungdomskole orkanger": "Orkanger ungdomsskole",
    "Klæbu ungdomsskole i Trondheim kommune": "Klæbu ungdomsskole",
    "Namsskogan kommune Namsskogan skole": "Namsskogan skole",
    "Gauldal videregående skole Midtre Gauldal": "Gauldal videregående skole",
    "up1 gauldal vgs": "Gauldal videregående skole",
    "Mære skole Steinkjer": "Mære skole",
    "Aa skole Orkland": "Aa skole",
    "Heimdal Friskole AS": "Heimdal Friskole",
    "Fillan skole Hitra kommune": "Fillan skole",
    "lekabarneogungdomsskole": "Leka barne- og ungdomsskole",
    "vidaregående levanger": "Levanger videregående skole",
    "saemien skuvle": "Åarjel-Saemiej Skuvle",
}
# Typed → what is said.
SAID = {
    "surnadal": "Surnadal ligger ikke i Trøndelag. Nettstedet gjelder bare kommunene der.",
    "bodø": "Bodø ligger ikke i Trøndelag. Nettstedet gjelder bare kommunene der.",
    "Kristiansun": "Kristiansund ligger ikke i Trøndelag. Nettstedet gjelder bare kommunene der.",
    "Trondeim": "Ingen treff på «Trondeim». Mente du Trondheim?",
    "qqqq": "Ingen treff på «qqqq». Skriv navnet på en kommune, en skole eller et nettverk.",
    "vgs i Bodø": "Bodø ligger ikke i Trøndelag. Nettstedet gjelder bare kommunene der.",
    "Mo i Rana": "Rana ligger ikke i Trøndelag. Nettstedet gjelder bare kommunene der.",
    "7010": (
        "Ingen treff på «7010». Søket kjenner ikke postnumre. Skriv navnet på kommunen eller"
        " skolen."
    ),
    "🙂": "Skriv navnet på en kommune, en skole eller et nettverk.",
    "<script>alert(1)</script>": (
        "Ingen treff på «<script>alert(1)</script>». Skriv navnet på en kommune, en skole eller et"
        " nettverk."
    ),
    "   ": "",
}
# Words that ask for the schools of a place → which they are.
LEVELS = {
    "vgs": lambda skole: "videregaende" in skole.trinn,
    "barneskole": lambda skole: "grunnskole" in skole.trinn,
    "skoler i": lambda skole: True,
}
# Try another one by hand; any must do.
SEED = 20261128
# The addresses and words of what stands there at once for each question.
DRAWN = """(field, [selector, questions]) => questions.map((typed) => {
  field.value = typed
  field.dispatchEvent(new Event("input", { bubbles: true }))
  return [...document.querySelectorAll(selector)].map((link) =>
    [link.href.slice(location.origin.length + 1), link.textContent])
})"""


@pytest.fixture(scope="module")
def names(real_site):
    """Name → addresses, of all that the search knows by name."""
    found = {}
    groups = json.loads((real_site / "sok" / "navn.json").read_text("utf-8"))["grupper"]
    for treff in (treff for _, group in groups for treff in group):
        found.setdefault(treff[0], set()).add(treff[1])
    return found


def ready(page, field, list_):
    """Ask once, so that all that comes later is answered at once."""
    page.locator(field).fill("x")
    expect(page.locator(list_[0])).not_to_be_empty()


def hits(page, field, list_, questions):
    """What is drawn at once for each question: addresses and words."""
    ready(page, field, list_)
    asked = list(questions)
    found = page.locator(field).evaluate(DRAWN, [list_[1], asked])
    return dict(zip(asked, found, strict=True))


def ask(page, field, list_, questions):
    """What comes first for each question."""
    found = hits(page, field, list_, questions)
    return {typed: drawn[0][0] if drawn else None for typed, drawn in found.items()}


IN_FINDER = ("#finn-k", ("#finn-treff", ".finner .sok-liste a"))
IN_SEARCH = ("#sok-felt", ("#sok [role=status]", "#sok .sok-liste a"))


@pytest.fixture(params=[IN_FINDER, IN_SEARCH], ids=["finder", "search"])
def asking(request, look):
    """A page where one may ask, and how."""
    page = look("finn/")
    if request.param is IN_SEARCH:
        page.get_by_role("button", name="Søk", exact=True).click()
    return lambda questions: ask(page, *request.param, questions)


def test_each_question_is_answered_by_its_page(asking, names):
    known = {address for addresses in names.values() for address in addresses}
    wanted = {typed: page for typed, page in ASKED.items() if page in known}
    assert len(wanted) > 60
    found = asking(wanted)
    assert {typed: page for typed, page in found.items() if page != wanted[typed]} == {}


def test_each_school_is_found_as_people_call_it(asking, names):
    wanted = {typed: names[name] for typed, name in SCHOOLS.items() if name in names}
    assert len(wanted) > 30
    found = asking(wanted)
    assert {typed: page for typed, page in found.items() if page not in wanted[typed]} == {}


def test_every_school_is_first_under_its_own_name(look, names):
    page = look("finn/")
    schools = {name: where for name, where in names.items() if any("#skole-" in a for a in where)}
    found = ask(page, *IN_FINDER, schools)
    assert {name: page for name, page in found.items() if page not in schools[name]} == {}


def test_a_word_for_a_level_asks_for_the_schools_of_the_kommune(look):
    """The public ones first, as many as are drawn at once; where there is room, the kommune after
    them.
    """
    data = load(ROOT).data
    asked = {}
    for (word, has), (number, kommune) in product(LEVELS.items(), data.kommuner.items()):
        public = {
            skole.navn
            for skole in data.andre_skoler.values()
            if skole.kommune == number and not skole.privat and has(skole)
        }
        typed = f"{word} {kommune.navn}" if word.endswith(" i") else f"{kommune.navn} {word}"
        asked[typed] = (kommune.navn, public)
    wrong = {}
    for typed, found in hits(look("finn/"), *IN_FINDER, asked).items():
        name, public = asked[typed]
        drawn = [words for _, words in found][: len(public) or 1]
        if not set(drawn) <= (public or {name, drawn[0]}):
            wrong[typed] = drawn
    assert wrong == {}


def test_a_level_shows_the_kommune_after_its_schools(look):
    page = look("finn/?k=Namsos%20vgs")
    found = page.locator(".finner .sok-liste a")
    expect(found.nth(0)).to_have_text("Olav Duun videregående skole")
    expect(found.nth(1)).to_have_text("Namsos")


def slip(word, chance):
    """The word with one letter left out, doubled or exchanged with the next, but not the first."""
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def test_thirty_schools_are_found_however_they_are_typed(look, names):
    """Each by its name, in small letters, and with one slip; its first word has it among the
    hits.
    """
    chance = Random(SEED)
    schools = sorted(n for n, where in names.items() if any("#skole-" in a for a in where))
    page, asked = look("finn/"), {}
    chosen = [(name, name.split()[0]) for name in chance.sample(schools, 30)]
    for name, first in chosen:
        asked |= {name: name, name.lower(): name}
        if len(first) > 4:
            asked[slip(first, chance) + name[len(first) :]] = name
    found = ask(page, *IN_FINDER, asked)
    wrong = {typed: page for typed, page in found.items() if page not in names[asked[typed]]}
    for name, first in chosen:
        page.locator("#finn-k").fill(first)
        expect(page.locator(".finner .sok-liste a", has_text=name).first).to_be_attached()
    assert wrong == {}


def test_the_best_hits_stand_at_once_and_the_rest_when_the_fingers_rest(look):
    page = look("finn/")
    ready(page, *IN_FINDER)
    at_once = """() => {
      const field = document.querySelector("#finn-k")
      field.value = "trondheim skoler"
      field.dispatchEvent(new Event("input"))
      return document.querySelectorAll(".finner .sok-liste a").length
    }"""
    assert page.evaluate(at_once) == 8
    expect(page.locator(".finner .sok-liste a")).to_have_count(20)


def test_what_is_not_here_is_answered_honestly(look):
    page = look("finn/")
    for typed, said in SAID.items():
        page.locator("#finn-k").fill(typed)
        expect(page.locator("#finn-treff"), typed).to_have_text(said)


def test_a_short_word_that_fits_nothing_shows_what_is_near(look):
    page = look("finn/?k=hald")
    expect(page.locator(".finner .sok-liste")).to_contain_text(["Haltdalen oppvekstsenter"])
