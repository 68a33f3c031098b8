package io.keentill.launcher.terminals;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals last}: reads beside a running till. */
@Command(name = "last", description = "Tells the last payment on a terminal, as this till stored it.")
final class LastCommand implements Callable<Integer> {

    private static final int LOOK_BACK = 1000;

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StoreException {
        Console console = terminal.options().console(spec);
        PaymentAttempt last = find(terminal.folder(), terminal.key());
        console.say(
                last.createdAt() + "  " + last.kind().name().toLowerCase(Locale.ROOT) + " " + last.reference() + "  "
                        + last.amount() + "  " + last.state().name().toLowerCase(Locale.ROOT) + "  "
                        + Objects.requireNonNullElse(last.message(), ""));
        TerminalSlip slip = slip(terminal.folder(), last.id());
        slip.merchant().forEach(console::say);
        slip.customer().forEach(console::say);
        console.result(Attempts.json(last, slip));
        return 0;
    }

    private static TerminalSlip slip(Path data, String attempt) throws StoreException {
        try (TillStore store = TillStore.openReadOnly(data)) {
            return store.read(view -> view.slip(attempt)).orElse(TerminalSlip.NONE);
        }
    }

    /** The last attempt on a terminal. */
    static PaymentAttempt find(Path data, String address) throws StoreException {
        if (!Files.isDirectory(data)) {
            throw new Problem("There is no till in " + data + ": name another folder with --data.");
        }
        try (TillStore store = TillStore.openReadOnly(data)) {
            List<PaymentAttempt> recent = store.read(view -> view.recentAttempts(LOOK_BACK));
            Optional<PaymentAttempt> last =
                    recent.stream().filter(a -> a.terminal().equals(address)).findFirst();
            return last.orElseThrow(() -> new Problem("No payment on " + address + " is stored in " + data
                    + (recent.size() < LOOK_BACK ? "." : " among the last " + LOOK_BACK + " of all terminals.")));
        }
    }
}
