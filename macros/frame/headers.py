"""What browsers are told beside the pages.

One list: the meta tags, `_headers` and deploy/nginx.conf all say what stands here.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping

ONE_YEAR = 31_536_000
# Names that carry a hash of the content: such a file never changes.
HASHED = re.compile(r"(^|/)assets/[^?]*\.[0-9a-f]{8}\.(min\.)?(css|js)$")
IMMUTABLE = f"public, max-age={ONE_YEAR}, immutable"
# A page or a feed that was changed is seen within minutes; asking again costs a few bytes, since
# nothing has changed.
BRIEFLY = "public, max-age=300"
# What some addresses carry besides: types that hosts may not know, and leave for other sites'
# scripts to read what is open.
EVERYONE = {"Access-Control-Allow-Origin": "*"}
SOME = {
    "/data/*": EVERYONE,
    "/kalender/*": EVERYONE | {"Content-Type": "text/calendar; charset=utf-8"},
    "/kontakt/*.vcf": {"Content-Type": "text/vcard; charset=utf-8"},
}
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def inline_scripts(markup: str) -> list[str]:
    """The scripts that stand in a text without attributes.

    Data blocks such as JSON need no permission: nothing runs them.
    """
    return INLINE_SCRIPT.findall(markup)


def source(script: str) -> str:
    """An inline script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def meta_policy(scripts: Iterable[str]) -> str:
    """What a page may load and do; `scripts` are the only inline ones that run.

    Everything not named is refused.
    """
    allowed = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *map(source, scripts)]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def admit(page: str) -> str:
    """The page with all of its inline scripts admitted to its policy: for a server that adds one of
    its own, never for a build.
    """
    scripts = inline_scripts(page)
    return page.replace(meta_policy(scripts[:1]), meta_policy(scripts))


def headers(scripts: Iterable[str]) -> Mapping[str, str]:
    """What every answer carries.

    Browsers take frame-ancestors from a header only, and HSTS over https only.
    """
    return {
        "Content-Security-Policy": f"{meta_policy(scripts)}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "same-origin",
        "Strict-Transport-Security": f"max-age={ONE_YEAR}",
        "X-Content-Type-Options": "nosniff",
    }


def headers_file(scripts: Iterable[str], names: Iterable[str]) -> str:
    """All of it for hosts that read `_headers` (Netlify, Cloudflare Pages).

    `names` are the files of the site. Pages are kept as long as the host thinks fit: two rules for
    one address would add up.
    """
    rules = {
        "/*": headers(scripts),
        **SOME,
        **{
            f"/{name}": {"Cache-Control": IMMUTABLE}
            for name in sorted(names)
            if HASHED.search(name)
        },
    }
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in given.items())
        for path, given in rules.items()
    )
