"""What people type, and what must come first: in the finder and in the site search.

A page, a person or a school that is no longer there is no longer asked for.
"""

import json

import pytest
from playwright.sync_api import expect

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
    "egenandel": "na/",
    "ny ordning": "na/",
    "last ned excel": "om/apne-data/",
    "csv": "om/apne-data/",
    "personvern": "om/personvern/",
    "det doble formålet": "begreper/#det-doble-formalet",
    "PPT": "na/#barnehage-og-grunnskole",
    "barnehage": "na/#barnehage-og-grunnskole",
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
}
# Typed → what is said.
SAID = {
    "surnadal": "Surnadal ligger ikke i Trøndelag. Nettstedet gjelder bare kommunene der.",
    "bodø": "Bodø ligger ikke i Trøndelag. Nettstedet gjelder bare kommunene der.",
    "Kristiansun": "Kristiansund ligger ikke i Trøndelag. Nettstedet gjelder bare kommunene der.",
    "Trondeim": "Ingen treff på «Trondeim». Mente du Trondheim?",
    "qqqq": "Ingen treff på «qqqq». Skriv navnet på en kommune, en skole eller et nettverk.",
}
FIRST = """(selector) => {
  const first = document.querySelector(selector)
  return first && first.href.slice(location.origin.length + 1)
}"""


@pytest.fixture(scope="module")
def names(real_site):
    """Name → addresses, of all that the search knows by name."""
    found = {}
    groups = json.loads((real_site / "sok" / "navn.json").read_text("utf-8"))["grupper"]
    for treff in (treff for _, group in groups for treff in group):
        found.setdefault(treff[0], set()).add(treff[1])
    return found


def ask(page, field, list_, questions):
    """What comes first for each question."""
    page.locator(field).fill("x")
    page.wait_for_function("(status) => document.querySelector(status).textContent", arg=list_[0])
    found = {}
    for typed in questions:
        page.locator(field).fill(typed)
        found[typed] = page.evaluate(FIRST, list_[1])
    return found


IN_FINDER = ("#finn-k", ("#finn-treff", ".finner .sok-liste a"))
IN_SEARCH = ("#sok-felt", ("#sok [role=status]", "#sok .sok-liste a"))


@pytest.fixture(params=[IN_FINDER, IN_SEARCH], ids=["finder", "search"])
def asking(request, visit):
    """A page where one may ask, and how."""
    page = visit("finn/").page
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


def test_every_school_is_first_under_its_own_name(visit, names):
    page = visit("finn/").page
    schools = {name: where for name, where in names.items() if any("#skole-" in a for a in where)}
    found = ask(page, *IN_FINDER, schools)
    assert {name: page for name, page in found.items() if page not in schools[name]} == {}


@pytest.mark.parametrize(("typed", "said"), SAID.items())
def test_what_is_not_here_is_answered_honestly(visit, typed, said):
    page = visit("finn/").page
    page.locator("#finn-k").fill(typed)
    expect(page.locator("#finn-treff")).to_have_text(said)


def test_a_short_word_that_fits_nothing_shows_what_is_near(visit):
    page = visit("finn/?k=hald").page
    expect(page.locator(".finner .sok-liste")).to_contain_text(["Haltdalen oppvekstsenter"])
