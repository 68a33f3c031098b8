package io.keentill.engine.simulation;

/** Numbers that look random and follow from a seed and a place. */
final class Seeds {

    private Seeds() {}

    /** Far apart for places side by side (the finaliser of SplitMix64). */
    static long mix(long seed, long a, long b) {
        return mix(mix(mix(seed) + a * 0x9E3779B97F4A7C15L) + b * 0xD1B54A32D192ED03L);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
