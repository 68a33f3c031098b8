package io.keentill.engine.install;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.DriverSetting;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.UsualPlace;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A family of terminals that is paired with a code, or not at all. */
final class FakeFamily implements TerminalDriver {

    static final String CODE = "4711";

    final List<String> opened = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    final List<String> unpaired = new ArrayList<>();
    volatile Outcome next = new Outcome.Unknown("The answer got lost");
    volatile boolean there = true;
    volatile int contract = CONTRACT;
    private final String family;
    private final boolean pairs;
    private final int port;

    FakeFamily(String family, boolean pairs, int port) {
        this.family = family;
        this.pairs = pairs;
        this.port = port;
    }

    @Override
    public int contractVersion() {
        return contract;
    }

    @Override
    public String family() {
        return family;
    }

    @Override
    public String displayName() {
        return "Family " + family;
    }

    @Override
    public Set<String> links() {
        return Set.of("tcp", "serial");
    }

    @Override
    public List<UsualPlace> usualPlaces() {
        return List.of(new UsualPlace("tcp", port));
    }

    @Override
    public List<DriverSetting> settings() {
        return pairs
                ? List.of(new DriverSetting("currency", "Currency of the account", Pattern.compile("[A-Z]{3}"), ""))
                : List.of();
    }

    @Override
    public PaymentTerminal open(TerminalAddress address, Context context) {
        if (address.link().where().equals("nowhere")) {
            throw new IllegalArgumentException("Write " + family + ":tcp:host:" + port);
        }
        opened.add(address.toString()
                + address.link().option("currency").map(c -> "?" + c).orElse(""));
        context.trace().frame(io.keentill.device.terminal.FrameTrace.Direction.OUT, "hello " + address);
        return new Terminal(address.toString());
    }

    private final class Terminal implements PaymentTerminal {

        private final String address;

        Terminal(String address) {
            this.address = address;
        }

        @Override
        public Set<Capability> capabilities() {
            return pairs ? Set.of(Capability.PAIRING, Capability.REVERSAL) : Set.of(Capability.REVERSAL);
        }

        @Override
        public List<PairingQuestion> pairingQuestions() {
            return List.of(new PairingQuestion("code", "The code on its screen", true, Pattern.compile("\\d{4}")));
        }

        @Override
        public Pairing pair(Map<String, String> answers) {
            return Optional.ofNullable(answers.get("code")).filter(CODE::equals).isPresent()
                    ? new Pairing.Paired(new TerminalIdentity("T1", "S-77", "Model 7", null))
                    : new Pairing.NotPaired("It refuses this code");
        }

        @Override
        public void unpair() {
            unpaired.add(address);
        }

        @Override
        public TerminalStatus status() {
            return there
                    ? new TerminalStatus(TerminalStatus.State.READY, "", new TerminalIdentity("T1", "S-1", null, "1.0"))
                    : TerminalStatus.unreachable("No answer");
        }

        @Override
        public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
            try {
                monitor.sending("");
                monitor.outcome(next);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return next;
        }

        @Override
        public void requestCancel(String reference) {}

        @Override
        public QueryAnswer query(PastAttempt attempt) {
            return new QueryAnswer.Unreachable("No answer");
        }

        @Override
        public Settlement settle(Currency currency) {
            return new Settlement.NotClosed("No day");
        }

        @Override
        public void close() {
            closed.add(address);
        }
    }
}
