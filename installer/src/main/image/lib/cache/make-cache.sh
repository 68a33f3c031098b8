#!/bin/sh
# Makes the start-up cache of the app image this file lies in, with nothing but the image itself. Java takes the cache
# only in the folder it was made for, so this is run again where an image was moved, by whoever may write there.
# A cache that cannot be made is told and is no error: the image starts slower and works the same.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f "$0" 2>/dev/null || echo "$0")")" && pwd)
image=${here%/lib/cache}
till=$image/bin/till
cache=$here/till.aot
work=$(mktemp -d "${TMPDIR:-/tmp}/keentill-cache.XXXXXX")
. "$here/world.sh"
trap 'stop_world; rm -rf "$work"' EXIT

say() { echo "start-up cache: $*"; }

# What the training run complained of last.
last_words() { cat "$work/world.log" "$work"/*.json "$work/training.log" 2>/dev/null | tail -n 1; }

# Java remembers what a log-in, a cash sale and a card sale loaded, so that the next start need not find it again.
# The storefront's script asks for a declined card after them; nobody answers here, and there it ends.
train() {
    start_world || return 1
    KEENTILL_JAVA_OPTS="-XX:AOTCacheOutput=$work/till.aot -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true" \
        "$till" morning --data "$work/shop" --out "$work/pictures" </dev/null >"$work/training.log" 2>&1 || :
    grep -q 'ASK DECLINE_NEXT' "$work/training.log" ||
        say "the training run ended early, the cache holds less: $(last_words)"
    [ -f "$work/till.aot" ]
}

rm -f "$cache" "$cache.place"
if train; then
    cp "$work/till.aot" "$cache"
    printf '%s\n' "$image" >"$cache.place"
    # Told to insist on the cache, Java says whether it can use it.
    if KEENTILL_JAVA_OPTS=-XX:AOTMode=on "$till" --version >"$work/training.log" 2>&1; then
        say "made"
        exit 0
    fi
    rm -f "$cache" "$cache.place"
fi
say "none, and Keentill starts slower without it: $(last_words)"
