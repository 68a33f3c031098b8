package io.keentill.device.conformance;

import java.time.Duration;

/** What goes wrong on the way, once. Bytes and messages are counted over all links of an attempt, from 0. */
sealed interface Fault {

    /** Nothing goes wrong. */
    record None() implements Fault {}

    /** After so many bytes the link breaks, or from then on swallows everything in silence. */
    record Cut(boolean outwards, int at, boolean silently) implements Fault {}

    /** One byte arrives changed. */
    record Garble(boolean outwards, int at, int mask) implements Fault {}

    /** No read goes past this byte: a piece ends there. */
    record SplitAt(int at) implements Fault {}

    /** Every byte travels alone, in both directions. */
    record Crumbs() implements Fault {}

    /** A message from the terminal never arrives. */
    record Lost(int message) implements Fault {}

    /** A message from the terminal arrives late, and all after it too. */
    record Late(int message, Duration by) implements Fault {}

    /** A message from the terminal arrives twice. */
    record Twice(int message) implements Fault {}
}
