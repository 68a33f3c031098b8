package io.keentill.launcher.demo;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.SecretStore;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.domain.shop.Role;
import io.keentill.engine.IdSource;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.TillSetup;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.launcher.Problem;
import io.keentill.launcher.SampleShop;
import io.keentill.launcher.Wiring;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything around a demo till: a sandbox RevKeen that can be stopped and started, a card terminal behind a real byte
 * link, and a till set up on a fresh data folder.
 */
final class DemoWorld implements AutoCloseable {

    /** PINs of the demo's staff, shown to whoever runs it. */
    static final String CLERK_PIN = "1111";

    static final String MANAGER_PIN = "9999";

    private final Path folder;
    private final @Nullable SerialPair serial;
    private final ZvtEmulator terminal;
    private final int sandboxPort;
    private @Nullable Sandbox sandbox;

    private DemoWorld(Path folder, @Nullable SerialPair serial, ZvtEmulator terminal, Sandbox sandbox) {
        this.folder = folder;
        this.serial = serial;
        this.terminal = terminal;
        this.sandbox = sandbox;
        this.sandboxPort = sandbox.baseUrl().getPort();
    }

    /** Starts all of it in {@code folder}, which must be empty. */
    static DemoWorld start(Path folder) {
        try {
            SerialPair serial = SerialPair.open(folder);
            EmulatorSettings settings = EmulatorSettings.standard(Clock.system(ZoneId.systemDefault()));
            ZvtEmulator terminal = serial == null
                    ? ZvtEmulator.tcp(0, settings)
                    : ZvtEmulator.on(
                            Wiring.links(SecretStore.inMemory())
                                    .open(LinkAddress.parse("serial:" + serial.terminalSide()), Duration.ofSeconds(5)),
                            settings);
            Sandbox sandbox = sandbox(folder, SteadyPort.free());
            DemoWorld world = new DemoWorld(folder, serial, terminal, sandbox);
            world.setUpTill(sandbox);
            return world;
        } catch (IOException | StoreException e) {
            throw Problem.because(e);
        }
    }

    private static Sandbox sandbox(Path folder, int port) {
        return Sandbox.start(
                SandboxConfig.of(port, folder.resolve("revkeen")).withRate(0).withSeed(SampleShop.seed()));
    }

    private void setUpTill(Sandbox revKeen) throws StoreException, IOException {
        SecureRandom random = new SecureRandom();
        try (TillStore store = Wiring.create(data())) {
            IdSource ids = new IdSource(Clock.systemUTC(), random);
            StaffRoom staff = new StaffRoom(store, ids, Clock.systemUTC(), random);
            TillSetup.Result result = new TillSetup(store, new Secrets(data()), ids, staff)
                    .run(new TillSetup.Request(
                            revKeen.baseUrl(),
                            revKeen.key(),
                            terminalAddress(),
                            "file:" + folder.resolve("printer.escpos"),
                            "Front counter",
                            SampleShop.shop(),
                            List.of(
                                    new TillSetup.Person("Clerk", Role.CLERK, CLERK_PIN),
                                    new TillSetup.Person("Manager", Role.MANAGER, MANAGER_PIN))));
            if (result instanceof TillSetup.Result.NotReady no) {
                throw new Problem(no.message());
            }
        }
    }

    /** The till's data folder. */
    Path data() {
        return folder.resolve("till");
    }

    /** How the till reaches the terminal. */
    String terminalAddress() {
        return serial == null ? "zvt:tcp:127.0.0.1:" + terminal.port() : "zvt:serial:" + serial.tillSide();
    }

    /** The terminal, to be told how the next payment ends. */
    ZvtEmulator terminal() {
        return terminal;
    }

    /** RevKeen goes away. */
    void stopSandbox() {
        Sandbox running = sandbox;
        if (running != null) {
            running.close();
            sandbox = null;
        }
    }

    /** RevKeen is back, at the same address and with all it knew. */
    void startSandbox() {
        if (sandbox == null) {
            sandbox = sandbox(folder, sandboxPort);
        }
    }

    /** The running RevKeen. */
    Sandbox sandbox() {
        Sandbox running = sandbox;
        if (running == null) {
            throw new IllegalStateException("The sandbox is stopped");
        }
        return running;
    }

    @Override
    public void close() {
        stopSandbox();
        terminal.close();
        if (serial != null) {
            serial.close();
        }
    }
}
