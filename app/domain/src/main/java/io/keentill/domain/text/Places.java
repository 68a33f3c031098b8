package io.keentill.domain.text;

/** The places for values in a pattern. */
final class Places {

    private Places() {}

    /** The number between two marks of {@code pattern}; -1 if that is none of one or two figures. */
    static int number(String pattern, int from, int to) {
        if (to <= from || to - from > 2) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = pattern.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
