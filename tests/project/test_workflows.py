"""What is published has passed the check; zizmor, which `make test` runs, looks at the rest."""

from pathlib import Path
from typing import Any

import pytest
import yaml

Jobs = dict[str, dict[str, Any]]


def jobs(project: Path, name: str) -> Jobs:
    text = (project / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")
    found: Jobs = yaml.safe_load(text)["jobs"]
    return found


def runs(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_only_what_was_checked_is_published(project: Path) -> None:
    publication = jobs(project, "publish")
    assert publication["check"]["uses"] == "$/.github/workflows/check.yml"
    assert publication["build"]["needs"] == "check"
    assert publication["publish"]["needs"] == "build"
    assert {"make check", ".ci/run"} <= set(runs(jobs(project, "check")["check"]))


def test_what_is_published_names_its_own_address(project: Path) -> None:
    build = jobs(project, "publish")["build"]
    (step,) = (step for step in build["steps"] if step.get("run") == "make site PUBLISH=1")
    assert step["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}/"


@pytest.mark.parametrize("ecosystem", ["pip", "npm", "github-actions"])
def test_a_new_version_waits_a_week(project: Path, ecosystem: str) -> None:
    updates = yaml.safe_load((project / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    (update,) = (one for one in updates if one["package-ecosystem"] == ecosystem)
    assert update["cooldown"]["default-days"] >= 7
