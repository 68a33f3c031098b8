package io.keentill.engine.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.text.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * The drawer from its opening float to its Z report.
 *
 * <p>What is sold without an open shift belongs to the one that is opened next, so that every sale stands in exactly one Z
 * report; the setting {@link io.keentill.engine.setup.Settings#SHIFT_REQUIRED} makes the till refuse sales until one is
 * open. Methods block for a commit or a query, like those of {@link io.keentill.engine.Till}. {@code operator} is the id of
 * whoever stands behind the step: the manager who approved it, where it needs one.
 */
public interface ShiftDesk {

    /** The shift that runs. */
    Optional<Shift> current();

    /**
     * Cash taken less given back since the last close, while no shift runs: it is in the drawer already, belongs to the
     * shift that is opened next and must not be counted into its float. Zero while a shift runs.
     */
    Money cashWithoutShift();

    /** Whether this till sells in an open shift alone. */
    boolean isRequired();

    /**
     * Opens a shift. Anybody who sells may.
     *
     * @param openingFloat what is in the drawer for change, zero or above, without {@link #cashWithoutShift}
     */
    ShiftResult open(Money openingFloat, String operator);

    /**
     * Puts cash into the drawer or takes some out, and opens it. Needs a manager; a drop to the safe does not.
     *
     * @param amount above zero, whichever way; no more than must be in the drawer, if it is taken out
     * @param reason why, 1 to 200 characters
     */
    ShiftResult move(CashMovement.Kind kind, Money amount, String reason, String operator);

    /**
     * Opens the drawer without a sale, to count or to change money; journalled. Anybody who sells may.
     *
     * @param reason why, 1 to 200 characters
     * @return what is wrong, in words; empty if it is journalled and the drawer is being opened
     */
    Optional<Sentence> openDrawer(String reason, String operator);

    /** Pay-ins, pay-outs and drops of the shift that runs, in their sequence. */
    List<CashMovement> movements();

    /**
     * Commits what somebody counted, and only then tells what should be there. Counting again is possible; each count is
     * kept and journalled, and the Z says how many there were. Once cash has moved since, a new one is needed. Anybody who
     * sells may count.
     */
    ShiftResult count(CashCount count, String operator);

    /**
     * Closes the shift on its latest count: one commit, after which its Z report is fixed for ever. Needs a manager.
     * Refused, with words and without any change, as {@link CloseResult} says.
     */
    CloseResult close(CloseWish wish, String operator);

    /**
     * What happened so far, for the shift that runs. Needs a manager. Whether the drawer is right is no part of it before
     * a count was committed.
     */
    XResult x(String operator);

    /**
     * Closes the day of the till's terminal, before or after the shift, and compares what this till's books, the terminal
     * and RevKeen have of its payments; each difference becomes a task. Blocks for as long as the terminal takes, up to
     * minutes. Needs a manager.
     */
    TerminalDay endTerminalDay(String operator);

    /** A Z report by its number. */
    ZFound z(long number);

    /** Z reports, newest first; each as {@link #z} gives it. */
    List<ZFound> zs(int limit);

    /** An X report on paper. */
    Receipt paper(XReport report);

    /** A Z report on paper; {@code copy} marks it as one. */
    Receipt paper(ZReport report, boolean copy);

    /** Queues an X report for the printer. Returns at once; trouble is told as a notice. */
    void print(XReport report);

    /** Queues a Z report for the printer: the first time as the original, then marked as a copy. */
    void print(ZReport report, String operator);
}
