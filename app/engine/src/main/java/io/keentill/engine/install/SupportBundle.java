package io.keentill.engine.install;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.setup.Settings;
import io.keentill.store.JournalEntry;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a support desk gets. Only what is named here goes in: settings by name, no file of secrets, no database; and every
 * line passes through {@link Redaction}.
 *
 * @param version of the till
 */
record SupportBundle(TillStore store, Path data, String version) {

    private static final int ENTRIES = 1_000;
    private static final int ATTEMPTS = 300;
    private static final long LARGEST_LOG = 5_000_000;
    private static final List<String> PLAIN = List.of(
            Settings.TILL_ID,
            Settings.TILL_NAME,
            Settings.API_URL,
            Settings.LOCALE,
            Settings.TRAINING,
            Settings.BACKUP_FOLDER,
            Settings.SHIFT_REQUIRED,
            Settings.SHIFT_DIFFERENCE);

    /** Writes it; nobody ever sees half of it under its name. */
    void write(Path zip, List<Finding> findings) throws IOException, StoreException {
        Redaction redaction = Redaction.of(data, store.read(SupportBundle::addresses));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("about.txt", about());
        parts.put("findings.txt", findings(findings));
        parts.putAll(store.read(this::stored));
        Path fresh = Files.createTempFile(zip.toAbsolutePath().getParent(), "support", ".new");
        try {
            try (OutputStream out = Files.newOutputStream(fresh);
                    ZipOutputStream files = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    add(files, part.getKey(), redaction.text(part.getValue()));
                }
                for (Path log : logs()) {
                    add(files, "logs/" + log.getFileName(), redaction.text(read(log)));
                }
            }
            Files.move(fresh, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** With their options, for what is in those to be known. */
    private static List<String> addresses(View view) {
        List<String> addresses = new ArrayList<>();
        KnownTerminals.in(view).forEach(t -> addresses.add(t.address()));
        view.setting(Settings.PRINTER).ifPresent(addresses::add);
        return addresses;
    }

    private static void add(ZipOutputStream files, String name, String text) throws IOException {
        files.putNextEntry(new ZipEntry(name));
        files.write(text.getBytes(StandardCharsets.UTF_8));
        files.closeEntry();
    }

    private List<Path> logs() throws IOException {
        Path folder = data.resolve("logs");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(".log")).sorted().toList();
        }
    }

    /** A log that is being written may end within a character; what cannot be read is shown as such. */
    private static String read(Path log) throws IOException {
        if (Files.size(log) > LARGEST_LOG * 2) {
            return "Too large: " + Files.size(log) + " bytes";
        }
        try {
            return Files.readString(log);
        } catch (MalformedInputException e) {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        }
    }

    private String about() {
        return String.join(
                "\n",
                "Keentill " + version,
                "Java " + System.getProperty("java.vm.version", "") + " " + System.getProperty("java.vendor", ""),
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + " "
                        + System.getProperty("os.arch", ""));
    }

    private static String findings(List<Finding> findings) {
        return findings.stream()
                .map(f -> (f.isGood() ? "ok       " : f.needed() ? "MISSING  " : "note     ") + f.what() + ": "
                        + f.state() + (f.isGood() ? "" : "\n         " + f.fix()))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, String> stored(View view) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("settings.txt", settings(view));
        parts.put("terminals.txt", terminals(view));
        parts.put("payments.txt", lines(view.recentAttempts(ATTEMPTS).stream().map(SupportBundle::payment)));
        parts.put(
                "tasks.txt",
                lines(view.openTasks().stream().map(t -> t.openedAt() + "  " + t.kind() + "  " + t.text())));
        parts.put("outbox.txt", lines(view.outboxUndone().stream().map(SupportBundle::row)));
        parts.put(
                "journal.txt",
                lines(view.journalBefore(Long.MAX_VALUE, "", List.of(), ENTRIES).stream()
                        .map(SupportBundle::entry)));
        return parts;
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    /** Addresses go in without their options, which may hold a password. */
    private static String settings(View view) {
        List<String> lines = new ArrayList<>();
        PLAIN.forEach(name -> view.setting(name).ifPresent(value -> lines.add(name + " = " + value)));
        device(
                view,
                Settings.TERMINAL,
                address -> TerminalAddress.parse(address).toString(),
                lines);
        device(view, Settings.PRINTER, address -> LinkAddress.parse(address).toString(), lines);
        view.shop().ifPresent(shop -> lines.add("shop.currency = " + shop.currency()));
        lines.add("products = " + view.countProducts());
        lines.add("outbox = " + view.outboxSummary());
        return String.join("\n", lines);
    }

    private static void device(View view, String name, UnaryOperator<String> plain, List<String> lines) {
        view.setting(name).ifPresent(address -> lines.add(name + " = " + plain.apply(address)));
    }

    private static String terminals(View view) {
        List<PaymentAttempt> attempts = view.recentAttempts(ATTEMPTS);
        return lines(KnownTerminals.in(view).stream().map(t -> {
            List<PaymentAttempt> own =
                    attempts.stream().filter(a -> a.terminal().equals(t.key())).toList();
            return t.key() + "  " + t.name() + "  " + (t.inUse() ? "in use" : "") + "  model " + t.model()
                    + "  last seen " + t.lastSeen() + "  " + TerminalHealth.Record.of(own);
        }));
    }

    private static String payment(PaymentAttempt a) {
        return a.createdAt() + "  " + a.reference() + "  " + a.kind() + "  " + a.state() + "  " + a.amount() + "  "
                + a.terminal() + "  sent " + a.sentAt() + "  resolved " + a.resolvedAt() + "  " + a.message();
    }

    private static String row(OutboxRow row) {
        return row.createdAt() + "  " + row.id() + "  " + row.kind() + "  " + row.state() + "  " + row.method() + " "
                + row.path() + "  " + row.lastAnswer() + "  " + row.problem();
    }

    private static String entry(JournalEntry e) {
        return e.seq() + "  " + e.at() + "  " + e.type() + "  " + e.actor() + "  " + e.subject() + "  " + e.detail();
    }
}
