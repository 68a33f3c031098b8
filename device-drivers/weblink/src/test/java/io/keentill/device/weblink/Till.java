package io.keentill.device.weblink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Order;
import io.keentill.device.emulation.Profile;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.links.TlsLinkProvider;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.weblink.emulator.Behaviour;
import io.keentill.device.weblink.emulator.WebLinkEmulator;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** An emulated terminal without TLS, a paired driver in front of it, and what both believe. */
final class Till implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:15:30Z"), ZoneOffset.UTC);

    /** Asks often, and is patient: an answer that is lost breaks the link here, so nothing waits for a time to pass. */
    private static final String QUICK = "?tid=1850042763&poll=0.01&connect=20&answer=20&patience=20&grace=0.2&limit=";

    final WebLinkEmulator emulator;
    final List<String> trace = new CopyOnWriteArrayList<>();
    final TerminalAddress address;
    final SecretStore secrets = SecretStore.inMemory();
    final PaymentTerminal terminal;

    Till(Behaviour behaviour) throws IOException {
        this(behaviour, 60);
    }

    /** With a till that follows a payment for so long. */
    Till(Behaviour behaviour, int seconds) throws IOException {
        this(behaviour, seconds, profile());
    }

    /** With a terminal of its own kind. */
    Till(Behaviour behaviour, int seconds, Profile terminalProfile) throws IOException {
        emulator = WebLinkEmulator.plain(0, terminalProfile, behaviour);
        address = TerminalAddress.parse("weblink:tcp:127.0.0.1:" + emulator.port() + QUICK + seconds);
        secrets.put(address.toString(), "serial", "1850042763");
        secrets.put(address.toString(), "token", emulator.token());
        terminal = driver();
    }

    static Profile profile() {
        return profile(CLOCK);
    }

    static Profile profile(Clock clock) {
        return Profile.standard(clock).times(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(80));
    }

    /** A clock that is a second later whenever it is looked at, so that no two payments are of the same one. */
    static Clock ticking() {
        AtomicLong seconds = new AtomicLong();
        InstantSource source = () -> CLOCK.instant().plusSeconds(seconds.incrementAndGet());
        return source.withZone(ZoneOffset.UTC);
    }

    static LinkOpener links(SecretStore memory) {
        return LinkOpener.of(List.of(new TcpLinkProvider(), new TlsLinkProvider()), memory);
    }

    PaymentTerminal driver() {
        return new WebLinkDriver()
                .open(
                        address,
                        new TerminalDriver.Context(
                                links(secrets), CLOCK, (way, text) -> trace.add(way + " " + text), secrets));
    }

    static Money gbp(long minor) {
        return Money.of(minor, "GBP");
    }

    static TerminalRequest.Sale sale(String reference, long minor) {
        return new TerminalRequest.Sale(reference, gbp(minor));
    }

    Outcome pay(String reference, long minor) {
        return terminal.perform(sale(reference, minor), new Noted());
    }

    static Original original(String reference, long minor, Outcome outcome) {
        CardDetails card = switch (outcome) {
            case Outcome.Approved approved -> approved.card();
            case Outcome.PartiallyApproved part -> part.card();
            default -> CardDetails.NONE;
        };
        return new Original(reference, gbp(minor), card, CLOCK.instant(), "");
    }

    /** Somebody else pays at the same terminal, from a till of their own or without one. */
    static void stranger(Till till, String reference, long minor) {
        till.charged();
        assertThat(till.emulator.terminal().begin(Order.of(Kind.SALE, minor, "GBP", "uti of " + reference, reference)))
                .isPresent();
        till.charged();
    }

    /** Asks until the terminal gives an answer that is not "later". */
    QueryAnswer query(TerminalRequest request, Noted monitor) {
        return query(terminal, request, monitor);
    }

    /** The same of another driver, as after a restart of the till. */
    QueryAnswer query(PaymentTerminal asked, TerminalRequest request, Noted monitor) {
        PastAttempt past =
                new PastAttempt(request.reference(), request.kind(), request.amount(), CLOCK.instant(), monitor.hint);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        QueryAnswer answer = asked.query(past);
        while ((answer instanceof QueryAnswer.InProgress || answer instanceof QueryAnswer.Unreachable)
                && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
            answer = asked.query(past);
        }
        return answer;
    }

    /** What the till stored of a request that then never left. */
    Noted neverSent(TerminalRequest request) {
        Noted noted = new Noted() {
            @Override
            public void sending(String recoveryHint) throws NotDurableException {
                super.sending(recoveryHint);
                throw new NotDurableException("killed here", new IOException());
            }
        };
        assertThat(terminal.perform(request, noted)).isInstanceOf(Outcome.Failed.class);
        return noted;
    }

    long charged() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (emulator.terminal().busy() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return emulator.acquirer().cardMinor();
    }

    @Override
    public void close() {
        terminal.close();
        emulator.close();
    }

    /** What a till would have stored. */
    static class Noted implements AttemptMonitor {
        volatile String hint = "";
        volatile int sent;
        final List<Progress> progress = new CopyOnWriteArrayList<>();
        final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

        @Override
        public void sending(String recoveryHint) throws NotDurableException {
            hint = recoveryHint;
            sent++;
        }

        @Override
        public void progress(Progress news) {
            progress.add(news);
        }

        @Override
        public void outcome(Outcome outcome) throws NotDurableException {
            outcomes.add(outcome);
        }
    }

    /** The address of a link, for tests that open one themselves. */
    static LinkAddress tcp(int port) {
        return LinkAddress.parse("tcp:127.0.0.1:" + port);
    }
}
