package io.keentill.device.weblink;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One terminal with WebLink. Calls take turns by a lock; {@link #requestCancel} and {@link #close} do not wait for it. */
final class WebLinkTerminal implements PaymentTerminal {

    private static final Set<Capability> CAPABILITIES = Set.of(
            Capability.REFUND,
            Capability.LINKED_REFUND,
            Capability.REVERSAL,
            Capability.PRE_AUTHORISATION,
            Capability.CANCEL,
            Capability.QUERY_BY_REFERENCE,
            Capability.PARTIAL_APPROVAL,
            Capability.TOTALS,
            Capability.END_OF_DAY,
            Capability.TILL_PRINTS,
            Capability.PAIRING);

    private static final Sentence PAIR_FIRST = Sentence.of(
            "weblink.the-terminal-is-not-paired-with",
            "The terminal is not paired with this till: show its pairing code and pair it");
    private static final String CODE = "code";
    private static final String SERIAL = "serial";

    private final Calls calls;
    private final WebLinkSettings settings;
    private final Inquiry inquiry;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Running running;
    private volatile TerminalIdentity identity = TerminalIdentity.NONE;

    WebLinkTerminal(Calls calls, WebLinkSettings settings) {
        this.calls = calls;
        this.settings = settings;
        this.inquiry = new Inquiry(calls, settings);
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public TerminalStatus status() {
        if (!turn.tryLock()) {
            return new TerminalStatus(
                    TerminalStatus.State.BUSY,
                    Sentence.of("weblink.a-payment-is-running", "A payment is running"),
                    identity);
        }
        try {
            return paired(this::ask, why -> new TerminalStatus(TerminalStatus.State.NOT_PAIRED, why, identity));
        } finally {
            turn.unlock();
        }
    }

    private TerminalStatus ask(Pairings.Paired paired) {
        return switch (calls.info(paired)) {
            case Reply.NotSent(Sentence why) -> TerminalStatus.unreachable(why);
            case Reply.Lost(Sentence why) -> TerminalStatus.unreachable(why);
            case Reply.Answered answer
            when answer.status() == 403 -> new TerminalStatus(TerminalStatus.State.NOT_PAIRED, PAIR_FIRST, identity);
            case Reply.Answered answer
            when answer.status() == 200 && answer.object().isPresent() -> {
                identity = identity(paired, answer.object().get());
                yield busyOrReady(paired);
            }
            case Reply.Answered answer ->
                new TerminalStatus(
                        TerminalStatus.State.ATTENTION,
                        Sentence.of("weblink.the-terminal-answered-2", "The terminal answered: {0}", answer.words()),
                        identity);
        };
    }

    /** Its status list is for people only, so whether it works on something is asked with a report that refuses then. */
    private TerminalStatus busyOrReady(Pairings.Paired paired) {
        return switch (calls.report(paired, "STATUS_CHECK")) {
            case Reply.NotSent(Sentence why) -> TerminalStatus.unreachable(why);
            case Reply.Lost(Sentence why) -> TerminalStatus.unreachable(why);
            case Reply.Answered answer
            when answer.status() == 206 ->
                new TerminalStatus(
                        TerminalStatus.State.BUSY,
                        Sentence.of("weblink.the-terminal-is-busy-with-a", "The terminal is busy with a transaction"),
                        identity);
            case Reply.Answered answer
            when answer.status() == 200 -> new TerminalStatus(TerminalStatus.State.READY, "", identity);
            case Reply.Answered answer ->
                new TerminalStatus(
                        TerminalStatus.State.ATTENTION,
                        Sentence.of("weblink.the-terminal-answered-2", "The terminal answered: {0}", answer.words()),
                        identity);
        };
    }

    private static TerminalIdentity identity(Pairings.Paired paired, JsonNode info) {
        String version = info.path("axeptProVersion").asString("");
        String firmware = info.path("firmwareVersion").asString("");
        String software = (version + " " + firmware).strip();
        return new TerminalIdentity(null, paired.serial(), "PAX", software.isEmpty() ? null : software);
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        turn.lock();
        Running mine = new Running(request.reference());
        running = mine;
        try {
            return paired(
                    paired -> new Attempt(calls, settings, request, monitor, mine).perform(paired),
                    why -> new Outcome.Failed(
                            Sentence.of("weblink.nothing-was-charged-2", "{0}. Nothing was charged", why)));
        } finally {
            running = null;
            turn.unlock();
        }
    }

    @Override
    public void requestCancel(String reference) {
        Running now = running;
        if (now != null && now.reference().equals(reference)) {
            now.cancel();
        }
    }

    @Override
    public QueryAnswer query(PastAttempt attempt) {
        turn.lock();
        try {
            return paired(paired -> inquiry.ask(paired, attempt), QueryAnswer.Unreachable::new);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public TotalsAnswer totals(Currency currency) {
        turn.lock();
        try {
            return paired(paired -> new Reports(calls).totals(paired, currency), TotalsAnswer.NotTold::new);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Settlement settle(Currency currency) {
        turn.lock();
        try {
            return paired(paired -> new Reports(calls).settle(paired, currency), Settlement.NotClosed::new);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public List<PairingQuestion> pairingQuestions() {
        List<PairingQuestion> questions = new ArrayList<>();
        questions.add(new PairingQuestion(
                CODE,
                Sentence.of("weblink.the-pairing-code-that-the-terminal", "The pairing code that the terminal shows"),
                true,
                Pattern.compile("[A-Za-z0-9]{4,12}")));
        if (settings.serial().isEmpty()) {
            questions.add(new PairingQuestion(
                    SERIAL,
                    Sentence.of(
                            "weblink.the-terminals-serial-number-from-its",
                            "The terminal's serial number, from its label or its \"about\" screen"),
                    false,
                    Pattern.compile("[A-Za-z0-9-]{4,40}")));
        }
        return questions;
    }

    @Override
    public Pairing pair(Map<String, String> answers) {
        String serial = settings.serial().isEmpty() ? answers.getOrDefault(SERIAL, "") : settings.serial();
        turn.lock();
        try {
            return switch (calls.pair(answers.getOrDefault(CODE, ""), serial)) {
                case Reply.NotSent(Sentence why) -> new Pairing.NotPaired(why);
                case Reply.Lost(Sentence why) ->
                    new Pairing.NotPaired(Sentence.of("weblink.pair-again", "{0} Pair again", why));
                case Reply.Answered answer -> paired(answer, serial);
            };
        } finally {
            turn.unlock();
        }
    }

    private Pairing paired(Reply.Answered answer, String serial) {
        Optional<String> token = answer.object()
                .map(json -> json.path("authToken").asString(""))
                .filter(text -> answer.status() == 200 && !text.isBlank());
        if (token.isEmpty()) {
            // A wrong answer is not repeated in words: it might hold a token.
            return new Pairing.NotPaired(
                    answer.status() == 403
                            ? Sentence.of(
                                    "weblink.the-terminal-does-not-accept-the",
                                    "The terminal does not accept the code: show a new one and type it again")
                            : Sentence.of(
                                    "weblink.the-terminal-did-not-pair-status",
                                    "The terminal did not pair (status {0}): check its serial number and that"
                                            + " WebLink shows its pairing screen",
                                    answer.status()));
        }
        String told = answer.object().get().path("serialNumber").asString(serial);
        Pairings.Paired agreed = new Pairings.Paired(told.isBlank() ? serial : told, token.get());
        try {
            calls.pairings().put(agreed);
        } catch (IOException e) {
            return new Pairing.NotPaired(Sentence.of(
                    "weblink.the-pairing-could-not-be-kept", "The pairing could not be kept: {0}", e.getMessage()));
        }
        identity = new TerminalIdentity(null, agreed.serial(), "PAX", null);
        return new Pairing.Paired(identity);
    }

    @Override
    public void unpair() throws IOException {
        calls.pairings().remove();
        calls.forget();
    }

    @Override
    public void close() {
        Running now = running;
        if (now != null) {
            now.close();
        }
        calls.close();
    }

    private <T> T paired(Function<Pairings.Paired, T> work, Function<Sentence, T> otherwise) {
        try {
            return calls.pairings().get().map(work).orElseGet(() -> otherwise.apply(PAIR_FIRST));
        } catch (IOException e) {
            return otherwise.apply(Sentence.of(
                    "weblink.what-was-agreed-with-the-terminal",
                    "What was agreed with the terminal cannot be read: {0}",
                    e.getMessage()));
        }
    }
}
