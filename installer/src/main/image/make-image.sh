#!/bin/sh
# Makes the app image: a Java runtime of our own, our jars, the starter and its start-up cache.
#   make-image.sh MODULES IMAGE ROOT
# MODULES is the folder of jars that the launcher's build left, IMAGE what is made (it is replaced), ROOT the checkout.
# Uses the JDK in JAVA_HOME; the image runs on the kind of machine it was made on.
set -eu

modules=$1
image=$2
root=$3
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
. "$root/.mvn/find-jdk.sh"

say() { echo "image: $*"; }

# The modules of the JDK that go in. The application itself cannot be linked, because some of its libraries are
# automatic modules; its jars stay jars on the module path, and JavaFX brings its native code in its own.
jdk_modules() {
    cat <<'LIST'
java.base           everything
java.desktop        receipts drawn as PNG; JavaFX asks for it
java.logging        the log file
java.management     the sandbox's web server
java.naming         the sandbox's web server
java.net.http       the demo works the controls of the sandbox
java.sql            the database
java.sql.rowset     its driver asks for it
java.xml            JavaFX and the JSON library ask for it
jdk.charsets        what printers and terminals speak: IBM437, IBM850, IBM00858
jdk.httpserver      the control port of the emulated terminal
jdk.localedata      money and dates as the shop writes them, see the locales below
jdk.unsupported     sun.misc, which libraries look for by reflection
LIST
    # Not here: jdk.crypto.ec, which is empty since its elliptic curves moved to java.base.
}

# English and German only: how these countries write money and dates. More languages are added here.
locales=en,de

link_runtime() {
    # The JVM's own class archive is made as well: it speeds up a moved image, which our cache does not fit.
    "$JAVA_HOME/bin/jlink" \
        --add-modules "$(jdk_modules | awk '{ printf "%s%s", (NR > 1 ? "," : ""), $1 }')" \
        --include-locales="$locales" \
        --strip-debug --no-header-files --no-man-pages --compress=zip-6 --generate-cds-archive \
        --output "$image/runtime"
    # The archive for heaps over 32 GB; no till has one.
    rm -f "$image/runtime/lib/server/classes_nocoops.jsa"
}

copy_files() {
    mkdir -p "$image/bin" "$image/lib/modules" "$image/lib/cache" "$image/lib/udev"
    cp "$modules"/*.jar "$image/lib/modules/"
    # The cache is good for jars with the dates it saw; a date that every archive format can keep survives packing.
    TZ=UTC touch -t 202601010000.00 "$image/lib/modules"/*.jar
    cp "$here/bin/till" "$image/bin/till"
    chmod 755 "$image/bin/till"
    cp "$here/lib/cache/make-cache.sh" "$here/lib/cache/world.sh" "$image/lib/cache/"
    cp "$here/lib/udev/99-keentill.rules" "$image/lib/udev/"
    cp "$here/README" "$root/LICENSE" "$image/"
}

[ -n "$(ls "$modules"/keentill-launcher-*.jar 2>/dev/null)" ] || {
    say "no launcher in $modules: build with ./mvnw -Pimage -DskipTests package" >&2
    exit 1
}
rm -rf "$image"
mkdir -p "$image"
link_runtime
copy_files
sh "$image/lib/cache/make-cache.sh"
say "$image, $(du -sk "$image" | awk '{ printf "%.0f MB", $1 / 1024 }')"
