package io.keentill.device.zvt.conformance;

import io.keentill.device.conformance.Booking;
import io.keentill.device.conformance.Framing;
import io.keentill.device.conformance.Play;
import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.LedgerEntry;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ZVT emulator as the kit wants it. */
final class SimulatedZvt implements SimulatedTerminal {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:15:30Z"), ZoneId.of("Europe/Berlin"));

    /** The waits of tests: long enough for a busy machine, short enough for hundreds of lost answers. */
    private static final String QUICK = "t1=0.05&t2=0.2&t3=0.4&t4=0.8&done=0.4&busy=3&pause=0.03&verify=2&quiet=0.002";

    static final String REVERSES = "reverses what is not confirmed";
    private static final String FORGETS = "reverses and forgets";
    private static final String BOOKS = "books at the host";

    private static final Set<Capability> CAPABILITIES = Set.of(
            Capability.REFUND,
            Capability.REVERSAL,
            Capability.PRE_AUTHORISATION,
            Capability.CANCEL,
            Capability.QUERY_LAST,
            Capability.PARTIAL_APPROVAL,
            Capability.TOTALS,
            Capability.END_OF_DAY,
            Capability.REPRINT);

    private final ZvtEmulator emulator;
    private final TerminalAddress address;
    private final LinkOpener links;
    private final boolean socket;
    private final @Nullable AutoCloseable line;

    SimulatedZvt(ZvtEmulator emulator, String variant, String where, LinkOpener links, @Nullable AutoCloseable line) {
        this.emulator = emulator;
        this.address = TerminalAddress.parse("zvt:" + where + (where.contains("?") ? "&" : "?") + QUICK);
        this.links = links;
        this.socket = where.startsWith("tcp");
        this.line = line;
        emulator.policy(variant.equals(BOOKS) ? CommitPolicy.BOOKS_AT_HOST : CommitPolicy.STRICT);
    }

    static Profile profile(String name, Framing framing) {
        return Profile.of(name, CAPABILITIES, "EUR", framing)
                .against(REVERSES, FORGETS, BOOKS)
                .waiting(Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    static EmulatorSettings settings(String variant) {
        EmulatorSettings settings = EmulatorSettings.standard(CLOCK)
                .times(Duration.ofMillis(1), Duration.ofMillis(250), Duration.ofMillis(50), Duration.ofMillis(100));
        return variant.equals(FORGETS) ? settings.forgettingReversed() : settings;
    }

    @Override
    public TerminalAddress address() {
        return address;
    }

    @Override
    public LinkOpener links() {
        return links;
    }

    @Override
    public boolean next(Play play) {
        NextOutcome outcome = switch (play) {
            case APPROVE -> new NextOutcome.Approve();
            case DECLINE -> new NextOutcome.Decline(0x05);
            case APPROVE_PART -> new NextOutcome.Partial(600);
            case SLOW -> new NextOutcome.Slow(Duration.ofSeconds(2));
            case STOPPED_BY_CUSTOMER -> new NextOutcome.CancelAtTerminal();
            case ANSWER_LOST -> new NextOutcome.DropAnswer(!socket);
            case ANSWER_HANGS -> new NextOutcome.DropAnswer(true);
            case REBOOT -> new NextOutcome.Reboot();
            case DECLINE_LOST -> new NextOutcome.DeclineUnheard(0x05, false);
            case DECLINE_GARBAGE -> new NextOutcome.DeclineUnheard(0x05, true);
            case GARBAGE -> new NextOutcome.Garbage();
            case ANSWER_TWICE -> new NextOutcome.Duplicate();
            case WRONG_AMOUNT -> new NextOutcome.WrongAmount(1);
            case WRONG_CURRENCY -> new NextOutcome.WrongCurrency("CHF");
            case ANSWER_OF_BEFORE -> new NextOutcome.AnswerOfBefore();
            case WRONG_REFERENCE -> null;
        };
        if (outcome != null) {
            emulator.next(outcome);
        }
        return outcome != null;
    }

    @Override
    public List<Booking> books() {
        return emulator.ledger().entries().stream()
                .map(entry -> new Booking(
                        PaymentKind.valueOf(entry.type().name()),
                        Money.of(entry.amountMinor(), entry.currency()),
                        entry.state() == LedgerEntry.State.BOOKED))
                .toList();
    }

    @Override
    public boolean isIdle() {
        return !emulator.busy();
    }

    @Override
    public boolean takesTwoTills() {
        return socket;
    }

    @Override
    public void close() {
        emulator.close();
        if (line != null) {
            try {
                line.close();
            } catch (Exception e) {
                throw new IllegalStateException("The line could not be closed", e);
            }
        }
    }
}
