package io.keentill.launcher.kill;

import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.HttpEmulator;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Profile;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.SecretStore;
import io.keentill.device.nexo.emulator.NexoEmulator;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.weblink.emulator.Behaviour;
import io.keentill.device.weblink.emulator.WebLinkEmulator;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.LedgerEntry;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.launcher.SampleShop;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.demo.SerialPair;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** What outlives the tills: one RevKeen, and a card terminal of each kind with its acquirer's own ledger. */
final class Street implements AutoCloseable {

    private static final Duration CARD = Duration.ofMillis(25);
    private static final Duration HOST = Duration.ofMillis(15);
    private static final Duration REBOOT = Duration.ofMillis(200);

    private final Path folder;
    private final Sandbox sandbox;
    private final List<Lane> lanes = new ArrayList<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    private Street(Path folder) {
        this.folder = folder;
        this.sandbox = Sandbox.start(
                SandboxConfig.of(0, folder.resolve("revkeen")).withRate(0).withSeed(SampleShop.seed()));
        open.push(sandbox::close);
    }

    /** Opens everything; each lane's till is still to be set up. A serial line needs socat and is left out without it. */
    static Street open(Path folder) throws IOException {
        Street street = new Street(folder);
        street.zvtOverTcp();
        street.zvtOverSerial();
        street.webLink();
        street.nexo();
        return street;
    }

    List<Lane> lanes() {
        return lanes;
    }

    String api() {
        return sandbox.baseUrl().toString();
    }

    String key() {
        return sandbox.key();
    }

    private void zvtOverTcp() throws IOException {
        ZvtEmulator terminal = ZvtEmulator.tcp(0, zvt("zvt-tcp"));
        open.push(terminal::close);
        lanes.add(lane("zvt-tcp", "zvt:tcp:127.0.0.1:" + terminal.port(), terminal));
    }

    private void zvtOverSerial() throws IOException {
        SerialPair line = SerialPair.open(folder);
        if (line == null) {
            return;
        }
        open.push(line::close);
        ZvtEmulator terminal = ZvtEmulator.on(
                Wiring.links(SecretStore.inMemory())
                        .open(LinkAddress.parse("serial:" + line.terminalSide()), Duration.ofSeconds(5)),
                zvt("zvt-serial"));
        open.push(terminal::close);
        lanes.add(lane("zvt-serial", "zvt:serial:" + line.tillSide(), terminal));
    }

    private EmulatorSettings zvt(String name) {
        return EmulatorSettings.standard(Clock.systemUTC())
                .times(CARD, Duration.ofSeconds(2), REBOOT, REBOOT)
                .ledgerIn(folder.resolve(name + ".ledger"));
    }

    private Lane lane(String name, String address, ZvtEmulator terminal) {
        return new Lane(
                name,
                folder.resolve(name),
                address,
                List.of(),
                () -> terminal.ledger().entries().stream()
                        .filter(e -> e.type() == LedgerEntry.Type.SALE && e.state() == LedgerEntry.State.BOOKED)
                        .map(LedgerEntry::amountMinor)
                        .toList(),
                chance -> terminal.policy(chance.nextBoolean() ? CommitPolicy.STRICT : CommitPolicy.BOOKS_AT_HOST),
                new Notebook());
    }

    private void webLink() throws IOException {
        WebLinkEmulator terminal = WebLinkEmulator.plain(0, profile("weblink"), Behaviour.DOCUMENTED);
        open.push(terminal::close);
        lanes.add(lane(
                "weblink",
                "weblink:tcp:127.0.0.1:" + terminal.port() + "?poll=0.1",
                List.of(
                        Lane.secret(folder, "code", terminal.pairingCode()),
                        "serial=" + profile("weblink").serial()),
                terminal));
    }

    private void nexo() throws IOException {
        NexoEmulator terminal = NexoEmulator.plain(0, profile("nexo"), new NexoKey("kill passphrase", "kills", 1));
        open.push(terminal::close);
        lanes.add(lane(
                "nexo",
                // A request cut off by the kill is read at once or never here: no need to wait five seconds for it.
                "nexo:tcp:127.0.0.1:" + terminal.port() + "?grace=1",
                List.of(
                        "poiid=" + terminal.poiId(),
                        "key_identifier=kills",
                        "key_version=1",
                        Lane.secret(folder, "passphrase", "kill passphrase")),
                terminal));
    }

    private Profile profile(String name) {
        return Profile.standard(Clock.systemUTC())
                .times(CARD, HOST, REBOOT)
                .taking("GBP")
                .ledgerIn(folder.resolve(name + ".ledger"));
    }

    private Lane lane(String name, String address, List<String> pairing, HttpEmulator terminal) {
        return new Lane(
                name,
                folder.resolve(name),
                address,
                pairing,
                () -> terminal.acquirer().all().stream()
                        .filter(b -> b.kind() == Kind.SALE && b.state() == Booking.State.BOOKED)
                        .map(Booking::amountMinor)
                        .toList(),
                (Random chance) -> {},
                new Notebook());
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
