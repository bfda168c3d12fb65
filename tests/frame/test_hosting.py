"""The site behind the nginx of deploy/nginx.conf: types, packing, caching, ways and headers.

And what the build writes for other hosts.
"""

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from ssl import CERT_NONE, PROTOCOL_TLS_CLIENT, SSLContext

import html5lib
import pytest
from conftest import ROOT
from nginx import CONF, HOST, MISSING, is_here, serving
from told import rules

from macros.exports.well_known import robots, security_txt
from macros.frame import headers
from macros.reading.assets import HEADS
from macros.reading.load import load
from macros.settings import from_environment
from macros.verbs import bygg


@pytest.fixture(scope="module")
def packed(real_site, tmp_path_factory) -> Path:
    """The real site as `make build` leaves it."""
    site = tmp_path_factory.mktemp("pakket") / "site"
    bygg.finish(Path(shutil.copytree(real_site, site.with_name("ny"))), site)
    return site


@pytest.fixture(scope="module")
def nginx(packed, tmp_path_factory) -> Iterator[tuple[int, int]]:
    """The ports of a running nginx, for http and https."""
    if not is_here():
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("nginx")
    with serving(packed, folder) as ports:
        yield ports


@pytest.fixture
def ask(nginx) -> Callable[..., HTTPResponse]:
    """Ask the server: `ask("/finn/", https=False, host="localhost", If_None_Match=…)`.

    The answer has been read, into `body`.
    """

    def answer(
        path: str, https: bool = True, host: str = HOST, method: str = "GET", **more: str
    ) -> HTTPResponse:
        # The default one reads all of the system's certificates, which takes longer than to ask.
        context = SSLContext(PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, CERT_NONE
        connection = (
            HTTPSConnection("127.0.0.1", nginx[1], context=context, timeout=10)
            if https
            else HTTPConnection("127.0.0.1", nginx[0], timeout=10)
        )
        connection.request(
            method,
            path,
            headers={"Host": host}
            | {name.replace("_", "-"): value for name, value in more.items()},
        )
        response = connection.getresponse()
        response.body = response.read()
        connection.close()
        return response

    return answer


def assets(site: Path) -> list[str]:
    return [path for path, told in rules(site).items() if "Cache-Control" in told]


def test_the_three_say_the_same(packed):
    """The meta tags are compared in test_policy.py; here nginx.conf with `_headers`."""
    told = dict(re.findall(r'add_header (\S+) "([^"]*)" always;', CONF))
    told["Strict-Transport-Security"] = re.search(r'https "(max-age[^"]*)"', CONF)[1]
    expected = rules(packed)["/*"]
    assert told == expected, "\n".join(
        [
            "deploy/nginx.conf skal ha disse linjene:",
            *(f'    add_header {name} "{value}" always;' for name, value in expected.items()),
        ]
    )
    assert (
        headers.BRIEFLY in CONF
        and headers.IMMUTABLE in CONF
        and headers.HASHED.pattern.removeprefix("(^|/)assets/[^?]*") in CONF
    )


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/finn/froya/",
        "/kalender/alle.ics",
        "/data/nettverk.json",
        "/finnes-ikke/",
        "/assets/merke.svg",
    ],
)
def test_every_answer_carries_the_headers(ask, packed, path):
    answer = ask(path)
    assert {name: answer.getheader(name) for name in rules(packed)["/*"]} == rules(packed)["/*"]
    assert answer.getheader("Server") == "nginx"


TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gz": "application/gzip",
    ".map": "application/json; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def test_every_kind_of_file_has_its_type_packed_or_not(ask, packed):
    kinds = {
        file.suffix: file
        for file in packed.rglob("*")
        if file.is_file() and file.name not in ("_headers", "404.html", "410.html", "index.html")
    } | {".html": packed / "finn" / "index.html"}
    assert set(kinds) <= set(TYPES)
    for kind, file in kinds.items():
        path = f"/{file.relative_to(packed).as_posix()}"
        plain, small = ask(path), ask(path, Accept_Encoding="gzip")
        assert (plain.status, plain.getheader("Content-Type"), small.getheader("Content-Type")) == (
            200,
            TYPES[kind],
            TYPES[kind],
        ), path
        assert (
            plain.body
            == file.read_bytes()
            == (
                gzip.decompress(small.body)
                if small.getheader("Content-Encoding") == "gzip"
                else small.body
            )
        ), path


