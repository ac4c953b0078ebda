"""The site's own address, which all that is published names: never that of one machine."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from mentoring_tools.messages import say

_COMMAND = "make site PUBLISH=1 SITE_URL=https://the.address/of-the-site/"

#: Said instead of a site that would lead its readers to a machine that they do not reach.
REQUIRED = say(
    "SITE_URL does not say where the site will be, and what is published has to name its own "
    "address. Give it: {command}", command=_COMMAND,
)  # fmt: skip


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
    return say(
        "Pages, sitemap and files to take along name {address}, for looking at them here only.\n"
        "To publish them, say where they will be: {command}",
        address=address or say("no address"), command=_COMMAND,
    )  # fmt: skip
