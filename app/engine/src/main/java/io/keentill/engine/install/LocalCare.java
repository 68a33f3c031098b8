package io.keentill.engine.install;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.engine.setup.KeyCheck;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.status.TillStatus;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at the till and the machine around it.
 *
 * @param machine what the machine itself says; asked anew each time
 * @param status of the till as last seen
 * @param data folder of the till
 */
record LocalCare(
        TillStore store,
        Secrets secrets,
        RevKeenOptions revKeen,
        Supplier<TillStatus> status,
        Supplier<List<Finding>> machine,
        Supplier<Path> data,
        String version,
        InstantSource clock)
        implements CareDesk {

    private static final System.Logger LOG = System.getLogger(LocalCare.class.getName());
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(machine.get());
        TillStatus now = status.get();
        findings.add(account());
        findings.add(connector(now));
        findings.add(terminal(now));
        findings.add(printer());
        findings.add(backlog(now));
        now.warnings().forEach(w -> findings.add(new Finding("Warning", false, "open", w)));
        return findings;
    }

    private Finding account() {
        String what = "RevKeen and its key";
        try {
            Optional<String> url = setting(Settings.API_URL);
            Optional<String> key = secrets.get(Secrets.REVKEEN_KEY);
            if (url.isEmpty() || key.isEmpty()) {
                return new Finding(
                        what, false, "not set up", "Sales stay on this till. Set RevKeen up to have them synced.");
            }
            return switch (KeyCheck.check(url.get(), key.get(), revKeen)) {
                case KeyCheck.Result.Refused no -> new Finding(what, false, "not taken", no.message());
                case KeyCheck.Result.Taken taken ->
                    new Finding(
                            what,
                            false,
                            url.get() + ", " + taken.environment(),
                            taken.missing().isEmpty()
                                    ? ""
                                    : "Add these scopes to the key in RevKeen: " + String.join(", ", taken.missing()));
            };
        } catch (StoreException | IOException e) {
            return new Finding(what, true, "cannot be read", String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> setting(String name) throws StoreException {
        return store.read(view -> view.setting(name));
    }

    private static Finding connector(TillStatus now) {
        String what = "Connector channel";
        return switch (now.connector()) {
            case LINKED -> new Finding(what, false, "linked", "");
            case NOT_OFFERED ->
                new Finding(
                        what,
                        false,
                        "not offered by this RevKeen",
                        "Card payments of this till are recorded; payments begun in RevKeen's dashboard do not reach it.");
            case DISCONNECTED ->
                new Finding(
                        what, false, "not connected", "Check the network, the key's terminal scopes, or link it anew.");
        };
    }

    private static Finding terminal(TillStatus now) {
        String what = "Payment terminal";
        TerminalStatus state = now.terminal();
        if (now.terminalAddress() == null || state == null) {
            return new Finding(what, false, "none set up", "Set one up to take cards.");
        }
        boolean good = state.state() == TerminalStatus.State.READY || state.state() == TerminalStatus.State.BUSY;
        String message = state.message().isBlank() ? "Look at its display." : state.message();
        return new Finding(what, false, now.terminalAddress() + ", " + state.state(), good ? "" : message);
    }

    private Finding printer() {
        String what = "Receipt printer";
        try {
            return setting(Settings.PRINTER)
                    .map(p -> new Finding(what, false, p, ""))
                    .orElseGet(() -> new Finding(what, false, "none set up", "Set one up to print receipts."));
        } catch (StoreException e) {
            return new Finding(what, true, "cannot be read", String.valueOf(e.getMessage()));
        }
    }

    private static Finding backlog(TillStatus now) {
        String state = now.waiting() + " waiting for RevKeen, " + now.tasks() + " refused, " + now.unresolvedPayments()
                + " payments without an outcome";
        boolean good = now.tasks() == 0 && now.unresolvedPayments() == 0;
        return new Finding("Open work", false, state, good ? "" : "See to the tasks.");
    }

    @Override
    public Bundle bundle(Path folder) {
        Path file = folder.resolve("keentill-support-" + NAME.format(clock.instant()) + ".zip");
        try {
            Files.createDirectories(folder);
            new SupportBundle(store, data.get(), version).write(file, examine());
            return new Bundle.Written(file);
        } catch (IOException | StoreException e) {
            LOG.log(System.Logger.Level.WARNING, "The support bundle could not be written", e);
            return new Bundle.NotWritten("The bundle could not be written: " + e.getMessage());
        }
    }

    @Override
    public Path exportFolder() {
        return data.get().resolve("exports");
    }

    @Override
    public Path usualFolder() {
        return data.get().resolve("support");
    }
}