def test_both_kinds_of_addresses_are_served_alike():
    """IPv6 is nothing that every machine of the tests has."""
    listens = re.findall(r"listen (\[::\]:)?([^;]+);", CONF)
    old, new = ([way for six, way in listens if bool(six) is kind] for kind in (False, True))
    assert old == new and len(old) > 1


def test_every_ending_that_may_be_published_has_a_type():
    """What editors may lay in docs/ too, whether any lies there now or not."""
    block = re.search(r"types \{(.*?)\}", (ROOT / "deploy/nginx.conf").read_text("utf-8"), re.S)[1]
    typed = {f".{ending}" for line in re.findall(r"[^;]+", block) for ending in line.split()[1:]}
    assert {*HEADS, ".svg", *TYPES} - typed == set()


@pytest.mark.parametrize(
    "path", ["/", "/kalender/alle.ics", "/data/nettverk.json", "/sok/tekst.json"]
)
def test_text_is_sent_as_the_build_has_packed_it(ask, packed, path):
    small, file = ask(path, Accept_Encoding="gzip, br"), packed / f"{path[1:] or 'index.html'}.gz"
    assert (
        small.getheader("Content-Encoding") == "gzip"
        and small.body == file.read_bytes()
        and small.getheader("Vary") == "Accept-Encoding"
    )


@pytest.mark.parametrize(
    "path", ["/", "/nettverk/fosen/", "/kalender/alle.ics", "/data/nettverk.csv"]
)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_who_has_it_already_gets_a_304(ask, path, encoding):
    first = ask(path, Accept_Encoding=encoding)
    assert first.getheader("Cache-Control") == headers.BRIEFLY
    again = ask(path, Accept_Encoding=encoding, If_None_Match=first.getheader("ETag"))
    since = ask(path, Accept_Encoding=encoding, If_Modified_Since=first.getheader("Last-Modified"))
    assert (again.status, since.status, again.body, since.body) == (304, 304, b"", b"")


def test_assets_are_kept_for_ever_and_nothing_else_is(ask, packed):
    assert len(assets(packed)) > 10
    assert {ask(path).getheader("Cache-Control") for path in assets(packed)} == {headers.IMMUTABLE}
    assert {
        ask(path).getheader("Cache-Control")
        for path in (
            "/assets/merke.svg",
            "/sitemap.xml",
            "/robots.txt",
            "/maler/behovsmelding.docx",
        )
    } == {headers.BRIEFLY}
    assert ask("/finnes-ikke/").getheader("Cache-Control") is None


@pytest.mark.parametrize(
    "path",
    [
        "/finnes-ikke/",
        "/kalender/borte.ics",
        "/kalender/",
        "/data/",
        "/404.html",
        "/410.html",
        "/_headers",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
    ],
)
def test_a_wrong_address_gets_our_own_page(ask, packed, path):
    answer = ask(path)
    assert answer.status in (400, 404)
    assert answer.status == 400 or (
        answer.body == (packed / "404.html").read_bytes()
        and answer.getheader("Content-Type") == "text/html; charset=utf-8"
    )


def test_the_address_of_an_erased_card_says_only_that_it_is_not_there(ask, packed):
    """The same for a card that never was: nobody keeps a list of the erased."""
    answer, card = ask("/kontakt/kari-eksempel.vcf"), next((packed / "kontakt").glob("*.vcf"))
    assert (answer.status, answer.getheader("Content-Type")) == (404, "text/html; charset=utf-8")
    body = html5lib.parse(answer.body.decode(), namespaceHTMLElements=False).find(".//article")
    said = " ".join("".join(body.itertext()).split())
    assert said == "Visittkortet finnes ikke Det er tatt bort, eller har aldri ligget her."
    assert ask(f"/kontakt/{card.name}").body == card.read_bytes()
    assert "Lå det et visittkort her, er det tatt bort." in ask("/borte/").body.decode()


