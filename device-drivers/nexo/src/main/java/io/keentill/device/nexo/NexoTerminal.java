package io.keentill.device.nexo;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.nexo.message.Amounts;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.Totals;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One terminal with nexo. Calls take turns by a lock; {@link #requestCancel} and {@link #close} do not wait for it. */
final class NexoTerminal implements PaymentTerminal {

    private static final Set<Capability> CAPABILITIES = Set.of(
            Capability.REFUND,
            Capability.LINKED_REFUND,
            Capability.REVERSAL,
            Capability.CANCEL,
            Capability.QUERY_BY_REFERENCE,
            Capability.PARTIAL_APPROVAL,
            Capability.END_OF_DAY,
            Capability.TILL_PRINTS,
            Capability.PAIRING);

    /** A service id is unique for 48 hours, so no terminal has to know it for longer; half of that is relied on. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private static final Sentence PAIR_FIRST = Sentence.of(
            "nexo.the-terminal-is-not-paired-with",
            "The terminal is not paired with this till: give its name and the shared key to" + " pair it");
    private static final String POI = "poiid";
    private static final String PASSPHRASE = "passphrase";
    private static final String IDENTIFIER = "key_identifier";
    private static final String VERSION = "key_version";

    private final Line line;
    private final NexoSettings settings;
    private final LinkAddress link;
    private final String device;
    private final TerminalDriver.Context context;
    private final Agreement agreement;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Deadline> firstAsked = new HashMap<>();
    private volatile @Nullable Running running;
    private volatile @Nullable DeviceRequests deviceRequests;

    NexoTerminal(Line line, NexoSettings settings, LinkAddress link, String device, TerminalDriver.Context context) {
        this.line = line;
        this.settings = settings;
        this.link = link;
        this.device = device;
        this.context = context;
        this.agreement = new Agreement(context.secrets(), device);
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
                    Sentence.of("nexo.a-payment-is-running", "A payment is running"),
                    TerminalIdentity.NONE);
        }
        try {
            return paired(
                    this::diagnosis,
                    why -> new TerminalStatus(TerminalStatus.State.NOT_PAIRED, why, TerminalIdentity.NONE));
        } finally {
            turn.unlock();
        }
    }

    private TerminalStatus diagnosis(Terms terms) {
        TerminalIdentity identity = identity(terms);
        return switch (line.ask(line.messages(terms).diagnosis(line.fresh()), terms, settings.answer())) {
            case Reply.NotSent(Sentence why) -> TerminalStatus.unreachable(why);
            case Reply.Lost(Sentence why) -> TerminalStatus.unreachable(why);
            case Reply.Refused(int status) ->
                new TerminalStatus(
                        TerminalStatus.State.NOT_PAIRED,
                        Sentence.of(
                                "nexo.the-terminal-refuses-the-till-status",
                                "The terminal refuses the till (status {0}): pair it again",
                                status),
                        identity);
            case Reply.Answered answer
            when answer.condition().equals("Busy") || answer.condition().equals("InProgress") ->
                new TerminalStatus(TerminalStatus.State.BUSY, Conditions.text("Busy"), identity);
            case Reply.Answered answer
            when answer.result().equals("Success") -> new TerminalStatus(TerminalStatus.State.READY, "", identity);
            case Reply.Answered answer ->
                new TerminalStatus(TerminalStatus.State.ATTENTION, Conditions.text(answer.condition()), identity);
        };
    }

    private static TerminalIdentity identity(Terms terms) {
        int dash = terms.poiId().lastIndexOf('-');
        String model = dash > 0 ? terms.poiId().substring(0, dash) : terms.poiId();
        return new TerminalIdentity(null, terms.poiId().substring(dash + 1), model, null);
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        boolean possible = switch (request) {
            case TerminalRequest.Sale _, TerminalRequest.Refund _, TerminalRequest.Reversal _ -> true;
            case TerminalRequest.PreAuthorisation _, TerminalRequest.Completion _, TerminalRequest.Release _ -> false;
        };
        if (!possible) {
            return new Outcome.Failed(Sentence.of(
                    "nexo.this-terminal-does-not-hold-money",
                    "This terminal does not hold money without taking it. Nothing was sent"));
        }
        turn.lock();
        Running mine = new Running(request.reference());
        running = mine;
        try {
            Attempt attempt = new Attempt(line, settings, context.clock(), request, monitor, mine);
            hear(attempt.guest());
            return paired(
                    attempt::perform,
                    why -> new Outcome.Failed(
                            Sentence.of("nexo.nothing-was-charged-2", "{0}. Nothing was charged", why)));
        } finally {
            hear(null);
            running = null;
            turn.unlock();
        }
    }

    /** Lets the terminal speak to a payment, where an address to call the till at was given. */
    private void hear(DeviceRequests.@Nullable Guest guest) {
        DeviceRequests requests = deviceRequests;
        if (requests == null && guest != null && !settings.listen().isEmpty()) {
            try {
                requests = DeviceRequests.at(
                        settings.listen(), context.links(), this::terms, context.trace(), new SecureRandom());
                deviceRequests = requests;
            } catch (LinkException e) {
                // A payment does not need the terminal's texts; that they are missing is said once a payment.
                guest.show(LinkException.said(e).toString());
            }
        }
        if (requests != null) {
            requests.serve(guest);
        }
    }

    private Optional<Terms> terms() {
        try {
            return agreement.read();
        } catch (IOException e) {
            return Optional.empty(); // then nobody is believed
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
            return paired(terms -> standing(terms, attempt), QueryAnswer.Unreachable::new);
        } finally {
            turn.unlock();
        }
    }

    private QueryAnswer standing(Terms terms, PastAttempt attempt) {
        String category = attempt.recoveryHint().equals("Reversal") ? "Reversal" : "Payment";
        Deadline notBegun = firstAsked.computeIfAbsent(attempt.reference(), reference -> Deadline.in(settings.grace()));
        return switch (line.standing(terms, category, ServiceId.of(attempt.reference()))) {
            case Line.Standing.Ended(Result result) ->
                switch (new Judge(attempt.kind(), attempt.amount(), attempt.reference()).of(result)) {
                    case Outcome.Unknown(Sentence why) -> new QueryAnswer.CannotTell(why);
                    case Outcome known -> {
                        firstAsked.remove(attempt.reference());
                        yield new QueryAnswer.Found(known);
                    }
                };
            case Line.Standing.Running() -> new QueryAnswer.InProgress();
            // A request that was cut off may still be read by the terminal; only after a while it certainly is not.
            case Line.Standing.NotFound() when !notBegun.passed() -> new QueryAnswer.InProgress();
            case Line.Standing.NotFound()
            when !remembers(attempt) ->
                new QueryAnswer.CannotTell(Sentence.of(
                        "nexo.the-terminal-may-have-forgotten-the",
                        "The terminal does not know the payment, and it was sent too long ago for it to be sure."
                                + " Compare the terminal's journal or slip with this payment and decide"));
            case Line.Standing.NotFound() -> {
                firstAsked.remove(attempt.reference());
                yield new QueryAnswer.NotFound();
            }
            case Line.Standing.Unheard(Sentence why) -> new QueryAnswer.Unreachable(why);
        };
    }

    /** Whether so little time has passed that the terminal cannot have forgotten it. A clock set back is no proof. */
    private boolean remembers(PastAttempt attempt) {
        Duration age = Duration.between(attempt.sentAt(), context.clock().instant());
        return !age.isNegative() && age.compareTo(REMEMBERED) <= 0;
    }

    @Override
    public Settlement settle(Currency currency) {
        turn.lock();
        try {
            return paired(terms -> reconcile(terms, currency), Settlement.NotClosed::new);
        } finally {
            turn.unlock();
        }
    }

    private Settlement reconcile(Terms terms, Currency currency) {
        return switch (line.ask(line.messages(terms).reconciliation(line.fresh()), terms, settings.answer())) {
            case Reply.NotSent(Sentence why) -> new Settlement.NotClosed(why);
            case Reply.Lost(Sentence why) ->
                new Settlement.NotKnown(Sentence.of(
                        "nexo.whether-its-day-was-closed-shows",
                        "{0} Whether its day was closed shows in the reports of the acquirer",
                        why));
            case Reply.Refused(int status) ->
                new Settlement.NotClosed(Sentence.of(
                        "nexo.the-terminal-refuses-the-till-status",
                        "The terminal refuses the till (status {0}): pair it again",
                        status));
            case Reply.Answered answer
            when answer.result().equals("Success") -> new Settlement.Closed(totals(answer.body(), currency));
            case Reply.Answered answer
            when answer.condition().equals("NotAllowed") ->
                new Settlement.NotClosed(Sentence.of(
                        "nexo.this-terminal-is-settled-by-its",
                        "This terminal is settled by its acquirer: there is nothing to close here"));
            case Reply.Answered answer -> new Settlement.NotClosed(Conditions.text(answer.condition()));
        };
    }

    private static Totals totals(JsonNode body, Currency currency) {
        int count = 0;
        long net = 0;
        for (JsonNode total : body.path("TransactionTotals")) {
            for (JsonNode line : total.path("PaymentTotals")) {
                long sum =
                        Amounts.minor(line.path("TransactionAmount"), currency).orElse(0L);
                count += line.path("TransactionCount").asInt(0);
                net += line.path("TransactionType").asString("").equals("Credit") ? -sum : sum;
            }
        }
        return new Totals(count, Money.of(net, currency));
    }

    @Override
    public List<PairingQuestion> pairingQuestions() {
        return List.of(
                new PairingQuestion(
                        POI,
                        Sentence.of(
                                "nexo.the-terminals-name-model-and-serial",
                                "The terminal's name: model and serial number, for example V400m-346403161"),
                        false,
                        Pattern.compile("[A-Za-z0-9]{1,20}-[A-Za-z0-9]{1,20}")),
                new PairingQuestion(
                        IDENTIFIER,
                        Sentence.of(
                                "nexo.the-identifier-of-the-shared-key",
                                "The identifier of the shared key, from the terminal's settings at the acquirer"),
                        false,
                        Pattern.compile("\\p{Graph}{1,64}")),
                new PairingQuestion(
                        VERSION,
                        Sentence.of("nexo.the-version-of-the-shared-key", "The version of the shared key, a number"),
                        false,
                        Pattern.compile("\\d{1,4}")),
                new PairingQuestion(
                        PASSPHRASE,
                        Sentence.of("nexo.the-passphrase-of-the-shared-key", "The passphrase of the shared key"),
                        true,
                        Pattern.compile("\\P{Cntrl}{1,200}")));
    }

    @Override
    public Pairing pair(Map<String, String> answers) {
        for (PairingQuestion question : pairingQuestions()) {
            if (!question.accepts(answers.getOrDefault(question.name(), ""))) {
                return new Pairing.NotPaired(Sentence.of(
                        "nexo.this-is-missing-or-not-of",
                        "This is missing or not of the right form: {0}",
                        question.text()));
            }
        }
        String poiId = answers.getOrDefault(POI, "");
        String passphrase = answers.getOrDefault(PASSPHRASE, "");
        String identifier = answers.getOrDefault(IDENTIFIER, "");
        String version = answers.getOrDefault(VERSION, "");
        turn.lock();
        try {
            TerminalStatus status = diagnosis(Line.terms(poiId, passphrase, identifier, version));
            if (status.state() == TerminalStatus.State.UNREACHABLE
                    || status.state() == TerminalStatus.State.NOT_PAIRED) {
                return new Pairing.NotPaired(Sentence.of(
                        "nexo.check-name-key-identifier-version-and",
                        "{0} Check name, key identifier, version and passphrase",
                        status.message()));
            }
            Terms.write(context.secrets(), device, poiId, passphrase, identifier, version);
            return new Pairing.Paired(status.identity());
        } catch (IOException e) {
            return new Pairing.NotPaired(Sentence.of(
                    "nexo.the-pairing-could-not-be-kept", "The pairing could not be kept: {0}", e.getMessage()));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void unpair() throws IOException {
        Terms.remove(context.secrets(), device);
        context.links().forget(link);
    }

    @Override
    public void close() {
        Running now = running;
        if (now != null) {
            now.close();
        }
        line.close();
        DeviceRequests requests = deviceRequests;
        if (requests != null) {
            requests.close();
        }
    }

    private <T> T paired(Function<Terms, T> work, Function<Sentence, T> otherwise) {
        try {
            return agreement.read().map(work).orElseGet(() -> otherwise.apply(PAIR_FIRST));
        } catch (IOException e) {
            return otherwise.apply(Sentence.of(
                    "nexo.what-was-agreed-with-the-terminal",
                    "What was agreed with the terminal cannot be read: {0}",
                    e.getMessage()));
        }
    }
}
