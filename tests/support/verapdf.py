"""What veraPDF says of PDF files by the rules of PDF/UA-1; as a program, of all below a folder."""

import sys
from collections.abc import Iterable
from pathlib import Path

import java


def faults(files: Iterable[Path]) -> dict[Path, list[str]]:
    """The faults of each file: clause, rule and place, nothing for a file that passes."""
    wanted = list(files)
    found: dict[Path, list[str]] = {}
    for line in java.run("VeraPdf", *wanted).splitlines():
        file, said = line.split("\t", 1)
        found.setdefault(Path(file), []).extend([] if said == "ok" else [said])
    assert set(found) == set(wanted), "a file of which veraPDF said nothing"
    return found


def _main(folder: str) -> None:
    found = faults(sorted(Path(folder).rglob("*.pdf")))
    faulty = {file: said for file, said in found.items() if said}
    lines = [f"{file}: {fault}" for file, said in faulty.items() for fault in said]
    lines.append(f"{len(found) - len(faulty)} of {len(found)} files pass")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(bool(faulty))


if __name__ == "__main__":
    _main(*sys.argv[1:])
