package io.keentill.launcher;

import io.keentill.device.escpos.EscPosPrinter;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.LinkProvider;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillParts;
import io.keentill.engine.cloud.CloudDriver;
import io.keentill.engine.install.FrameFile;
import io.keentill.engine.install.InstallParts;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.payment.Terminals;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.setup.TerminalSecrets;
import io.keentill.launcher.drivers.DriverFolder;
import io.keentill.launcher.drivers.FoundDrivers;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Puts a till together from the real clock, real chance and the devices found. */
public final class Wiring {

    /** What this build calls itself. */
    public static final String VERSION = "0.1.0";

    /** Folder of the backups within the till's own, where the settings name no other. */
    public static final String BACKUPS = "backups";

    private Wiring() {}

    /** Every kind of link there is; {@code memory} keeps whom they met first. */
    public static LinkOpener links(SecretStore memory) {
        return LinkOpener.found(ServiceLoader.load(LinkProvider.class), memory);
    }

    /** Every terminal family there is: built in, or a jar in the {@code drivers} of this data folder. */
    public static FoundDrivers drivers(Path data) {
        List<TerminalDriver> builtIn = new ArrayList<>(ServiceLoader.load(TerminalDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
        // The one family that needs the RevKeen client: handed over here, since no service loader could give it one.
        builtIn.add(new CloudDriver(() -> cloud(data)));
        ModuleLayer layer = Wiring.class.getModule().getLayer();
        return DriverFolder.find(builtIn, data, layer == null ? ModuleLayer.boot() : layer);
    }

    private static RevKeen cloud(Path data) {
        try {
            return revKeen(data)
                    .orElseThrow(() -> new IllegalStateException(
                            "No RevKeen is set up in " + data + ": run till init with its address and key"));
        } catch (Problem e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** A client of the RevKeen that the till in this data folder is set up for; its caller closes it. */
    public static Optional<RevKeen> revKeen(Path data) {
        if (!Files.isDirectory(data)) {
            return Optional.empty();
        }
        try (TillStore store = TillStore.openReadOnly(data)) {
            return revKeen(data, store);
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    /** The same with its store at hand. */
    public static Optional<RevKeen> revKeen(Path data, TillStore store) {
        try {
            Optional<String> url = store.read(view -> view.setting(Settings.API_URL));
            Optional<String> key = new Secrets(data).get(Secrets.REVKEEN_KEY);
            return url.flatMap(u -> key.map(k -> RevKeen.at(u, k)));
        } catch (StoreException | IOException | IllegalArgumentException e) {
            throw Problem.because(e);
        }
    }

    /** Where the backups of this till go: as its settings say, else beside its data. */
    public static Path backups(Path data) {
        try (TillStore store = TillStore.openReadOnly(data)) {
            return backups(data, store);
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private static Path backups(Path data, TillStore store) throws StoreException {
        return store.read(view -> view.setting(Settings.BACKUP_FOLDER))
                .map(Path::of)
                .orElse(data.resolve(BACKUPS));
    }

    /** The terminals that commands on this data folder reach, with what pairing agreed on; frames are kept there. */
    public static TerminalSession terminal(Path data, String address) {
        SecretStore secrets = new TerminalSecrets(new Secrets(data));
        Clock clock = Clock.system(ZoneId.systemDefault());
        String name = TerminalAddress.parse(address).toString();
        FrameTrace trace = FrameFile.in(data).of(name, clock);
        return new Terminals(drivers(data).drivers(), new TerminalDriver.Context(links(secrets), clock, trace, secrets))
                .open(address);
    }

    /** The real parts of the till in this data folder. */
    public static TillParts parts(Path data, Secrets secrets, Locale locale) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        SecureRandom random = new SecureRandom();
        LinkOpener links = links(new TerminalSecrets(secrets));
        return new TillParts(
                        clock,
                        random,
                        random,
                        links,
                        drivers(data).drivers(),
                        FrameTrace.OFF,
                        address -> EscPosPrinter.described(address, links),
                        locale,
                        VERSION,
                        Wiring::isLoopback)
                .withFiles(new PdfFolder(data.resolve(PdfFolder.NAME), clock));
    }

    private static boolean isLoopback(URI uri) {
        String host = uri.getHost();
        return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }

    /** The store of a data folder that was set up before. */
    public static TillStore store(Path data) {
        if (!Files.isDirectory(data)) {
            throw new Problem(
                    "There is no till in " + data + ": set one up with till init, or name another folder with --data.");
        }
        return create(data);
    }

    /** The store of a data folder, made if it is not there. */
    public static TillStore create(Path data) {
        try {
            return TillStore.open(data, Clock.systemUTC());
        } catch (StoreException e) {
            throw Problem.because(e.kind() == StoreException.Kind.LOCKED ? ExitStatus.IN_USE : ExitStatus.NOT_DONE, e);
        }
    }

    /** The till of a data folder that was set up before; closing it closes its store. */
    public static LocalTill till(TillStore store, Path data, @Nullable String terminal) {
        try {
            Secrets secrets = new Secrets(data);
            LeftBehind left = LeftBehind.in(store);
            LocalTill till = LocalTill.open(store, secrets, parts(data, secrets, locale(store)), terminal);
            till.install().equip(new InstallParts(data, new Machine(), () -> MachineCheck.of(data)));
            till.lookAfterData(backups(data, store));
            left.awaitTakenIn(till);
            return till;
        } catch (IllegalArgumentException | IllegalStateException | StoreException | IOException e) {
            abandon(store, e);
            throw new Problem(String.valueOf(e.getMessage()), e);
        }
    }

    /** The language that this till was set up with, else the machine's. */
    public static Locale locale(TillStore store) {
        try {
            return Window.locale(store.read(view -> view.setting(Settings.LOCALE)));
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private static void abandon(TillStore store, Exception why) {
        try {
            store.close();
        } catch (StoreException e) {
            why.addSuppressed(e);
        }
    }
}
