package io.keentill.launcher.terminals;

import io.keentill.engine.IdSource;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.shift.CardsElsewhere;
import io.keentill.engine.shift.TerminalDay;
import io.keentill.engine.shift.TerminalDays;
import io.keentill.engine.sync.Cloud;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.Backup;
import io.keentill.store.Backups;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals settle}: the same end of day as the shift's, on whatever terminal is named. */
@Command(
        name = "settle",
        description = "Closes the terminal's day (end of day, batch close, Z report) and compares till, terminal and"
                + " RevKeen; differences become tasks.")
final class SettleCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--currency", paramLabel = "CODE", description = "ISO 4217 (default the shop's, else GBP).")
    private @Nullable String currency;

    @Override
    public Integer call() throws StoreException {
        Console console = terminal.options().console(spec);
        try (TillStore store = Wiring.create(terminal.folder());
                TerminalSession session = terminal.session()) {
            Optional<RevKeen> revKeen = Wiring.revKeen(terminal.folder(), store);
            try {
                return switch (days(store, session, revKeen).end(DeskWork.OPERATOR)) {
                    case TerminalDay.Closed closed -> closed(console, store, closed);
                    case TerminalDay.NotClosed no -> throw new Problem(no.message());
                    case TerminalDay.Refused no -> throw new Problem(no.message());
                };
            } finally {
                revKeen.ifPresent(RevKeen::close);
            }
        }
    }

    private TerminalDays days(TillStore store, TerminalSession session, Optional<RevKeen> revKeen)
            throws StoreException {
        Clock clock = Clock.systemUTC();
        IdSource ids = new IdSource(clock, new SecureRandom());
        String code = currency;
        Currency money = code != null
                ? MoneyOptions.currency(code)
                : store.read(view -> view.shop().map(shop -> shop.currency()))
                        .orElseGet(() -> MoneyOptions.currency("GBP"));
        TerminalDays days = TerminalDays.of(store, session, ids, clock, money);
        revKeen.ifPresent(api -> days.askElsewhere(Cloud.cardsElsewhere(store, api)));
        return days;
    }

    private int closed(Console console, TillStore store, TerminalDay.Closed day) {
        Map<String, Object> map = TotalsText.json(terminal.key(), day.totals());
        map.put("till_count", day.figures().tillCount());
        map.put("till_net_minor", day.figures().tillNet().minor());
        map.put("differences", day.differences());
        console.say("Closed: " + TotalsText.sum(day.totals()));
        TotalsText.say(console, day.totals());
        console.say("Till: " + day.figures().tillCount() + " payments, net "
                + day.figures().tillNet() + ".");
        switch (day.revKeen()) {
            case CardsElsewhere.Answer.Told told ->
                console.say("RevKeen: " + told.count() + " card sales, " + told.sum() + "; " + told.waiting()
                        + " still to be sent.");
            case CardsElsewhere.Answer.NotTold no -> console.say("RevKeen: " + no.message());
        }
        day.differences().forEach(console::say);
        backUp(console, store);
        console.result(map);
        return 0;
    }

    /** The day is closed whatever becomes of its backup. */
    private void backUp(Console console, TillStore store) {
        try {
            Backup taken = new Backups(Wiring.backups(terminal.folder())).take(store);
            console.say("Backed up to " + taken.file() + ".");
        } catch (StoreException e) {
            spec.commandLine()
                    .getErr()
                    .println("till: the day is closed, but there is no backup of it: " + e.getMessage());
        }
    }
}
