#!/bin/sh
# Sets up the virtual environment `.venv`: `setup/environment.sh build`, or `test` for the tests too.
# What is whole is left as it is. A stamp in `.venv` says for which folder, Python and packages it
# was made: what was cut off has none, and what belongs to another folder or Python is made again.
set -eu
cd -P -- "$(dirname -- "$0")/.."

stop() { printf '%s\n' "$1" >&2; exit 1; }

case "${1:-}" in
    build | test) stage=$1 ;;
    *) echo "Give one word: build or test." >&2; exit 2 ;;
esac

version() { "$1" -c 'import sys; print("Python %d.%d" % sys.version_info[:2])' 2>/dev/null; }

# The programs in `.venv` begin with the folder's path, and its packages lie under Python's version.
home() { pwd && version .venv/bin/python; }

contents() {
    case "$1" in
        build) cat requirements.txt pyproject.toml setup/system.sh ;;
        test) cat requirements-test.txt setup/system.sh setup/nginx.sh ;;
    esac | sha256sum
}

stamp() { echo ".venv/.$1-is-set-up"; }
said() { cat "$(stamp "$1")" 2>/dev/null; }
mark() { { home && contents "$1"; } >"$(stamp "$1")"; }

# Only who names a Python wants that one; anybody else keeps the one that is there.
is_python_wanted() { [ -z "${PYTHON:-}" ] || [ "$(version "$PYTHON")" = "$(version .venv/bin/python)" ]; }
is_at_home() { [ "$(said build | head -n 2)" = "$(home)" ] && is_python_wanted; }
is_whole() { is_at_home && [ "$(said "$1")" = "$(home && contents "$1")" ]; }

begin_again() {
    if [ -e .venv ]; then
        echo "What is in .venv was cut off, or is for another folder or Python: making it again"
    else
        echo "Setting up the virtual environment .venv (a minute or two, once)"
    fi
    "$(setup/python.sh)" -m venv --clear .venv || stop "There is no virtual environment: see above."
}

pip() {
    .venv/bin/python -m pip --disable-pip-version-check install "$@" || stop \
        "The packages are not installed; the lines above say why. Python 3.11, 3.12 and 3.13 are known to work."
}

set_up_build() {
    is_at_home || begin_again
    rm -f -- "$(stamp build)" "$(stamp test)"
    pip --require-hashes -r requirements.txt
    pip --no-deps --no-build-isolation --editable .
}

set_up_test() {
    setup/nginx.sh
    rm -f -- "$(stamp build)" "$(stamp test)"
    pip --require-hashes -r requirements-test.txt
    mark build
}

[ "$stage" = build ] || setup/environment.sh build
if is_whole "$stage"; then exit 0; fi
exec 9<setup
flock -n 9 || { echo "Another command is setting up .venv: waiting for it" && flock 9; }
if is_whole "$stage"; then exit 0; fi
place=.venv
[ -e .venv ] || place=.
[ -w "$place" ] || stop \
    "$(pwd)/.venv cannot be written to: it belongs to $(stat -c %U "$place"), and you are $(id -un)."
# Without the lock: what apt starts may outlive this.
setup/system.sh "$stage" 9<&-
"set_up_$stage"
mark "$stage"
