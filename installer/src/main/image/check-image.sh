#!/bin/sh
# Proves that an app image needs nothing but itself: a copy in another place, called through a symlink where no Java is
# to be found, sells; and where it was made, its start-up cache does not disturb what it prints.
#   check-image.sh IMAGE
set -eu

image=$1
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
. "$here/lib/cache/world.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/keentill check.XXXXXX")
trap 'stop_world; rm -rf "$work"' EXIT

fail() {
    echo "image check: $1" >&2
    for told in "$work"/*.json "$work/world.log"; do
        [ ! -s "$told" ] || { echo "--- ${told##*/}" >&2; cat "$told" >&2; }
    done
    exit 1
}

# A PATH of nothing but the tools that the starter and this script call; absolute links, so that none brings Java along.
tools=$work/tools
mkdir -p "$tools" "$work/home"
for tool in awk cat cp dirname grep head ls ln mkdir mktemp readlink rm sed sleep; do
    ln -s "$(command -v "$tool")" "$tools/$tool"
done
PATH=$tools:$work
HOME=$work/home
export PATH HOME
unset JAVA_HOME JDK_HOME JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS KEENTILL_JAVA_OPTS KEENTILL_JDK
! command -v java >/dev/null 2>&1 || fail "there is Java on the PATH that should hold none"

cp -pR "$image" "$work/moved till"
ln -s "moved till/bin/till" "$work/till"
till=$work/till

for starter in "$image/bin/till" "$till"; do
    "$starter" doctor --json --data "$work/doctor" >"$work/doctor.json" 2>>"$work/world.log" || fail "$starter doctor failed"
    [ "$(grep -c '' "$work/doctor.json")" = 1 ] && grep -q '^{"healthy":true' "$work/doctor.json" ||
        fail "$starter doctor is not content, or printed more than its JSON"
done

start_world || fail "the sandbox, the terminal or till init did not start"
"$till" sell --data "$work/till-data" --item 5083016613186 --tender cash --json >"$work/none.json" 2>&1 &&
    fail "a till that was never set up sold something"
for tender in cash card; do
    "$till" sell --data "$work/shop" --item 5083016613186 --tender "$tender" --wait 60 --json \
        >"$work/$tender.json" 2>>"$work/world.log" || fail "the $tender sale failed"
    grep -q '"state" *: *"paid"' "$work/$tender.json" || fail "the $tender sale was not paid"
    grep -q '"synced" *: *true' "$work/$tender.json" || fail "the $tender sale did not reach the sandbox"
done
echo "image check: doctor, sandbox, a cash sale and a card sale work without any other Java"
