#!/bin/sh
# Installs through apt what pip cannot: `setup/system.sh build`, or `test`, or `bench`.
# Asks for nothing and changes nothing where everything is there already.
# PYTHON names another Python, CHROMIUM another browser (Debian's is then not installed).
set -eu

here=$(dirname -- "$0")
missing=

# Where there is no Python yet, Debian's comes with the first package below.
if [ -n "${PYTHON:-}" ]; then
    "$here/python.sh" >/dev/null
else
    PYTHON=$("$here/python.sh" 2>/dev/null) || PYTHON=python3
fi

has_library() { "$PYTHON" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null; }
has_command() { command -v "$1" >/dev/null 2>&1; }
has_file() { "$PYTHON" -c 'import os, sys; sys.exit(not os.path.isfile(sys.argv[1]))' "$1" 2>/dev/null; }
has_venv() { "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; }

# need <package> <check…>: notes the package when the check fails.
need() {
    package=$1
    shift
    "$@" || missing="$missing $package"
}

need_build() {
    # Debian's Python cannot make a virtual environment without its own package for that.
    need python3-venv has_venv
    # WeasyPrint loads these as it starts; the last one makes its fonts small.
    need libpango-1.0-0 has_library libpango-1.0.so.0
    need libpangoft2-1.0-0 has_library libpangoft2-1.0.so.0
    need libfontconfig1 has_library libfontconfig.so.1
    need libharfbuzz-subset0 has_library libharfbuzz-subset.so.0
    # The check of English spelling reads this dictionary.
    need hunspell-en-gb has_file /usr/share/hunspell/en_GB.dic
}

need_test() {
    # The browser of most tests, and the same with all that it has on a desk, for a few.
    [ -n "${CHROMIUM:-}" ] || need chromium-headless-shell has_command chromium-headless-shell
    [ -n "${CHROMIUM:-}" ] || need chromium has_command chromium
    # The other two kinds of browser: Firefox, and WebKit as in Safari, on a screen that nobody sees.
    need firefox-esr has_command firefox-esr
    need webkit2gtk-driver has_command WebKitWebDriver
    need xvfb has_command Xvfb
    # What drives the browser brings a Node.js, and that one loads this.
    need libatomic1 has_library libatomic.so.1
    need libreoffice-writer-nogui has_command soffice
    # The same for presentations: it opens the trainings' slides.
    need libreoffice-impress-nogui has_file /usr/lib/libreoffice/program/libsdlo.so
    # The Word files name Calibri; Carlito has its measures, so that LibreOffice counts right pages.
    need fonts-crosextra-carlito has_file /usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf
    need poppler-utils has_command pdftotext
    need qpdf has_command qpdf
    # The Nu HTML checker and veraPDF run on it; the few lines that ask veraPDF are compiled.
    need default-jdk-headless has_command javac
    need libjaxb-java has_file /usr/share/java/jaxb-runtime.jar
    # Fill in our PDF files as people's programs do.
    need libpdfbox2-java has_file /usr/share/java/pdfbox2.jar
    need mupdf-tools has_command mutool
    need python3-gi has_file /usr/lib/python3/dist-packages/gi/__init__.py
    # Its library lies in a folder of each machine's own kind, this file does not.
    need gir1.2-poppler-0.18 has_file /usr/share/doc/gir1.2-poppler-0.18/copyright
    need git has_command git
}

need_bench() {
    need nodejs has_command node
    need npm has_command npm
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -- "$@"; fi
}

stop() {
    printf '%s\n' "$1" "Install these, then give the same command again:$missing" >&2
    exit 1
}

check_means() {
    [ -n "$missing" ] || exit 0
    has_command apt-get || stop "There is no apt-get here (the names below are Debian's)."
    [ "$(id -u)" -eq 0 ] || has_command sudo || stop "Installing needs root or sudo, and there is neither."
}

# Lists older than a day name files that the mirror may no longer have.
lists_are_fresh() {
    [ -n "$(find /var/lib/apt/lists -name '*Packages*' -mtime -1 2>/dev/null | head -n 1)" ]
}

install_missing() {
    echo "Installing through apt:$missing"
    lists_are_fresh || as_root apt-get update
    # Unquoted on purpose: one word a package.
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

case "${1:-}" in
    build) need_build ;;
    test) need_test ;;
    bench) need_bench ;;
    *) echo "Give one word: build, test or bench." >&2; exit 2 ;;
esac
check_means
install_missing
