package io.keentill.launcher.shift;

import io.keentill.domain.money.Money;
import io.keentill.engine.setup.Settings;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.command.DataOptions;
import io.keentill.launcher.command.ShopAmount;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till shift rules}. */
@Command(
        name = "rules",
        description =
                "Shows what this shop asks of its shifts, or sets it: whether the till sells without one, and how far"
                        + " a drawer may be off before somebody has to say why.")
final class ShiftRulesCommand implements Callable<Integer> {

    private static final String OPERATOR = "command line";
    private static final long USUAL_DIFFERENCE = 200;

    /** What can be answered. */
    enum Answer {
        /** It holds. */
        YES,
        /** It does not. */
        NO
    }

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--required", paramLabel = "yes|no", description = "Whether the till sells in an open shift alone.")
    private @Nullable Answer required;

    @Option(
            names = "--difference",
            paramLabel = "AMOUNT",
            description = "How much over or short needs no reason, like 2.00.")
    private @Nullable BigDecimal difference;

    @Override
    public Integer call() {
        try {
            if (required != null || difference != null) {
                set();
            }
            return tell(options.console(spec));
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private void set() throws StoreException {
        try (TillStore store = Wiring.store(options.folder())) {
            Money zero = ShopAmount.zero(store);
            String limit = difference == null ? null : Long.toString(minor(difference, zero));
            String wanted = required == null ? null : Boolean.toString(required == Answer.YES);
            Map<String, Object> changed = new LinkedHashMap<>();
            store.write(tx -> {
                if (wanted != null) {
                    tx.putSetting(Settings.SHIFT_REQUIRED, wanted);
                    changed.put("required", wanted);
                }
                if (limit != null) {
                    tx.putSetting(Settings.SHIFT_DIFFERENCE, limit);
                    changed.put("difference_minor", limit);
                }
                return tx.appendJournal("shift.rules", OPERATOR, "shift", Console.text(changed));
            });
        }
    }

    private static long minor(BigDecimal amount, Money zero) {
        if (amount.signum() < 0) {
            throw new Problem("A difference is zero or more, like 2.00.");
        }
        return ShopAmount.minor(amount, zero);
    }

    private int tell(Console console) throws StoreException {
        try (TillStore store = TillStore.openReadOnly(options.folder())) {
            Money zero = ShopAmount.zero(store);
            boolean needed = store.read(view -> view.setting(Settings.SHIFT_REQUIRED))
                    .filter("true"::equals)
                    .isPresent();
            String set =
                    store.read(view -> view.setting(Settings.SHIFT_DIFFERENCE)).orElse(Long.toString(USUAL_DIFFERENCE));
            long limit = set.matches("\\d{1,12}") ? Long.parseLong(set) : 0;
            console.say(needed ? "The till sells in an open shift alone." : "The till sells without a shift, too.");
            console.say("Over or short by more than " + Money.of(limit, zero.currency()) + " needs a reason.");
            console.result(Map.of("required", needed, "difference_minor", limit));
            return 0;
        }
    }
}