def test_http_leads_to_https_but_for_this_machine(ask):
    moved = ask("/finn/?k=fr%C3%B8ya", https=False)
    assert (moved.status, moved.getheader("Location")) == (
        301,
        f"https://{HOST}/finn/?k=fr%C3%B8ya",
    )
    assert moved.getheader("Strict-Transport-Security") is None
    assert (
        ask("/finn/", https=False, host="kapret.example").getheader("Location")
        == f"https://{HOST}/finn/"
    )  # nobody is sent to where a forged name says
    for host in ("localhost", "127.0.0.1"):
        here = ask("/finn/", https=False, host=host)
        assert (here.status, here.getheader("Strict-Transport-Security")) == (200, None)
    behind_proxy = ask("/finn/", https=False, X_Forwarded_Proto="https")
    assert (behind_proxy.status, behind_proxy.getheader("Strict-Transport-Security")) == (
        200,
        "max-age=31536000",
    )


def test_an_address_without_its_slash_leads_on(ask):
    moved = ask("/nettverk/fosen")
    assert (moved.status, moved.getheader("Location")) == (301, "/nettverk/fosen/")


def test_others_may_read_open_data_and_calendars_and_write_nothing(ask):
    assert {
        ask(path).getheader("Access-Control-Allow-Origin")
        for path in ("/data/nettverk.json", "/kalender/alle.ics")
    } == {"*"}
    assert ask("/finn/").getheader("Access-Control-Allow-Origin") is None
    assert {
        ask(path, method=method).status
        for method in ("POST", "PUT", "DELETE", "OPTIONS")
        for path in ("/", "/kalender/alle.ics")
    } == {405}
    assert ask("/", method="HEAD").status == 200


def test_other_hosts_are_told_the_same_of_calendars_and_data(packed):
    told = rules(packed)
    assert told["/kalender/*"] == {
        "Access-Control-Allow-Origin": "*",
        "Content-Type": "text/calendar; charset=utf-8",
    }
    assert told["/kontakt/*.vcf"] == {"Content-Type": "text/vcard; charset=utf-8"}
    assert (
        len(told) <= 100 and max(map(len, (packed / "_headers").read_text().splitlines())) < 2000
    )  # what Cloudflare takes


def test_everybody_may_fetch_everything(packed):
    assert (
        packed / "robots.txt"
    ).read_text() == "User-agent: *\nAllow: /\n\nSitemap: http://127.0.0.1:8000/sitemap.xml\n"
    assert (
        robots("https://www.eksempel.no/")
        == "User-agent: *\nAllow: /\n\nSitemap: https://www.eksempel.no/sitemap.xml\n"
    )


def test_a_contact_for_holes_is_published_where_there_is_one(real_site, example_site):
    assert (
        (example_site / ".well-known" / "security.txt").read_text()
        == "Contact: mailto:sikkerhet@eksempel.no\nExpires: 2027-06-01T00:00:00Z\n"
        "Preferred-Languages: nb, nn, en\n"
    )
    assert 'href="../.well-known/security.txt"' in (example_site / "om" / "index.html").read_text(
        "utf-8"
    )
    is_set = bool(load(ROOT).data.nettsted.sikkerhet)
    assert (real_site / ".well-known").exists() == is_set
    assert (
        '<dt><strong>Meldinger om sikkerhetsfeil</strong></dt> <dd><span class="status">Ikke'
        " oppgitt ennå</span>" in (real_site / "om" / "index.html").read_text("utf-8")
    ) != is_set
    made = security_txt(
        "a%b+c@eksempel.no", "https://www.eksempel.no/", from_environment(ROOT).timestamp
    )
    assert made.startswith("Contact: mailto:a%25b+c@eksempel.no\n") and made.endswith(
        "\nCanonical: https://www.eksempel.no/.well-known/security.txt\n"
    )
