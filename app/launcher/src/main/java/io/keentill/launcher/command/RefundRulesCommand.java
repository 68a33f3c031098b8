package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.engine.refund.NoReceiptPolicy;
import io.keentill.engine.setup.Settings;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
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

    private static final String OPERATOR = "command line";
    private static final String MOST = "999999999999";

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
            String most = limit == null ? null : Long.toString(minor(limit, zero));
            boolean allowed = store.write(tx -> set(tx, most));
            if (!allowed) {
                throw new Problem("Say how much one return gives at most, with --limit AMOUNT.");
            }
        }
    }

    /** False, and nothing is set, where it would be on without a limit. */
    private boolean set(Tx tx, @Nullable String most) {
        if (withoutReceipt == Switch.ON
                && most == null
                && NoReceiptPolicy.limit(tx).isEmpty()) {
            return false;
        }
        Map<String, Object> changed = new LinkedHashMap<>();
        if (withoutReceipt != null) {
            String wanted = Boolean.toString(withoutReceipt == Switch.ON);
            tx.putSetting(Settings.RETURN_WITHOUT_RECEIPT, wanted);
            changed.put("without_receipt", wanted);
        }
        if (most != null) {
            tx.putSetting(Settings.RETURN_LIMIT, most);
            changed.put("limit_minor", most);
        }
        tx.appendJournal("refund.rules", OPERATOR, "refund", Console.text(changed));
        return true;
    }

    private static long minor(BigDecimal amount, Money zero) {
        if (amount.signum() <= 0) {
            throw new Problem("A limit is above zero, like 20.00. Switch it off with --without-receipt off.");
        }
        long minor = ShopAmount.minor(amount, zero);
        if (Long.toString(minor).length() <= MOST.length()) {
            return minor;
        }
        throw new Problem("\"" + amount + "\" is more than any return gives.");
    }

    private int tell(Console console) throws StoreException {
        try (TillStore store = TillStore.openReadOnly(options.folder())) {
            Money zero = ShopAmount.zero(store);
            Long most = store.read(NoReceiptPolicy::limit).orElse(null);
            boolean on = store.read(NoReceiptPolicy::isOn) && most != null;
            console.say(
                    on && most != null
                            ? "Goods come back without a receipt, for cash and with a manager's PIN, for up to "
                                    + Money.of(most, zero.currency()) + " each time."
                            : "Nothing comes back without a receipt.");
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("without_receipt", on);
            told.put("limit_minor", most);
            console.result(told);
            return 0;
        }
    }
}
