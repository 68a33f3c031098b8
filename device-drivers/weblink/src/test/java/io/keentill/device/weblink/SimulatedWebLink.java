package io.keentill.device.weblink;

import io.keentill.device.conformance.Booking;
import io.keentill.device.conformance.Play;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.emulation.Kind;
import io.keentill.device.emulation.Script;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.weblink.emulator.Behaviour;
import io.keentill.device.weblink.emulator.WebLinkEmulator;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The WebLink emulator as the kit wants it. */
final class SimulatedWebLink implements SimulatedTerminal {

    private static final String QUICK = "?poll=0.02&connect=2&answer=0.6&patience=3&limit=10&grace=0.3";

    private final WebLinkEmulator emulator;
    private final TerminalAddress address;
    private final SecretStore secrets = SecretStore.inMemory();

    SimulatedWebLink(Behaviour behaviour) throws IOException {
        emulator = WebLinkEmulator.plain(0, Till.profile(), behaviour);
        address = TerminalAddress.parse("weblink:tcp:127.0.0.1:" + emulator.port() + QUICK);
        secrets.put(address.toString(), "serial", Till.profile().serial());
        secrets.put(address.toString(), "token", emulator.token());
    }

    @Override
    public TerminalAddress address() {
        return address;
    }

    @Override
    public LinkOpener links() {
        return Till.links(secrets);
    }

    @Override
    public SecretStore secrets() {
        return secrets;
    }

    @Override
    public boolean next(Play play) {
        Optional<Script> script = script(play);
        script.ifPresent(emulator::next);
        return script.isPresent();
    }

    private static Optional<Script> script(Play play) {
        Script approve = new Script.Approve();
        Script decline = new Script.Decline("05");
        return switch (play) {
            case APPROVE -> Optional.of(approve);
            case DECLINE -> Optional.of(decline);
            case APPROVE_PART -> Optional.of(new Script.Partial(600));
            case SLOW -> Optional.of(new Script.Slow(Duration.ofSeconds(2)));
            case STOPPED_BY_CUSTOMER -> Optional.of(new Script.CancelAtTerminal());
            case ANSWER_LOST -> Optional.of(new Script.Answer(Script.Fault.LOSE_RESULT, approve));
            case ANSWER_HANGS -> Optional.of(new Script.Answer(Script.Fault.HANG_RESULT, approve));
            case REBOOT -> Optional.of(new Script.Reboot(true));
            case GARBAGE -> Optional.of(new Script.Answer(Script.Fault.GARBAGE, approve));
            case DECLINE_LOST -> Optional.of(new Script.Answer(Script.Fault.HANG_RESULT, decline));
            case DECLINE_GARBAGE -> Optional.of(new Script.Answer(Script.Fault.GARBAGE, decline));
            case WRONG_AMOUNT -> Optional.of(new Script.Answer(Script.Fault.WRONG_AMOUNT, approve));
            case WRONG_CURRENCY -> Optional.of(new Script.Answer(Script.Fault.WRONG_CURRENCY, approve));
            case WRONG_REFERENCE -> Optional.of(new Script.Answer(Script.Fault.WRONG_REFERENCE, approve));
            case ANSWER_OF_BEFORE ->
                Optional.of(new Script.Answer(Script.Fault.WRONG_TRANSACTION, new Script.Forget()));
            case ANSWER_TWICE -> Optional.empty();
        };
    }

    @Override
    public List<Booking> books() {
        return books(emulator.acquirer().approved());
    }

    /** The books in the kit's words: what undoes another line is none of its own. */
    static List<Booking> books(List<io.keentill.device.emulation.Booking> approved) {
        return approved.stream()
                .filter(b -> b.kind() != Kind.REVERSAL && b.kind() != Kind.RELEASE)
                .map(b -> new Booking(
                        switch (b.kind()) {
                            case SALE -> PaymentKind.SALE;
                            case REFUND -> PaymentKind.REFUND;
                            case PREAUTH -> PaymentKind.PRE_AUTHORISATION;
                            case COMPLETION -> PaymentKind.COMPLETION;
                            case REVERSAL, RELEASE -> throw new IllegalStateException("filtered out");
                        },
                        Money.of(b.amountMinor(), b.currency()),
                        b.state() == io.keentill.device.emulation.Booking.State.BOOKED))
                .toList();
    }

    @Override
    public boolean isIdle() {
        return !emulator.terminal().busy();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
