package io.keentill.engine.book;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.setup.Settings;
import io.keentill.store.View;
import java.util.Optional;

/** Whether anything may be sold, where a shop sells in an open shift alone. */
public final class ShiftGate {

    private ShiftGate() {}

    /** Whether this till sells in an open shift alone. */
    public static boolean isRequired(View view) {
        return view.setting(Settings.SHIFT_REQUIRED).filter("true"::equals).isPresent();
    }

    /** Why no cash goes out of the drawer for goods now, in words for people; empty if it may. */
    public static Optional<Sentence> cashProblem(View view) {
        return isRequired(view) && view.shifts().open().isEmpty()
                ? Optional.of(Sentence.of(
                        "book.no-shift-is-open-open-one-with",
                        "No shift is open. Open one with its float: the cash comes out of its drawer."))
                : Optional.empty();
    }

    /** Why nothing can be sold now, in words for people; empty if it can. */
    public static Optional<Sentence> problem(View view) {
        return isRequired(view) && view.shifts().open().isEmpty()
                ? Optional.of(Sentence.of(
                        "book.no-shift-is-open-open-one", "No shift is open. Open one with its float, then sell."))
                : Optional.empty();
    }
}
