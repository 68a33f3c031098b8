package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.TenderType;
import io.keentill.engine.setup.Settings;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxSummary;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till status}: what a till has stored, read beside a running storefront too. */
@Command(name = "status", description = "Shows takings, open payments and what waits for RevKeen.")
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = options.console(spec);
        Path data = options.folder();
        try (TillStore store = TillStore.openReadOnly(data)) {
            Map<String, Object> status = store.read(view -> status(view, data));
            status.forEach((name, value) -> console.say(name.replace('_', ' ') + ": " + value));
            console.result(status);
            return 0;
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private static Map<String, Object> status(View view, Path data) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("data", data.toString());
        status.put("shop", view.shop().map(s -> s.name()).orElse("not set up"));
        status.put("revkeen", view.setting(Settings.API_URL).orElse("not set up"));
        status.put("terminal", view.setting(Settings.TERMINAL).orElse("not set up"));
        status.put("products", view.countProducts());
        status.put("sales", view.countOrders(OrderState.PAID));
        view.shop().ifPresent(shop -> {
            Map<TenderType, Money> takings = view.takings(shop.currency());
            Map<String, Object> sums = new LinkedHashMap<>();
            for (TenderType type : TenderType.values()) {
                Money sum = takings.getOrDefault(type, Money.zero(shop.currency()));
                sums.put(type.name().toLowerCase(Locale.ROOT), sum.minor());
            }
            status.put("takings_minor", sums);
        });
        status.put("open_payments", view.openAttempts().size());
        OutboxSummary backlog = view.outboxSummary();
        status.put("waiting_for_sync", backlog.waiting());
        status.put(
                "oldest_unsynced",
                backlog.oldestWaiting() == null ? null : backlog.oldestWaiting().toString());
        status.put("tasks", view.outboxTasks().stream().map(StatusCommand::task).toList());
        return status;
    }

    private static String task(OutboxRow row) {
        return row.kind() + " of sale " + row.saleId() + ": " + row.problem();
    }
}
