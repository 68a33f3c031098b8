# Sourced by mvnw and till: sets JAVA_HOME to a JDK 25 or newer, or stops with one sentence.
# Looks at JAVA_HOME, then PATH, then the usual install folders; KEENTILL_JDK overrides all.

keentill_jdk_major() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    # The release file answers without starting a JVM; only old or unusual JDKs lack it.
    if [ -f "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
    fi
}

keentill_is_jdk25() {
    major=$(keentill_jdk_major "$1") || return 1
    [ -n "$major" ] && [ "$major" -ge 25 ]
}

keentill_find_jdk() {
    for home in "${KEENTILL_JDK:-}" "${JAVA_HOME:-}"; do
        if [ -n "$home" ] && keentill_is_jdk25 "$home"; then JAVA_HOME=$home; return 0; fi
    done
    on_path=$(command -v javac 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        real=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
        home=${real%/bin/javac}
        if keentill_is_jdk25 "$home"; then JAVA_HOME=$home; return 0; fi
    fi
    for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if keentill_is_jdk25 "$home"; then JAVA_HOME=$home; return 0; fi
    done
    echo "Keentill needs a JDK 25 or newer and found none: install one (for example the package temurin-25-jdk or openjdk-25-jdk) or set JAVA_HOME to it." >&2
    return 1
}

keentill_find_jdk || exit 1
export JAVA_HOME
