#!/bin/sh
# Brings Debian's nginx for the tests: only its files, into `.venv/nginx/`. Installing the package
# would start a web server on this machine, now and after each restart. What is there is used.
set -eu

target=${1:-.venv/nginx}

has_nginx() { "$1/usr/sbin/nginx" -v 2>/dev/null && [ -f "$1/etc/nginx/mime.types" ]; }
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -- "$@"; fi; }
# apt would change to a user of its own, who may not write here; it checks the files all the same.
fetch() { (cd -- "$aside" && apt-get -qq -o APT::Sandbox::User="$(id -un)" download nginx nginx-common); }
stop() { echo "$1 Install nginx, then give the same command again." >&2; exit 1; }

if has_nginx "" || has_nginx "$target"; then exit 0; fi
command -v apt-get >/dev/null 2>&1 || stop "There is no apt-get here."

echo "Fetching Debian's nginx for the tests"
aside=$(mktemp -d)
trap 'rm -rf -- "$aside"' EXIT
fetch 2>/dev/null || { as_root apt-get update && fetch; }
mkdir -p -- "$target"
for package in "$aside"/*.deb; do dpkg-deb -x "$package" "$target"; done
has_nginx "$target" || stop "The nginx of this system's packages does not run."
