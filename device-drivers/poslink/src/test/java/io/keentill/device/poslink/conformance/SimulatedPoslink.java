package io.keentill.device.poslink.conformance;

import io.keentill.device.conformance.Booking;
import io.keentill.device.conformance.Framing;
import io.keentill.device.conformance.Play;
import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.emulation.Booking.State;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Script;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.poslink.emulator.Peculiarity;
import io.keentill.device.poslink.emulator.PoslinkEmulator;
import io.keentill.device.poslink.emulator.Traits;
import io.keentill.device.poslink.kit.Bench;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The emulated terminal as the kit wants it. */
final class SimulatedPoslink implements SimulatedTerminal {

    static final Clock CLOCK = Bench.CLOCK;

    /** The waits of tests: long enough for a busy machine, short enough for hundreds of lost answers. */
    private static final String QUICK =
            "currency=GBP&ack=0.3&gap=0.05&farewell=0.05&payment=0.8&report=0.6&batch=1&busy=4"
                    + "&verify=3&pause=0.1&quiet=0.002";

    static final String PLAIN = "names no failures, number first";
    private static final String OTHER = "names failures, reference first";

    private final PoslinkEmulator emulator;
    private final TerminalAddress address;
    private final LinkOpener links;
    private final boolean socket;
    private final AutoCloseable line;

    SimulatedPoslink(PoslinkEmulator emulator, String where, LinkOpener links, AutoCloseable line) {
        this.emulator = emulator;
        this.address = TerminalAddress.parse("poslink:" + where + "?" + QUICK);
        this.links = links;
        this.socket = !where.startsWith("serial");
        this.line = line;
    }

    static Profile profile(String name, boolean cancels, Framing framing) {
        Set<Capability> capabilities = EnumSet.of(
                Capability.REFUND,
                Capability.LINKED_REFUND,
                Capability.REVERSAL,
                Capability.PRE_AUTHORISATION,
                Capability.QUERY_BY_REFERENCE,
                Capability.PARTIAL_APPROVAL,
                Capability.TOTALS,
                Capability.END_OF_DAY);
        if (cancels) {
            capabilities.add(Capability.CANCEL);
        }
        return Profile.of(name, capabilities, "GBP", framing)
                .against(PLAIN, OTHER)
                .waiting(Duration.ofMillis(450), Duration.ofSeconds(30));
    }

    static io.keentill.device.emulation.Profile settings() {
        return Bench.profile();
    }

    static Traits traits(String variant) {
        Traits quick = Traits.STANDARD.waiting(Duration.ofMillis(250));
        return variant.equals(OTHER) ? quick.namingFailures().reporting(Traits.ReportOrder.REFERENCE_FIRST) : quick;
    }

    /** Where messages end: one control byte, or a frame with its check byte. */
    static int frame(byte[] bytes, int length) {
        if (bytes[0] != 0x02) {
            return 1;
        }
        for (int i = 1; i + 1 < length; i++) {
            if (bytes[i] == 0x03) {
                return i + 2;
            }
        }
        return 0;
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
        Script approve = new Script.Approve();
        Script decline = new Script.Decline("05");
        Script script = switch (play) {
            case APPROVE -> approve;
            case DECLINE -> decline;
            case APPROVE_PART -> new Script.Partial(600);
            case SLOW -> new Script.Slow(Duration.ofMillis(socket ? 600 : 500));
            case STOPPED_BY_CUSTOMER -> new Script.CancelAtTerminal();
            case ANSWER_LOST -> new Script.Answer(Script.Fault.LOSE_RESULT, approve);
            case ANSWER_HANGS -> peculiar(new Peculiarity.Silence(), approve);
            case REBOOT -> new Script.Reboot(true);
            case GARBAGE -> new Script.Answer(Script.Fault.GARBAGE, approve);
            case DECLINE_LOST -> peculiar(new Peculiarity.Silence(), decline);
            case DECLINE_GARBAGE -> new Script.Answer(Script.Fault.GARBAGE, decline);
            case ANSWER_TWICE -> new Script.Answer(Script.Fault.DUPLICATE, approve);
            case WRONG_AMOUNT -> new Script.Answer(Script.Fault.WRONG_AMOUNT, approve);
            case WRONG_REFERENCE -> new Script.Answer(Script.Fault.WRONG_TRANSACTION, approve);
            case ANSWER_OF_BEFORE -> peculiar(new Peculiarity.AnswerOfBefore(), new Script.CancelAtTerminal());
            case WRONG_CURRENCY -> null;
        };
        if (script != null) {
            emulator.terminal().next(script);
        }
        return script != null;
    }

    private Script peculiar(Peculiarity peculiarity, Script script) {
        emulator.nextAnswer(peculiarity);
        return script;
    }

    @Override
    public List<Booking> books() {
        return emulator.terminal().acquirer().approved().stream()
                .filter(booking -> booking.kind() != Kind.REVERSAL && booking.kind() != Kind.RELEASE)
                .map(booking -> new Booking(
                        kind(booking.kind()),
                        Money.of(booking.amountMinor(), booking.currency()),
                        booking.state() == State.BOOKED))
                .toList();
    }

    private static PaymentKind kind(Kind kind) {
        return switch (kind) {
            case SALE -> PaymentKind.SALE;
            case REFUND -> PaymentKind.REFUND;
            case PREAUTH -> PaymentKind.PRE_AUTHORISATION;
            case COMPLETION -> PaymentKind.COMPLETION;
            case REVERSAL -> PaymentKind.REVERSAL;
            case RELEASE -> PaymentKind.RELEASE;
        };
    }

    @Override
    public boolean isIdle() {
        return !emulator.terminal().busy();
    }

    @Override
    public boolean takesTwoTills() {
        return socket;
    }

    @Override
    public void close() {
        emulator.close();
        try {
            line.close();
        } catch (Exception e) {
            throw new IllegalStateException("The line could not be closed", e);
        }
    }
}
