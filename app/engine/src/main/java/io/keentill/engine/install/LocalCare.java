package io.keentill.engine.install;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
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
        now.warnings()
                .forEach(w -> findings.add(new Finding(
                        Sentence.of("install.warning", "Warning"), false, Sentence.of("install.open", "open"), w)));
        return findings;
    }

    private Finding account() {
        Sentence what = Sentence.of("install.revkeen-and-its-key", "RevKeen and its key");
        try {
            Optional<String> url = setting(Settings.API_URL);
            Optional<String> key = secrets.get(Secrets.REVKEEN_KEY);
            if (url.isEmpty() || key.isEmpty()) {
                return new Finding(
                        what,
                        false,
                        Sentence.of("install.not-set-up", "not set up"),
                        Sentence.of(
                                "install.sales-stay-on-this-till-set",
                                "Sales stay on this till. Set RevKeen up to have them synced."));
            }
            return switch (KeyCheck.check(url.get(), key.get(), revKeen)) {
                case KeyCheck.Result.Refused no ->
                    new Finding(what, false, Sentence.of("install.not-taken", "not taken"), no.message());
                case KeyCheck.Result.Taken taken ->
                    new Finding(
                            what,
                            false,
                            Sentence.of("text.listed", "{0}, {1}", url.get(), taken.environment()),
                            taken.missing().isEmpty()
                                    ? Sentence.quoted("")
                                    : Sentence.of(
                                            "install.add-these-scopes-to-the-key",
                                            "Add these scopes to the key in RevKeen: {0}",
                                            String.join(", ", taken.missing())));
            };
        } catch (StoreException | IOException e) {
            return new Finding(what, true, Sentence.of("install.cannot-be-read", "cannot be read"), Spoken.by(e));
        }
    }

    private Optional<String> setting(String name) throws StoreException {
        return store.read(view -> view.setting(name));
    }

    private static Finding connector(TillStatus now) {
        Sentence what = Sentence.of("install.connector-channel", "Connector channel");
        return switch (now.connector()) {
            case LINKED -> new Finding(what, false, Sentence.of("install.linked", "linked"), Sentence.quoted(""));
            case NOT_OFFERED ->
                new Finding(
                        what,
                        false,
                        Sentence.of("install.not-offered-by-this-revkeen", "not offered by this RevKeen"),
                        Sentence.of(
                                "install.card-payments-of-this-till-are",
                                "Card payments of this till are recorded; payments begun in RevKeen's dashboard"
                                        + " do not reach it."));
            case DISCONNECTED ->
                new Finding(
                        what,
                        false,
                        Sentence.of("install.not-connected", "not connected"),
                        Sentence.of(
                                "install.check-the-network-the-keys-terminal",
                                "Check the network, the key's terminal scopes, or link it anew."));
        };
    }

    private static Finding terminal(TillStatus now) {
        Sentence what = Sentence.of("install.payment-terminal", "Payment terminal");
        TerminalStatus state = now.terminal();
        if (now.terminalAddress() == null || state == null) {
            return new Finding(
                    what,
                    false,
                    Sentence.of("install.none-set-up", "none set up"),
                    Sentence.of("install.set-one-up-to-take-cards", "Set one up to take cards."));
        }
        boolean good = state.state() == TerminalStatus.State.READY || state.state() == TerminalStatus.State.BUSY;
        Sentence message = state.message().isBlank()
                ? Sentence.of("install.look-at-its-display", "Look at its display.")
                : state.message();
        return new Finding(
                what,
                false,
                Sentence.of("text.listed", "{0}, {1}", now.terminalAddress(), state.state()),
                good ? Sentence.quoted("") : message);
    }

    private Finding printer() {
        Sentence what = Sentence.of("install.receipt-printer", "Receipt printer");
        try {
            return setting(Settings.PRINTER)
                    .map(p -> new Finding(what, false, Sentence.quoted(p), Sentence.quoted("")))
                    .orElseGet(() -> new Finding(
                            what,
                            false,
                            Sentence.of("install.none-set-up", "none set up"),
                            Sentence.of("install.set-one-up-to-print-receipts", "Set one up to print receipts.")));
        } catch (StoreException e) {
            return new Finding(what, true, Sentence.of("install.cannot-be-read", "cannot be read"), e.said());
        }
    }

    private static Finding backlog(TillStatus now) {
        Sentence state = Sentence.of(
                "install.waiting-for-revkeen-refused-payments-without",
                "{0} waiting for RevKeen, {1} refused, {2} payments without an outcome",
                now.waiting(),
                now.tasks(),
                now.unresolvedPayments());
        boolean good = now.tasks() == 0 && now.unresolvedPayments() == 0;
        return new Finding(
                Sentence.of("install.open-work", "Open work"),
                false,
                state,
                good ? Sentence.quoted("") : Sentence.of("install.see-to-the-tasks", "See to the tasks."));
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
            return new Bundle.NotWritten(Sentence.of(
                    "install.the-bundle-could-not-be-written", "The bundle could not be written: {0}", Spoken.by(e)));
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
