"""Files that machines look for at fixed places: who may fetch the site, and whom to tell of a hole
in it.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

# RFC 9116: a year at most. A site that nobody has built for that long does not vouch for its
# contact either.
KEEPS = timedelta(days=365)


def robots(site_url: str) -> str:
    """Everybody may fetch everything: calendar services ask here before they fetch a feed."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"


def security_txt(email: str, site_url: str, timestamp: datetime) -> str:
    """RFC 9116. The file's own address must be https there, or be left out."""
    expires = (timestamp + KEEPS).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = [
        f"Contact: mailto:{quote(email, safe='@+')}",
        f"Expires: {expires}",
        "Preferred-Languages: nb, nn, en",
    ]
    if site_url.startswith("https://"):
        lines.append(f"Canonical: {site_url}.well-known/security.txt")
    return "\n".join([*lines, ""])
