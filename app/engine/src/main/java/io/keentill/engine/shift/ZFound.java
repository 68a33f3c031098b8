package io.keentill.engine.shift;

import io.keentill.domain.shift.ZReport;
import io.keentill.domain.text.Sentence;

/** What came of looking for a Z report. */
public sealed interface ZFound {

    /** It is there, as it was made. */
    record Report(ZReport report) implements ZFound {}

    /** It was changed after it was made, or its chain is broken; what it says proves nothing. */
    record Damaged(long number, Sentence message) implements ZFound {}

    /** This till made no such report, or it cannot be read now; the message says which. */
    record None(Sentence message) implements ZFound {}
}
