package io.keentill.device.zvt.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.device.zvt.transport.SocketLink;
import io.keentill.domain.money.Money;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** An emulator, a till's driver in front of it, and what both believe. */
public final class Bench implements AutoCloseable {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:15:30Z"), ZoneId.of("Europe/Berlin"));

    /** For a terminal that says something to everything: no wait runs out, however busy the machine is. */
    private static final String PATIENT = "?t1=1&t2=3&t3=8&t4=60&done=8&busy=20&pause=0.03&verify=20&quiet=0.002";

    /** For what only shows in a wait that runs out. */
    private static final String QUICK = "?t1=0.05&t2=0.3&t3=0.8&t4=1.2&done=0.6&busy=2&pause=0.03&verify=2&quiet=0.002";

    public final ZvtEmulator emulator;
    public final List<String> trace = new CopyOnWriteArrayList<>();
    public volatile UnaryOperator<Link> wrap = link -> link;
    private final String place;
    private final String options;
    private volatile TerminalAddress address;
    private final LinkOpener opener;
    public PaymentTerminal terminal;

    private Bench(ZvtEmulator emulator, String place, String options, LinkOpener opener) {
        this.emulator = emulator;
        this.place = place;
        this.options = options.isEmpty() ? "" : "&" + options;
        this.address = TerminalAddress.parse(place + PATIENT + this.options);
        this.opener = (where, within) -> wrap.apply(opener.open(where, within));
        this.terminal = driver();
    }

    public static EmulatorSettings settings() {
        return EmulatorSettings.standard(CLOCK)
                .times(Duration.ofMillis(1), Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMillis(100));
    }

    /** A terminal that soon gives up a till that does not answer. */
    public static EmulatorSettings hasty() {
        return EmulatorSettings.standard(CLOCK)
                .times(Duration.ofMillis(1), Duration.ofMillis(400), Duration.ofMillis(50), Duration.ofMillis(100));
    }

    public static Bench tcp(EmulatorSettings settings) throws IOException {
        return tcp(settings, "");
    }

    /** With these options of the till behind its patient ones. */
    public static Bench tcp(EmulatorSettings settings, String options) throws IOException {
        ZvtEmulator emulator = ZvtEmulator.tcp(0, settings);
        return new Bench(emulator, "zvt:tcp:127.0.0.1:" + emulator.port(), options, Bench::connect);
    }

    public static Bench serial(EmulatorSettings settings) {
        return serial(settings, "");
    }

    /** With these options of the till behind its patient ones. */
    public static Bench serial(EmulatorSettings settings, String options) {
        SerialLine line = new SerialLine();
        return new Bench(
                ZvtEmulator.on(line.terminal(), settings),
                "zvt:serial:memory",
                options,
                (where, within) -> line.till());
    }

    public static Bench over(ZvtEmulator emulator, String address, LinkOpener opener) {
        return new Bench(emulator, address, "", opener);
    }

    /** A driver that knows nothing of before, as after a restart of the till. */
    public void restartTill() {
        terminal.close();
        terminal = driver();
    }

    /** The same with short waits from now on. */
    public void restartTillInAHurry() {
        address = TerminalAddress.parse(place + QUICK + options);
        restartTill();
    }

    /** The same, patient again. */
    public void restartTillPatiently() {
        address = TerminalAddress.parse(place + PATIENT + options);
        restartTill();
    }

    private PaymentTerminal driver() {
        return new ZvtDriver()
                .open(
                        address,
                        new TerminalDriver.Context(
                                opener, CLOCK, (way, text) -> trace.add(way + " " + text), SecretStore.inMemory()));
    }

    public static TerminalRequest.Sale sale(long minor) {
        return new TerminalRequest.Sale("R" + minor, Money.of(minor, "EUR"));
    }

    public Outcome pay(long minor, Recorder monitor) {
        return terminal.perform(sale(minor), monitor);
    }

    /** A sale that is approved, at the latest at the third time: a hasty terminal undoes what a slow machine confirms late. */
    public void paid(long minor) {
        Outcome outcome = pay(minor, new Recorder());
        for (int again = 0; again < 2 && !(outcome instanceof Outcome.Approved); again++) {
            outcome = pay(minor, new Recorder());
        }
        assertThat(outcome).isInstanceOf(Outcome.Approved.class);
    }

    /** Asks until the terminal gives an answer that is not "later". */
    public QueryAnswer query(TerminalRequest request, Recorder monitor) {
        PastAttempt past =
                new PastAttempt(request.reference(), request.kind(), request.amount(), CLOCK.instant(), monitor.hint);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        QueryAnswer answer = terminal.query(past);
        while ((answer instanceof QueryAnswer.InProgress || answer instanceof QueryAnswer.Unreachable)
                && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
            answer = terminal.query(past);
        }
        return answer;
    }

    /** Waits until the emulated terminal has nothing to do. */
    public void awaitIdle() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (emulator.busy() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    public long charged() {
        awaitIdle();
        return emulator.ledger().cardMinor();
    }

    @Override
    public void close() {
        terminal.close();
        emulator.close();
    }

    public static Link connect(LinkAddress where, Duration within) throws LinkException {
        try {
            int colon = where.where().lastIndexOf(':');
            Socket socket = new Socket();
            socket.connect(
                    new InetSocketAddress(
                            where.where().substring(0, colon),
                            Integer.parseInt(where.where().substring(colon + 1))),
                    (int) within.toMillis());
            return new SocketLink(socket);
        } catch (IOException e) {
            throw new LinkException("Cannot reach " + where, e);
        }
    }
}
