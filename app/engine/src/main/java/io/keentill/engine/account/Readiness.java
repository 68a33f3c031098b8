package io.keentill.engine.account;

import io.keentill.domain.text.Sentence;

/** Whether money may be taken for the order on the counter, as far as its invoice is concerned. Already stored. */
public sealed interface Readiness {

    /** It may: RevKeen says so, or the order pays no invoice. */
    record Clear() implements Readiness {}

    /** RevKeen cannot be asked. It may all the same: what is paid here is told later, and refused then if it must be. */
    record Silent(Sentence why) implements Readiness {}

    /** It may not; the sentence says why and what to do. */
    record Stopped(Sentence why) implements Readiness {}
}
