package io.keentill.device.zvt;

import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.Totals;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Asks for the day's totals (06 10) or closes the day (06 50), and reads field 60 of the status information. */
final class DayEnd {

    /** Receipt numbers from and to, then for each of seven card groups how many (1 byte) and how much (6). */
    private static final int GROUPS_START = 4;

    private static final int GROUP = 7;
    private static final List<String> GROUP_NAMES =
            List.of("girocard", "JCB", "Mastercard", "American Express", "Visa", "Diners", "Other cards");
    private static final int BUSY = 0x9C;

    private final Connection connection;
    private final LastPayment lastPayment;
    private final ZvtSettings settings;

    DayEnd(Connection connection, LastPayment lastPayment, ZvtSettings settings) {
        this.connection = connection;
        this.lastPayment = lastPayment;
        this.settings = settings;
    }

    Settlement close(Currency currency) {
        Optional<Sentence> obstacle = obstacle(currency);
        if (obstacle.isPresent()) {
            return new Settlement.NotClosed(obstacle.get());
        }
        try {
            return switch (connection.endOfDay()) {
                case Service.Result.Done done ->
                    refusal(done)
                            .<Settlement>map(Settlement.NotClosed::new)
                            .orElseGet(() -> new Settlement.Closed(read(done, currency)));
                case Service.Result.Refused(int code) -> new Settlement.NotClosed(FailureTexts.of(code));
                case Service.Result.Busy() -> new Settlement.NotClosed(FailureTexts.of(BUSY));
                case Service.Result.Silent() ->
                    doubtful(Sentence.of("zvt.the-terminal-fell-silent", "The terminal fell silent"));
            };
        } catch (LinkException e) {
            return doubtful(LinkException.said(e));
        }
    }

    TotalsAnswer totals(Currency currency) {
        Optional<Sentence> obstacle = obstacle(currency);
        if (obstacle.isPresent()) {
            return new TotalsAnswer.NotTold(obstacle.get());
        }
        try {
            return switch (connection.totals()) {
                case Service.Result.Done done ->
                    refusal(done)
                            .<TotalsAnswer>map(TotalsAnswer.NotTold::new)
                            .orElseGet(() -> new TotalsAnswer.Told(read(done, currency)));
                case Service.Result.Refused(int code) -> new TotalsAnswer.NotTold(FailureTexts.of(code));
                case Service.Result.Busy() -> new TotalsAnswer.NotTold(FailureTexts.of(BUSY));
                case Service.Result.Silent() ->
                    notTold(Sentence.of(
                            "zvt.the-terminal-fell-silent-try-again", "The terminal fell silent. Try again"));
            };
        } catch (LinkException e) {
            return notTold(LinkException.said(e));
        }
    }

    /** Asked first because it finds a link that broke unnoticed, and registers. */
    private Optional<Sentence> obstacle(Currency currency) {
        return switch (lastPayment.ready(currency, settings.busy())) {
            case LastPayment.Answer.Unreachable(Sentence why) -> Optional.of(why);
            case LastPayment.Answer.Busy() -> Optional.of(FailureTexts.of(BUSY));
            case LastPayment.Answer.Known _,
                    LastPayment.Answer.None _,
                    LastPayment.Answer.Untold _,
                    LastPayment.Answer.Unsupported _ -> Optional.empty();
        };
    }

    private static Optional<Sentence> refusal(Service.Result.Done done) {
        List<StatusInfo> statuses = done.statuses();
        if (statuses.isEmpty()
                || statuses.getLast().result().isEmpty()
                || statuses.getLast().approved()) {
            return Optional.empty();
        }
        return Optional.of(FailureTexts.of(statuses.getLast().result().getAsInt()));
    }

    private static Totals read(Service.Result.Done done, Currency currency) {
        if (done.statuses().isEmpty()) {
            return new Totals(0, Money.zero(currency), List.of(), done.printed().all());
        }
        StatusInfo info = done.statuses().getLast();
        Bytes groups = Fields.read(info.data()).get(Bitmap.TOTALS).orElse(Bytes.EMPTY);
        int count = 0;
        long sum = 0;
        List<Totals.Line> lines = new ArrayList<>();
        for (int at = GROUPS_START, i = 0; at + GROUP <= groups.length(); at += GROUP, i++) {
            int number = (int) Bcd.decode(groups.slice(at, at + 1)).orElse(0);
            long minor = Bcd.decode(groups.slice(at + 1, at + GROUP)).orElse(0);
            count += number;
            sum += minor;
            if (number != 0 || minor != 0) {
                lines.add(new Totals.Line(
                        Totals.Kind.SCHEME,
                        i < GROUP_NAMES.size() ? GROUP_NAMES.get(i) : "",
                        number,
                        Money.of(minor, currency)));
            }
        }
        Money net = Money.of(info.amount().orElse(sum), currency);
        return new Totals(count, net, lines, done.printed().all());
    }

    private Settlement doubtful(Sentence why) {
        connection.drop();
        return new Settlement.NotKnown(Sentence.of(
                "zvt.the-day-may-be-closed-nevertheless",
                "{0}. The day may be closed nevertheless: look at the terminal's slip, then try" + " again",
                why));
    }

    private TotalsAnswer notTold(Sentence why) {
        connection.drop();
        return new TotalsAnswer.NotTold(why);
    }
}
