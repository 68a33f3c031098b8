package io.keentill.device.poslink;

import io.keentill.device.poslink.Dialogue.Reply;
import io.keentill.device.poslink.RecoveryHint.Before;
import io.keentill.device.poslink.RecoveryHint.Mark;
import io.keentill.device.poslink.codec.Message;
import io.keentill.domain.text.Sentence;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds a transaction in the terminal's books. They hold the open batch only and no transaction that was not approved, so a
 * payment that is not there either never was, or its batch was closed since; that the batch is still the same shows in a
 * transaction from before that is still there.
 */
final class Inquiry {

    private final Dialogue dialogue;
    private final Requests requests;
    private final PoslinkSettings settings;

    Inquiry(Dialogue dialogue, Requests requests, PoslinkSettings settings) {
        this.dialogue = dialogue;
        this.requests = requests;
        this.settings = settings;
    }

    /** What one report says. */
    sealed interface Record {

        /** This transaction. */
        record Of(Transaction transaction) implements Record {}

        /** There is none such. */
        record None() implements Record {}

        /** It answers, but does not tell: the report is not offered, or the terminal chose another transaction. */
        record Untold(Sentence why) implements Record {}

        /** It does something else. */
        record Busy() implements Record {}

        /** It does not answer. */
        record Unreachable(Sentence why) implements Record {}
    }

    /** What is known of a payment. */
    sealed interface Finding {

        /** It is in the books. */
        record Found(Transaction transaction) implements Finding {}

        /** It is not there, and the batch is proven to be the same as before. */
        record Absent() implements Finding {}

        /** It is not there, but nothing from before proves that the batch is the same. */
        record Traceless() implements Finding {}

        /** The terminal is busy, perhaps with it. */
        record Running() implements Finding {}

        /** The terminal does not answer. */
        record Unreachable(Sentence why) implements Finding {}

        /** The terminal answers and cannot tell. */
        record Untold(Sentence why) implements Finding {}
    }

    /** The last transaction of the batch. */
    Record last() {
        return report(requests.last(), transaction -> true);
    }

    /** The transaction with this reference of the till. */
    Record withReference(String reference) {
        return either(reference, "", transaction -> transaction.reference().equals(reference));
    }

    /** Looks for the payment that {@code hint} names. */
    Finding find(RecoveryHint hint) {
        Record own = withReference(hint.reference());
        if (own instanceof Record.Untold || own instanceof Record.None) {
            Record last = last();
            if (last instanceof Record.Of(Transaction newest)
                    && newest.reference().equals(hint.reference())) {
                return new Finding.Found(newest);
            }
            return last instanceof Record.Busy || last instanceof Record.Unreachable
                    ? finding(last)
                    : notThere(hint, own, last);
        }
        return finding(own);
    }

    private Finding notThere(RecoveryHint hint, Record own, Record last) {
        if (occupied()) {
            return new Finding.Running();
        }
        Mark original = hint.original();
        if (original != null) {
            Record undone = either(original.reference(), "", t -> t.reference().equals(original.reference()));
            if (!(undone instanceof Record.Of(Transaction now))) {
                return undone instanceof Record.None
                        ? new Finding.Untold(Sentence.of(
                                "poslink.the-terminal-does-not-have-the",
                                "The terminal does not have the original in its open batch any more"))
                        : finding(undone);
            }
            if (now.isVoid()) {
                // Some terminals turn the original into its void instead of adding one.
                return new Finding.Found(now);
            }
        }
        Mark before = hint.last();
        if (before != null && last instanceof Record.Of(Transaction newest) && before.marks(newest)) {
            // Nothing at all was added since.
            return new Finding.Absent();
        }
        if (own instanceof Record.Untold(Sentence why)) {
            return hint.before() == Before.EMPTY && last instanceof Record.None
                    ? new Finding.Traceless()
                    : new Finding.Untold(why);
        }
        return before == null ? new Finding.Traceless() : stillThere(before);
    }

    private Finding stillThere(Mark before) {
        Record seen = before.reference().isEmpty()
                ? either("", before.number(), before::marks)
                : either(before.reference(), "", before::marks);
        return switch (seen) {
            case Record.Of _ -> new Finding.Absent();
            case Record.None(), Record.Untold _ ->
                new Finding.Untold(Sentence.of(
                        "poslink.the-terminals-batch-was-closed-since",
                        "The terminal's batch was closed since, and its books begin anew"));
            case Record.Busy(), Record.Unreachable _ -> finding(seen);
        };
    }

    /** Whether it says that it is in the middle of a payment. Terminals that do not know the question are not. */
    private boolean occupied() {
        return dialogue.ask(requests.activity(), settings.report()) instanceof Reply.Told told
                && told.code().equals(ResultCode.OK)
                && Activity.of(told.message().text(5)).isPresent();
    }

    private static Finding finding(Record record) {
        return switch (record) {
            case Record.Of(Transaction transaction) -> new Finding.Found(transaction);
            case Record.Busy() -> new Finding.Running();
            case Record.Unreachable(Sentence why) -> new Finding.Unreachable(why);
            case Record.Untold(Sentence why) -> new Finding.Untold(why);
            case Record.None() ->
                new Finding.Untold(Sentence.of(
                        "poslink.the-terminal-has-no-such-transaction", "The terminal has no such transaction"));
        };
    }

    /** Asks in both orders of the fields; certain that there is none only if no order hides it. */
    private Record either(String reference, String number, Predicate<Transaction> wanted) {
        Record first = report(requests.detail(number, reference), wanted);
        if (!(first instanceof Record.None) && !(first instanceof Record.Untold)) {
            return first;
        }
        Record second = report(requests.detail(reference, number), wanted);
        if (first instanceof Record.None && second instanceof Record.Untold) {
            // The reference in the place of the number is nonsense to most terminals.
            return first;
        }
        return second;
    }

    private Record report(Message request, Predicate<Transaction> wanted) {
        return switch (dialogue.ask(request, settings.report())) {
            case Reply.Silent() -> new Record.Busy();
            case Reply.Broken(Sentence why) -> new Record.Unreachable(why);
            case Reply.Told told -> read(told, wanted);
        };
    }

    private static Record read(Reply.Told told, Predicate<Transaction> wanted) {
        if (told.code().equals(ResultCode.NOT_FOUND)) {
            return new Record.None();
        }
        if (!told.code().equals(ResultCode.OK)) {
            return new Record.Untold(Sentence.of(
                    "poslink.the-terminal-does-not-report-its",
                    "The terminal does not report its transactions: {0} {1}",
                    told.code(),
                    told.text()));
        }
        if (!Transaction.holdsRecord(told.message())) {
            return new Record.None();
        }
        Transaction transaction = Transaction.inReport(told.message());
        return wanted.test(transaction)
                ? new Record.Of(transaction)
                : new Record.Untold(Sentence.of(
                        "poslink.the-terminal-reports-another-transaction-than",
                        "The terminal reports another transaction than it was asked for"));
    }

    /** What is noted of the batch before a payment; empty if the terminal cannot be asked now. */
    static Optional<RecoveryHint> before(String reference, Record last, @Nullable Mark original) {
        return switch (last) {
            case Record.Of(Transaction newest) ->
                Optional.of(new RecoveryHint(reference, Before.KNOWN, Mark.of(newest), original));
            case Record.None() -> Optional.of(new RecoveryHint(reference, Before.EMPTY, null, original));
            case Record.Untold _ -> Optional.of(new RecoveryHint(reference, Before.UNTOLD, null, original));
            case Record.Busy(), Record.Unreachable _ -> Optional.empty();
        };
    }
}
