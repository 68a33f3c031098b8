package io.keentill.launcher.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.RulesChange;
import io.keentill.engine.office.RulesDesk;
import io.keentill.engine.office.ShopRules;
import io.keentill.engine.office.StoredRules;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.command.DataOptions;
import io.keentill.launcher.command.ShopAmount;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
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
            Boolean wanted = required == null ? null : required == Answer.YES;
            Money limit = difference == null ? null : ShopAmount.of(difference, zero);
            RulesChange change = new StoredRules(store).setShifts(wanted, limit, RulesDesk.COMMAND_LINE);
            if (change instanceof RulesChange.Refused(Sentence why)) {
                throw new Problem(why);
            }
        }
    }

    private int tell(Console console) throws StoreException {
        try (TillStore store = TillStore.openReadOnly(options.folder())) {
            ShopAmount.zero(store);
            ShopRules rules = new StoredRules(store).now();
            console.say(
                    rules.shiftRequired()
                            ? "The till sells in an open shift alone."
                            : "The till sells without a shift, too.");
            console.say("Over or short by more than " + rules.difference() + " needs a reason.");
            console.result(Map.of(
                    "required",
                    rules.shiftRequired(),
                    "difference_minor",
                    rules.difference().minor()));
            return 0;
        }
    }
}
