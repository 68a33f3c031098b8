package io.keentill.launcher.command;

import io.keentill.device.escpos.EscPosPrinter;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.IdSource;
import io.keentill.engine.payment.Terminals;
import io.keentill.engine.setup.DownloadWatch;
import io.keentill.engine.setup.KeyCheck;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.setup.TillSetup;
import io.keentill.engine.setup.Training;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.TrainingGround;
import io.keentill.launcher.Wiring;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till init}: sets a till up without the screen. */
@Command(name = "init", description = "Sets up a till: RevKeen key, catalogue, terminal, first staff.")
public final class InitCommand implements Callable<Integer> {

    private static final int PIN_DIGITS = 1_000_000;

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--api", description = "RevKeen's base URL, ending in /v2 (default: the one that the key is for).")
    private @Nullable URI api;

    @Option(names = "--key", description = "API key; @FILE reads it from a file. Needed without --training.")
    private String key = "";

    @Option(
            names = "--training",
            description = "Trains on a sandbox with the sample shop's goods, which runs while the storefront is open.")
    private boolean training;

    @Option(
            names = "--locale",
            description = "Language of screen and receipts, such as en-GB (default: the machine's).")
    private @Nullable String locale;

    @Option(names = "--address-line", description = "A line under the shop's name on receipts; may be given again.")
    private List<String> addressLines = new ArrayList<>();

    @Option(names = "--tax-number", description = "Tax number on receipts.")
    private String taxNumber = "";

    @Option(names = "--footer", description = "Last line of receipts (default: Thank you).")
    private String footer = "Thank you";

    @Option(names = "--terminal", description = "Terminal address, for instance zvt:tcp:192.168.1.20:20007.")
    private @Nullable String terminal;

    @Option(
            names = "--printer",
            description = "Printer address: tcp:192.168.1.30:9100, usb:04b8:0202, serial:PATH or file:PATH.")
    private @Nullable String printer;

    @Option(
            names = "--backups",
            paramLabel = "DIR",
            description = "Folder for backups, best on another disk (default: backups in the till's own folder).")
    private @Nullable Path backups;

    @Option(names = "--name", description = "What this till is called.")
    private @Nullable String name;

    @Option(names = "--shop", description = "Name of the shop, for receipts.")
    private String shop = "My shop";

    @Option(names = "--currency", description = "ISO 4217 code of all prices.")
    private String currency = "GBP";

    @Option(names = "--manager-pin", description = "PIN of the first manager (default: made and shown once).")
    private @Nullable String managerPin;

    @Option(names = "--clerk-pin", description = "PIN of a first clerk.")
    private @Nullable String clerkPin;

    @Override
    public Integer call() throws StoreException, IOException {
        Console console = options.console(spec);
        checkAddresses();
        Path data = options.folder();
        SecureRandom random = new SecureRandom();
        String pin = managerPin != null ? managerPin : "%06d".formatted(random.nextInt(PIN_DIGITS));
        try (TrainingGround ground = new TrainingGround(data);
                TillStore store = Wiring.create(data)) {
            IdSource ids = new IdSource(Clock.systemUTC(), random);
            StaffRoom staff = new StaffRoom(store, ids, Clock.systemUTC(), random);
            Training.Place place = place(console, ground, store);
            TillSetup.Result result = new TillSetup(store, new Secrets(data), ids, staff)
                    .run(request(place, pin), DownloadWatch.NONE, this::keepWays);
            return switch (result) {
                case TillSetup.Result.NotReady no -> throw new Problem(no.message());
                case TillSetup.Result.Cancelled stopped -> throw new Problem("Stopped; nothing is set up.");
                case TillSetup.Result.Ready ready -> report(console, data, ready, pin);
            };
        } catch (IllegalArgumentException e) {
            throw new Problem(String.valueOf(e.getMessage()), e);
        }
    }

    private Training.Place place(Console console, Training ground, TillStore store) throws StoreException {
        if (training) {
            return ground.start(
                    store.read(View::shop).map(Shop::currency).orElseGet(() -> Currency.getInstance(currency)));
        }
        String given = key.strip();
        if (given.isEmpty()) {
            throw new Problem("A key is missing: write --key @FILE, or --training for a till that trains.");
        }
        String url = api == null ? KeyCheck.usualAddress(given) : api.toString();
        return switch (KeyCheck.check(url, given, RevKeenOptions.defaults())) {
            case KeyCheck.Result.Refused no -> throw new Problem(no.message());
            case KeyCheck.Result.Taken taken -> {
                if (!taken.missing().isEmpty()) {
                    console.say("The key lacks these scopes; what needs them will wait: "
                            + String.join(", ", taken.missing()));
                }
                yield new Training.Place(URI.create(url), given);
            }
        };
    }

    private void keepWays(Tx tx) {
        if (backups != null) {
            tx.putSetting(
                    Settings.BACKUP_FOLDER, backups.toAbsolutePath().normalize().toString());
        }
        if (locale != null) {
            tx.putSetting(Settings.LOCALE, Locale.forLanguageTag(locale).toLanguageTag());
        }
        if (training) {
            tx.putSetting(Settings.TRAINING, "true");
        } else {
            tx.removeSetting(Settings.TRAINING);
        }
    }

    private void checkAddresses() {
        try {
            if (terminal != null) {
                new Terminals(
                                Wiring.drivers(options.folder()).drivers(),
                                new TerminalDriver.Context(
                                        Wiring.links(SecretStore.inMemory()),
                                        Clock.systemUTC(),
                                        FrameTrace.OFF,
                                        SecretStore.inMemory()))
                        .open(terminal)
                        .close();
            }
            if (printer != null) {
                EscPosPrinter.described(printer, Wiring.links(SecretStore.inMemory()))
                        .close();
            }
            Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    e.getMessage() == null ? "\"" + currency + "\" is no currency; write GBP, EUR…" : e.getMessage(),
                    e);
        }
    }

    private TillSetup.Request request(Training.Place place, String pin) {
        List<TillSetup.Person> people = new ArrayList<>();
        people.add(new TillSetup.Person("Manager", Role.MANAGER, pin));
        if (clerkPin != null) {
            people.add(new TillSetup.Person("Clerk", Role.CLERK, clerkPin));
        }
        Shop seller = new Shop(
                shop, addressLines, taxNumber, Currency.getInstance(currency), CashRounding.NONE, List.of(footer));
        return new TillSetup.Request(place.api(), place.key(), terminal, printer, name, seller, people);
    }

    private static int report(Console console, Path data, TillSetup.Result.Ready ready, String pin) {
        console.say("The till in " + data + " is ready: " + ready.products() + " products.");
        ready.leftOut().forEach(line -> console.say("  left out: " + line));
        if (ready.staffAdded()) {
            console.say("The manager's PIN is " + pin + ". It is shown only now.");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("till_id", ready.tillId());
        result.put("data", data.toString());
        result.put("products", ready.products());
        result.put("left_out", ready.leftOut());
        if (ready.staffAdded()) {
            result.put("manager_pin", pin);
        }
        console.result(result);
        return 0;
    }
}
