package io.keentill.engine.office;

import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;

/** How a change of the staff went. */
public sealed interface StaffChange {

    /** Stored and journalled. */
    record Done(Staff staff) implements StaffChange {}

    /** Not done; the message says why and what to do. */
    record Refused(Sentence message) implements StaffChange {}
}
