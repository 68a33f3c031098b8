package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.RulesChange;
import io.keentill.engine.office.RulesDesk;
import io.keentill.engine.office.ShopRules;
import io.keentill.engine.office.StoredRules;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
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

/** {@code till refund rules}. */
@Command(
        name = "rules",
        description = "Shows what this shop allows of goods that come back without a receipt, or sets it: whether they"
                + " may, for cash and with a manager's PIN, and how much one return gives at most.")
final class RefundRulesCommand implements Callable<Integer> {

    /** What can be answered. */
    enum Switch {
        /** It is allowed. */
        ON,
        /** It is not. */
        OFF
    }

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--without-receipt",
            paramLabel = "on|off",
            description = "Whether goods come back without a receipt.")
    private @Nullable Switch withoutReceipt;

    @Option(
            names = "--limit",
            paramLabel = "AMOUNT",
            description = "The most that one return without a receipt gives, like 20.00.")
    private @Nullable BigDecimal limit;

    @Override
    public Integer call() {
        try {
            if (withoutReceipt != null || limit != null) {
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
            Boolean wanted = withoutReceipt == null ? null : withoutReceipt == Switch.ON;
            Money most = limit == null ? null : ShopAmount.of(limit, zero);
            StoredRules rules = new StoredRules(store);
            if (withoutReceipt == Switch.ON && most == null && rules.now().returnLimit() == null) {
                throw new Problem("Say how much one return gives at most, with --limit AMOUNT.");
            }
            RulesChange change = rules.setReturns(wanted, most, RulesDesk.COMMAND_LINE);
            if (change instanceof RulesChange.Refused(Sentence why)) {
                throw new Problem(why);
            }
        }
    }

    private int tell(Console console) throws StoreException {
        try (TillStore store = TillStore.openReadOnly(options.folder())) {
            ShopAmount.zero(store);
            ShopRules rules = new StoredRules(store).now();
            Money most = rules.returnLimit();
            console.say(
                    rules.withoutReceipt()
                            ? "Goods come back without a receipt, for cash and with a manager's PIN, for up to " + most
                                    + " each time."
                            : "Nothing comes back without a receipt.");
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("without_receipt", rules.withoutReceipt());
            told.put("limit_minor", most == null ? null : most.minor());
            console.result(told);
            return 0;
        }
    }
}
