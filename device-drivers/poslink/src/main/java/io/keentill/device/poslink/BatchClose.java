package io.keentill.device.poslink;

import io.keentill.device.poslink.Dialogue.Reply;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.Totals;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;

/** Totals of the open batch (R00) and its close (B00). */
final class BatchClose {

    private static final int COUNTS = 6;
    private static final int SUMS = 7;
    private static final int CREDIT = 6;
    private static final int DEBIT = 7;

    private final Dialogue dialogue;
    private final Requests requests;
    private final PoslinkSettings settings;
    private final Clock clock;

    BatchClose(Dialogue dialogue, Requests requests, PoslinkSettings settings, Clock clock) {
        this.dialogue = dialogue;
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    Settlement close(Currency currency) {
        if (!currency.equals(settings.currency())) {
            return new Settlement.NotClosed(otherCurrency(currency));
        }
        // A question first: if the terminal is busy or away, nothing that lasts has been asked of it.
        Reply before = dialogue.ask(requests.last(), settings.report());
        if (!(before instanceof Reply.Told)) {
            return new Settlement.NotClosed(reason(before));
        }
        Message close = requests.closeBatch(clock.instant(), clock.getZone());
        return switch (dialogue.ask(close, settings.batch())) {
            case Reply.Told told -> closed(told);
            case Reply.Silent(), Reply.Broken _ ->
                new Settlement.NotKnown(Sentence.of(
                        "poslink.the-terminal-was-told-to-close",
                        "The terminal was told to close its batch, and its answer is missing. Look at"
                                + " its display or slip. Closing again is safe"));
        };
    }

    TotalsAnswer totals(Currency currency) {
        if (!currency.equals(settings.currency())) {
            return new TotalsAnswer.NotTold(otherCurrency(currency));
        }
        Reply reply = dialogue.ask(requests.totals(), settings.report());
        if (!(reply instanceof Reply.Told told)) {
            return new TotalsAnswer.NotTold(reason(reply));
        }
        return told.code().equals(ResultCode.OK)
                ? read(told.message())
                : new TotalsAnswer.NotTold(Sentence.of(
                        "poslink.the-terminal-does-not-tell-its",
                        "The terminal does not tell its totals ({0} {1})",
                        told.code(),
                        told.text()));
    }

    private Settlement closed(Reply.Told told) {
        if (told.code().equals(ResultCode.OUT_OF_BALANCE)) {
            return new Settlement.NotKnown(Sentence.of(
                    "poslink.the-terminal-closed-its-batch-but",
                    "The terminal closed its batch, but its bank counts otherwise. Compare the"
                            + " totals with the bank's statement"));
        }
        if (!told.code().equals(ResultCode.OK)) {
            return new Settlement.NotClosed(Sentence.of(
                    "poslink.the-terminal-did-not-close-its",
                    "The terminal did not close its batch ({0} {1}). Look at its display and try" + " again",
                    told.code(),
                    told.text()));
        }
        OptionalLong count = sum(told.message().text(COUNTS));
        OptionalLong net = sum(told.message().text(SUMS));
        if (count.isEmpty() || net.isEmpty() || count.getAsLong() > Integer.MAX_VALUE) {
            return new Settlement.NotKnown(Sentence.of(
                    "poslink.the-terminal-closed-its-batch-but-its",
                    "The terminal closed its batch, but its totals cannot be read. Take them from" + " its slip"));
        }
        return new Settlement.Closed((int) count.getAsLong(), Money.of(net.getAsLong(), settings.currency()));
    }

    private TotalsAnswer read(Message message) {
        List<Totals.Line> lines = new ArrayList<>();
        List<String> credit = parts(message.group(CREDIT));
        List<String> debit = parts(message.group(DEBIT));
        boolean readable = add(lines, Totals.Kind.SALES, "Credit", credit, 0)
                && add(lines, Totals.Kind.REFUNDS, "Credit", credit, 4)
                && add(lines, Totals.Kind.PRE_AUTHORISATIONS, "Credit", credit, 6)
                && add(lines, Totals.Kind.COMPLETIONS, "Credit", credit, 8)
                && add(lines, Totals.Kind.SALES, "Debit", debit, 0)
                && add(lines, Totals.Kind.REFUNDS, "Debit", debit, 2);
        if (!readable || credit.isEmpty()) {
            return new TotalsAnswer.NotTold(Sentence.of(
                    "poslink.the-terminals-totals-cannot-be-read",
                    "The terminal's totals cannot be read. Use its own menu for them"));
        }
        int count = 0;
        long net = 0;
        for (Totals.Line line : lines) {
            switch (line.kind()) {
                case SALES, COMPLETIONS -> {
                    count += line.count();
                    net += line.sum().minor();
                }
                case REFUNDS -> {
                    count += line.count();
                    net -= line.sum().minor();
                }
                default -> {
                    // Money held is not taken yet.
                }
            }
        }
        return new TotalsAnswer.Told(new Totals(count, Money.of(net, settings.currency()), lines));
    }

    /** Adds a line of count and sum unless both are zero or not there; false if they cannot be read. */
    private boolean add(List<Totals.Line> to, Totals.Kind kind, String name, List<String> parts, int at) {
        if (parts.size() <= at + 1) {
            return true;
        }
        if (!parts.get(at).matches("\\d{1,9}") || !parts.get(at + 1).matches("\\d{1,15}")) {
            return parts.get(at).isEmpty() && parts.get(at + 1).isEmpty();
        }
        int count = Integer.parseInt(parts.get(at));
        if (count > 0) {
            to.add(new Totals.Line(
                    kind, name, count, Money.of(Long.parseLong(parts.get(at + 1)), settings.currency())));
        }
        return true;
    }

    /** Fields of a totals group, whichever of both separators the terminal uses. */
    private static List<String> parts(List<String> group) {
        return group.size() == 1 ? List.of(group.getFirst().split("=", -1)) : group;
    }

    /** Adds up {@code 3=0=0=1}; empty if that is not what stands there. */
    private static OptionalLong sum(String text) {
        long sum = 0;
        for (String part : text.split("=", -1)) {
            if (!part.matches("-?\\d{1,15}")) {
                return OptionalLong.empty();
            }
            sum += Long.parseLong(part);
        }
        return OptionalLong.of(sum);
    }

    private Sentence otherCurrency(Currency currency) {
        return Sentence.of(
                "poslink.this-terminal-is-set-up-for",
                "This terminal is set up for {0}, not for {1}",
                settings.currency(),
                currency);
    }

    private static Sentence reason(Reply reply) {
        return reply instanceof Reply.Broken(Sentence why)
                ? why
                : Sentence.of(
                        "poslink.the-terminal-is-busy-or-in",
                        "The terminal is busy or in its menu. Wait until it shows its start screen, then"
                                + " try again");
    }
}
