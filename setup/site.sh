#!/bin/sh
# Builds the whole site aside and puts it in place only when it is whole: `setup/site.sh [folder]`.
# A build that fails leaves the old folder as it was, and nothing half-written beside it.
set -eu

target=${1:-site}
aside=$target.new
old=$target.old

# A run that was killed between the two moves below has left the old site under its other name.
[ -e "$target" ] || [ ! -e "$old" ] || mv -- "$old" "$target"
rm -rf -- "$aside" "$old"
trap 'rm -rf -- "$aside"' EXIT
trap 'exit 130' INT TERM

"$(dirname -- "$0")/../.venv/bin/mkdocs" build --strict --site-dir "$aside"

[ ! -e "$target" ] || mv -- "$target" "$old"
mv -- "$aside" "$target"
rm -rf -- "$old"
echo "The site is in $target/"
