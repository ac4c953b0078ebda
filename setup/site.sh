#!/bin/sh
# Builds the whole site aside and puts it in place only when it is whole: `setup/site.sh [folder]`.
# A build that fails leaves the old folder as it was, and nothing half-written beside it.
set -eu

target=${1:-site}
aside=$target.new
old=$target.old

stop() { printf '%s\n' "$1" >&2; exit 1; }

# A step that cannot be done ends the build in one line, in the system's own words.
step() { said=$("$@" 2>&1) || stop "The site cannot be written: $(printf '%s' "$said" | head -n 1)"; }

# Another user's folder could be moved aside, but never taken away.
is_ours() {
    [ ! -e "$1" ] || [ -w "$1" ] || stop \
        "$1/ cannot be written to: it belongs to $(stat -c %U "$1"), and you are $(id -un)."
}

# Between the two moves below the old site lies under its other name.
put_back() { [ -e "$target" ] || [ ! -e "$old" ] || mv -- "$old" "$target"; }

# One build at a time in a folder. The lock is the folder's own: nothing is left behind, and it
# ends when the last program of a build has ended, however it did.
exec 9<"$(dirname -- "$target")"
flock --nonblock 9 || { echo "Another build is under way here: this one waits for it." && flock 9; }

for folder in "$target" "$aside" "$old"; do is_ours "$folder"; done
step put_back
step rm -rf -- "$aside" "$old"
trap 'put_back; rm -rf -- "$aside"' EXIT
trap 'exit 130' INT TERM
step mkdir -- "$aside"

"$(dirname -- "$0")/../.venv/bin/mkdocs" build --strict --site-dir "$aside"

[ ! -e "$target" ] || step mv -- "$target" "$old"
step mv -- "$aside" "$target"
step rm -rf -- "$old"
echo "The site is in $target/"
