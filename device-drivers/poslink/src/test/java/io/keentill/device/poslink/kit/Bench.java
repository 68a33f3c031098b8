package io.keentill.device.poslink.kit;

import io.keentill.device.emulation.Profile;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.poslink.PoslinkDriver;
import io.keentill.device.poslink.emulator.PoslinkEmulator;
import io.keentill.device.poslink.emulator.Traits;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import java.io.IOException;
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

    /** Ways to the terminal. */
    public enum Way {
        TCP,
        HTTP,
        SERIAL
    }

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:15:30Z"), ZoneId.of("Europe/London"));

    /** For a terminal that says something to everything: no wait runs out, however busy the machine is. */
    private static final String PATIENT = "?currency=GBP&ack=8&gap=0.5&farewell=5&payment=60&report=20&batch=20"
            + "&busy=20&verify=20&pause=0.1&quiet=0.002";

    /** For what only shows in a wait that runs out. */
    private static final String QUICK = "?currency=GBP&ack=0.3&gap=0.05&farewell=0.05&payment=1.5&report=1.5&batch=1.5"
            + "&busy=2&verify=3&pause=0.1&quiet=0.002";

    /** A patient till that takes a payment for lost after a while: beside the answer nothing is late. */
    public static final String LOSING_PATIENCE = "payment=1.5";

    public final PoslinkEmulator emulator;
    public final List<String> trace = new CopyOnWriteArrayList<>();
    public volatile UnaryOperator<Link> wrap = link -> link;
    public volatile Clock clock = CLOCK;
    private final String place;
    private volatile TerminalAddress address;
    private final LinkOpener opener;
    public PaymentTerminal terminal;

    private Bench(PoslinkEmulator emulator, String place, String options, LinkOpener opener) {
        this.emulator = emulator;
        this.place = place;
        this.address = TerminalAddress.parse(place + PATIENT + (options.isEmpty() ? "" : "&" + options));
        this.opener = (where, within) -> wrap.apply(opener.open(where, within));
        this.terminal = driver();
    }

    public static Profile profile() {
        return Profile.standard(CLOCK).times(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(100));
    }

    public static Traits traits() {
        return Traits.STANDARD.waiting(Duration.ofSeconds(10));
    }

    /** A terminal that soon says again what a till does not acknowledge. */
    public static Traits insistent() {
        return Traits.STANDARD.waiting(Duration.ofMillis(250));
    }

    public static Bench open(Way way) throws IOException {
        return open(way, traits());
    }

    public static Bench open(Way way, Traits traits) throws IOException {
        return open(way, traits, "");
    }

    /** With these waits of the till instead of the patient ones, as {@code ack=0.3&busy=0.5}. */
    public static Bench open(Way way, Traits traits, String options) throws IOException {
        switch (way) {
            case TCP -> {
                PoslinkEmulator emulator = PoslinkEmulator.tcp(0, profile(), traits);
                return new Bench(emulator, "poslink:tcp:127.0.0.1:" + emulator.port(), options, tcp());
            }
            case HTTP -> {
                PoslinkEmulator emulator = PoslinkEmulator.http(0, profile(), traits);
                return new Bench(emulator, "poslink:http:127.0.0.1:" + emulator.port(), options, tcp());
            }
            default -> {
                SerialLine line = new SerialLine();
                return new Bench(
                        PoslinkEmulator.on(line.terminal(), profile(), traits),
                        "poslink:serial:memory",
                        options,
                        (where, within) -> line.till());
            }
        }
    }

    public static Bench over(PoslinkEmulator emulator, String address, String options, LinkOpener opener) {
        return new Bench(emulator, address, options, opener);
    }

    private static LinkOpener tcp() {
        return LinkOpener.of(List.of(new TcpLinkProvider()), SecretStore.inMemory());
    }

    /** A driver that knows nothing of before, as after a restart of the till. */
    public void restartTill() {
        terminal.close();
        terminal = driver();
    }

    /** The same till with short waits from now on. */
    public void restartTillInAHurry() {
        address = TerminalAddress.parse(place + QUICK);
        restartTill();
    }

    /** The same till, patient again but for these waits. */
    public void restartTill(String options) {
        address = TerminalAddress.parse(place + PATIENT + "&" + options);
        restartTill();
    }

    /** Another till in front of the same terminal; only over TCP and HTTP. */
    public PaymentTerminal driver() {
        return new PoslinkDriver()
                .open(
                        address,
                        new TerminalDriver.Context(
                                opener,
                                Clock.fixed(clock.instant(), clock.getZone()),
                                (way, text) -> trace.add(way + " " + text),
                                SecretStore.inMemory()));
    }

    public static Money pounds(long minor) {
        return Money.of(minor, "GBP");
    }

    public static TerminalRequest.Sale sale(long minor) {
        return new TerminalRequest.Sale("R" + minor, pounds(minor));
    }

    public Outcome pay(long minor, Recorder monitor) {
        return terminal.perform(sale(minor), monitor);
    }

    /** Asks once. */
    public QueryAnswer ask(TerminalRequest request, Recorder monitor) {
        return terminal.query(
                new PastAttempt(request.reference(), request.kind(), request.amount(), CLOCK.instant(), monitor.hint));
    }

    /** Asks until the terminal gives an answer that is not "later". */
    public QueryAnswer query(TerminalRequest request, Recorder monitor) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        QueryAnswer answer = ask(request, monitor);
        while ((answer instanceof QueryAnswer.InProgress || answer instanceof QueryAnswer.Unreachable)
                && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
            answer = ask(request, monitor);
        }
        return answer;
    }

    /** What cards were charged once the emulated terminal has nothing to do. */
    public long charged() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (emulator.terminal().busy() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
        return emulator.terminal().acquirer().cardMinor();
    }

    @Override
    public void close() {
        terminal.close();
        emulator.close();
    }
}
