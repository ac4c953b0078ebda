"""The site's own address, which all that is published names: never that of one machine."""

from ipaddress import ip_address
from urllib.parse import urlsplit

_COMMAND = "make site PUBLISH=1 SITE_URL=https://the.address/of-the-site/"

#: Said instead of a site that would lead its readers to a machine that they do not reach.
REQUIRED = (
    "SITE_URL does not say where the site will be, and what is published has to name its own "
    f"address. Give it: {_COMMAND}"
)


def is_local(address: str) -> bool:
    """Whether only the machine that builds, or its own network, can reach the address."""
    host = urlsplit(address).hostname or "localhost"
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local"))


def note(address: str) -> str:
    """What a build says at its end when its files name a local address; otherwise nothing."""
    if not is_local(address):
        return ""
    named = address or "no address"
    return (
        f"Pages, sitemap and files to take along name {named}, for looking at them here only.\n"
        f"To publish them, say where they will be: {_COMMAND}"
    )
