#!/bin/sh
# Chooses versions from requirements*.in and writes them with their hashes into requirements*.txt.
# Run it with the oldest Python that the project promises: `make lock PYTHON=python3.11`.
set -eu

tools=.cache/lock
"$("$(dirname -- "$0")/python.sh")" -m venv "$tools"
"$tools/bin/pip" --disable-pip-version-check install pip-tools==7.6.2

# Where packages come from is each machine's own matter, so no address goes into the lock.
lock() {
    "$tools/bin/pip-compile" --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file "$1.txt" "$1.in"
}
lock requirements
lock requirements-test
