#!/bin/sh
# Says which Python sets up the project: the one that PYTHON names, or else the first that will do.
set -eu

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

set -- python3 python3.13 python3.12 python3.11
[ -z "${PYTHON:-}" ] || set -- "$PYTHON"
for name in "$@"; do
    if new_enough "$name"; then
        printf '%s\n' "$name"
        exit 0
    fi
done
printf '%s\n' "No Python 3.11 or newer answers to: $*" \
    "Install one, or say its name, as in: make site PYTHON=python3.13" >&2
exit 1
