package io.keentill.device.weblink;

import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.Totals;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** X and Z reports (WebLink, "Reports"). */
final class Reports {

    private static final Sentence BUSY = Sentence.of(
            "weblink.a-transaction-is-running-on-the",
            "A transaction is running on the terminal. Wait until it has ended");

    private final Calls calls;

    Reports(Calls calls) {
        this.calls = calls;
    }

    TotalsAnswer totals(Pairings.Paired paired, Currency currency) {
        return switch (calls.report(paired, "XReport")) {
            case Reply.NotSent(Sentence why) -> new TotalsAnswer.NotTold(why);
            case Reply.Lost(Sentence why) -> new TotalsAnswer.NotTold(why);
            case Reply.Answered answer when answer.status() == 206 -> new TotalsAnswer.NotTold(BUSY);
            case Reply.Answered answer ->
                read(answer, currency)
                        .<TotalsAnswer>map(TotalsAnswer.Told::new)
                        .orElse(new TotalsAnswer.NotTold(Sentence.of(
                                "weblink.the-terminal-gave-no-totals",
                                "The terminal gave no totals: {0}",
                                answer.words())));
        };
    }

    Settlement settle(Pairings.Paired paired, Currency currency) {
        return switch (calls.report(paired, "ZReport")) {
            case Reply.NotSent(Sentence why) -> new Settlement.NotClosed(why);
            case Reply.Lost(Sentence why) ->
                new Settlement.NotKnown(Sentence.of(
                        "weblink.whether-its-day-was-closed-shows",
                        "{0} Whether its day was closed shows in the reports on the terminal itself",
                        why));
            case Reply.Answered answer when answer.status() == 206 -> new Settlement.NotClosed(BUSY);
            case Reply.Answered answer ->
                read(answer, currency)
                        .<Settlement>map(Settlement.Closed::new)
                        .orElse(new Settlement.NotClosed(Sentence.of(
                                "weblink.the-terminal-did-not-close-its",
                                "The terminal did not close its day: {0}",
                                answer.words())));
        };
    }

    /** Totals, or nothing counted: with nothing to settle a terminal says so in plain words, with status 200. */
    private static Optional<Totals> read(Reply.Answered answer, Currency currency) {
        if (answer.status() != 200) {
            return Optional.empty();
        }
        if (answer.body().strip().equalsIgnoreCase("No transactions to reconcile")) {
            return Optional.of(new Totals(0, Money.of(0, currency)));
        }
        return answer.object()
                .filter(json -> json.path("reportResponse").asBoolean(false))
                .map(json -> totals(json, currency));
    }

    private static Totals totals(ObjectNode json, Currency currency) {
        List<Totals.Line> lines = new ArrayList<>();
        line(lines, Totals.Kind.SALES, "sale", json, currency);
        line(lines, Totals.Kind.REFUNDS, "refund", json, currency);
        line(lines, Totals.Kind.COMPLETIONS, "completion", json, currency);
        int count = lines.stream().mapToInt(Totals.Line::count).sum();
        long net = 0;
        for (Totals.Line line : lines) {
            net += line.kind() == Totals.Kind.REFUNDS
                    ? -line.sum().minor()
                    : line.sum().minor();
        }
        line(lines, Totals.Kind.GRATUITIES, "gratuity", json, currency);
        line(lines, Totals.Kind.CASHBACK, "cashback", json, currency);
        return new Totals(count, Money.of(net, currency), lines);
    }

    private static void line(List<Totals.Line> lines, Totals.Kind kind, String name, JsonNode json, Currency currency) {
        int count = json.path(name + "Count").asInt(0);
        long sum = Math.abs(json.path(name + "Amount").asLong(0));
        if (count > 0 || sum > 0) {
            lines.add(new Totals.Line(kind, "", count, Money.of(sum, currency)));
        }
    }
}
