package io.keentill.device.zvt;

import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.domain.money.Money;
import java.util.Currency;
import java.util.List;

/** Closes the day (06 50) and reads its totals from field 60 of the status information. */
final class DayEnd {

    /** Receipt numbers from and to, then for each of seven card groups how many (1 byte) and how much (6). */
    private static final int GROUPS_START = 4;

    private static final int GROUP = 7;

    private final Connection connection;
    private final LastPayment lastPayment;
    private final ZvtSettings settings;

    DayEnd(Connection connection, LastPayment lastPayment, ZvtSettings settings) {
        this.connection = connection;
        this.lastPayment = lastPayment;
        this.settings = settings;
    }

    Settlement close(Currency currency) {
        // Asked first because it finds a link that broke unnoticed, and registers.
        LastPayment.Answer before = lastPayment.ask(currency, false, settings.busy());
        if (before instanceof LastPayment.Answer.Unreachable(String why)) {
            return new Settlement.NotClosed(why);
        }
        if (before instanceof LastPayment.Answer.Busy) {
            return new Settlement.NotClosed(FailureTexts.of(0x9C));
        }
        try {
            return read(connection.endOfDay(), currency);
        } catch (LinkException e) {
            connection.drop();
            return doubtful(String.valueOf(e.getMessage()));
        }
    }

    private Settlement read(Service.Result result, Currency currency) {
        return switch (result) {
            case Service.Result.Done(var _, List<StatusInfo> statuses) -> totals(statuses, currency);
            case Service.Result.Refused(int code) -> new Settlement.NotClosed(FailureTexts.of(code));
            case Service.Result.Busy() -> new Settlement.NotClosed(FailureTexts.of(0x9C));
            case Service.Result.Silent() -> {
                connection.drop();
                yield doubtful("The terminal fell silent");
            }
        };
    }

    private static Settlement totals(List<StatusInfo> statuses, Currency currency) {
        if (statuses.isEmpty()) {
            return new Settlement.Closed(0, Money.zero(currency));
        }
        StatusInfo info = statuses.getLast();
        if (info.result().isPresent() && !info.approved()) {
            return new Settlement.NotClosed(FailureTexts.of(info.result().getAsInt()));
        }
        Bytes groups = Fields.read(info.data()).get(Bitmap.TOTALS).orElse(Bytes.EMPTY);
        int count = 0;
        long sum = 0;
        for (int at = GROUPS_START; at + GROUP <= groups.length(); at += GROUP) {
            count += (int) Bcd.decode(groups.slice(at, at + 1)).orElse(0);
            sum += Bcd.decode(groups.slice(at + 1, at + GROUP)).orElse(0);
        }
        return new Settlement.Closed(count, Money.of(info.amount().orElse(sum), currency));
    }

    private static Settlement doubtful(String why) {
        return new Settlement.NotKnown(
                why + ". The day may be closed nevertheless: look at the terminal's slip, then try again");
    }
}
