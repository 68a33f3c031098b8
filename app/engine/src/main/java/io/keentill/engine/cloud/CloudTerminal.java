package io.keentill.engine.cloud;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiFailureException;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.terminal.DeviceStatus;
import io.keentill.revkeen.terminal.TerminalDevice;
import io.keentill.revkeen.terminal.TerminalPayment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One terminal behind RevKeen. Calls take turns by a lock; {@link #requestCancel} and {@link #close} do not wait. */
final class CloudTerminal implements PaymentTerminal {

    /**
     * All that RevKeen's API has (B.2): it knows no pre-authorisation, no refund without a sale, no partial approval, no
     * totals, no end of day, no receipt text; pairing is done in the connector program (D.2).
     */
    private static final Set<Capability> CAPABILITIES =
            Set.of(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.CANCEL, Capability.QUERY_BY_REFERENCE);

    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final CloudCalls calls;
    private final CloudSettings settings;
    private final CloudInquiry inquiry;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Running running;
    private volatile TerminalIdentity identity = TerminalIdentity.NONE;

    CloudTerminal(CloudCalls calls, CloudSettings settings, InstantSource clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
        this.inquiry = new CloudInquiry(calls, settings, clock);
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
                    Sentence.of("cloud.a-payment-is-running", "A payment is running"),
                    identity);
        }
        try {
            Sentence why = calls.unusable();
            return why != null ? TerminalStatus.unreachable(why) : status(calls.state());
        } finally {
            turn.unlock();
        }
    }

    private TerminalStatus status(ApiResult<TerminalDevice> result) {
        return switch (result) {
            case ApiResult.Ok<TerminalDevice> ok -> {
                identity = new TerminalIdentity(
                        null,
                        ok.value().terminalSerial(),
                        ok.value().deviceName(),
                        ok.value().appVersion());
                yield state(ok.value());
            }
            case ApiResult.Refused<TerminalDevice> no
            when no.error() instanceof ApiError.NotFound -> attention(CloudWords.noDevice());
            case ApiResult.Refused<TerminalDevice> no -> attention(CloudWords.of(no.error()));
            case ApiResult.Unreachable<TerminalDevice> lost ->
                TerminalStatus.unreachable(Sentence.of(
                        "cloud.revkeen-cannot-be-reached-2", "RevKeen cannot be reached: {0}", ApiWords.lost(lost)));
        };
    }

    private TerminalStatus state(TerminalDevice device) {
        if (device.status().is(DeviceStatus.PAIRING) || !device.terminalPaired()) {
            return new TerminalStatus(
                    TerminalStatus.State.NOT_PAIRED,
                    Sentence.of(
                            "cloud.the-connector-has-no-terminal-paired",
                            "The connector has no terminal paired with it: pair one in the connector program"),
                    identity);
        }
        if (!device.status().is(DeviceStatus.ONLINE)) {
            return attention(Sentence.of(
                    "cloud.revkeen-does-not-hear-from-the",
                    "RevKeen does not hear from the terminal's connector: start the connector"
                            + " program and check its network"));
        }
        if (Boolean.FALSE.equals(device.terminalReachable())) {
            return attention(Sentence.of(
                    "cloud.the-connector-does-not-reach-its",
                    "The connector does not reach its terminal: switch the terminal on and check its" + " network"));
        }
        return new TerminalStatus(TerminalStatus.State.READY, "", identity);
    }

    private TerminalStatus attention(Sentence what) {
        return new TerminalStatus(TerminalStatus.State.ATTENTION, what, identity);
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        turn.lock();
        Running mine = new Running(request.reference());
        running = mine;
        try {
            Sentence why = calls.unusable();
            if (why != null) {
                return new Outcome.Failed(Sentence.of("cloud.nothing-was-charged", "{0}. Nothing was charged", why));
            }
            return switch (hint(request)) {
                case Prepared.Ready ready ->
                    new CloudAttempt(calls, settings, inquiry, clock, request, monitor, mine).perform(ready.hint());
                case Prepared.Not not ->
                    new Outcome.Failed(Sentence.of("cloud.nothing-was-charged", "{0}. Nothing was charged", not.why()));
            };
        } finally {
            running = null;
            turn.unlock();
        }
    }

    private sealed interface Prepared {
        record Ready(Hint hint) implements Prepared {}

        record Not(Sentence why) implements Prepared {}
    }

    private Prepared hint(TerminalRequest request) {
        if (request.kind() == PaymentKind.SALE) {
            return new Prepared.Ready(Hint.NONE);
        }
        boolean back = request.kind() == PaymentKind.REFUND || request.kind() == PaymentKind.REVERSAL;
        Optional<Original> original = request.earlier();
        if (!back || original.isEmpty()) {
            return new Prepared.Not(
                    back
                            ? Sentence.of(
                                    "cloud.revkeen-gives-money-back-on-an",
                                    "RevKeen gives money back on an earlier payment only: choose the payment to"
                                            + " refund")
                            : Sentence.of(
                                    "cloud.revkeens-api-cannot-hold-money-on",
                                    "RevKeen's API cannot hold money on a card"));
        }
        try {
            Optional<String> sale = sale(original.get());
            if (sale.isEmpty()) {
                return new Prepared.Not(Sentence.of(
                        "cloud.revkeen-does-not-show-the-payment",
                        "RevKeen does not show the payment {0} on this terminal: give it back on the"
                                + " terminal that took it",
                        original.get().reference()));
            }
            return switch (calls.newest(Hint.type(request.kind()))) {
                case ApiResult.Ok<Optional<TerminalPayment>> ok ->
                    new Prepared.Ready(new Hint(
                            sale.get(), ok.value().map(TerminalPayment::id).orElse("")));
                case ApiResult.Refused<Optional<TerminalPayment>> no -> new Prepared.Not(CloudWords.of(no.error()));
                case ApiResult.Unreachable<Optional<TerminalPayment>> lost ->
                    new Prepared.Not(Sentence.of(
                            "cloud.revkeen-cannot-be-reached-2",
                            "RevKeen cannot be reached: {0}",
                            ApiWords.lost(lost)));
            };
        } catch (ApiFailureException e) {
            return new Prepared.Not(ApiWords.by(e));
        }
    }

    /** RevKeen's id of the sale: kept with it, or looked up by its reference. */
    private Optional<String> sale(Original original) {
        String kept = original.card().receiptNumber();
        return kept != null
                ? Optional.of(kept)
                : calls.since(Hint.type(PaymentKind.SALE), original.at().minus(LOOK_BACK)).stream()
                        .filter(p -> original.reference().equals(p.reference()))
                        .map(TerminalPayment::id)
                        .findFirst();
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
            Sentence why = calls.unusable();
            return why != null ? new QueryAnswer.Unreachable(why) : inquiry.ask(attempt);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public TotalsAnswer totals(Currency currency) {
        return new TotalsAnswer.NotTold(Sentence.of(
                "cloud.revkeens-api-has-no-totals-of",
                "RevKeen's API has no totals of a terminal. Look at its dashboard"));
    }

    @Override
    public Settlement settle(Currency currency) {
        return new Settlement.NotClosed(Sentence.of(
                "cloud.revkeen-settles-its-terminals-by-itself",
                "RevKeen settles its terminals by itself and offers no end of day. Look at the"
                        + " payouts in its dashboard"));
    }

    @Override
    public Pairing pair(Map<String, String> answers) {
        return new Pairing.NotPaired(Sentence.of(
                "cloud.a-terminal-behind-revkeen-is-paired",
                "A terminal behind RevKeen is paired in its connector program, with a linking"
                        + " code from RevKeen's dashboard (Apps > Terminal)"));
    }

    @Override
    public void close() {
        Running now = running;
        if (now != null) {
            now.close();
        }
        calls.close();
    }
}
