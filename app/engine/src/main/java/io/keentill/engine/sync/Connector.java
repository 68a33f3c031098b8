package io.keentill.engine.sync;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.cloud.CloudDriver;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.RemoteCommand;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorSettings;
import io.keentill.revkeen.connector.FromServer;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.revkeen.terminal.EntryMode;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The till as connector of its own terminal. A command whose reference was already carried out here is answered from the
 * store and moves nothing; any other is carried out at most once.
 */
final class Connector implements ConnectorListener, DeviceIdentity, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Connector.class.getName());

    private static final Duration ASK_AGAIN = Duration.ofMillis(200);
    private static final int MOST_ASKED = 600;

    private final TillStore store;
    private final Payments payments;
    private final InstantSource clock;
    private final Waits waits;
    private final Runnable changed;
    private final Map<String, FromServer.Command> pending = new ConcurrentHashMap<>();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    private final CommandTurns turns = new CommandTurns();
    private final ExecutorService commands = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("connector-clock").factory());
    private final TillEvents.Subscription events;
    private volatile ConnectorState state = ConnectorState.DISCONNECTED;
    private final ConnectorLink link;

    Connector(
            TillStore store,
            Payments payments,
            InstantSource clock,
            Waits waits,
            TillEvents events,
            LinkKeeper keeper,
            Runnable changed) {
        this.store = store;
        this.link = new ConnectorLink(keeper, this);
        this.payments = payments;
        this.clock = clock;
        this.waits = waits;
        this.changed = changed;
        this.events = events.subscribe(this::onEvent);
    }

    void start(RevKeen api, ToServer.Hello hello) {
        link.start(api, ConnectorSettings.of(() -> now(hello), () -> heartbeat(hello), scheduler));
    }

    /** The channel, and as whom it is used. */
    ConnectorLink link() {
        return link;
    }

    /** A terminal may be set up or taken away while the till runs. */
    private ToServer.Hello now(ToServer.Hello hello) {
        return new ToServer.Hello(
                hello.connectorId(),
                hello.deviceName(),
                hello.platform(),
                hello.appVersion(),
                hello.terminalSerial(),
                paired(),
                hello.terminalReachable());
    }

    private ToServer.Heartbeat heartbeat(ToServer.Hello hello) {
        return new ToServer.Heartbeat(reachable(), paired(), hello.terminalSerial());
    }

    /** One that RevKeen drives has a connector of its own; commands for it never come through this till. */
    private boolean paired() {
        return payments.terminal().filter(t -> !CloudDriver.drives(t.address())).isPresent();
    }

    private @Nullable Boolean reachable() {
        return payments.terminal()
                .map(t -> t.lastStatus().state() != TerminalStatus.State.UNREACHABLE)
                .orElse(null);
    }

    ConnectorState linkState() {
        return state;
    }

    @Override
    public boolean linked() {
        return state == ConnectorState.LINKED;
    }

    @Override
    public boolean notOffered() {
        return state == ConnectorState.NOT_OFFERED;
    }

    @Override
    public void stateChanged(io.keentill.revkeen.connector.ConnectorState now) {
        state = switch (now) {
            case io.keentill.revkeen.connector.ConnectorState.Online _ -> ConnectorState.LINKED;
            case io.keentill.revkeen.connector.ConnectorState.NotOffered _ -> ConnectorState.NOT_OFFERED;
            default -> ConnectorState.DISCONNECTED;
        };
        LOG.log(System.Logger.Level.INFO, "Connector channel: {0}", now);
        changed.run();
    }

    @Override
    public void received(FromServer message) {
        switch (message) {
            case FromServer.Welcome welcome -> welcome(welcome);
            case FromServer.Command command -> {
                pending.put(command.commandId(), command);
                commands.execute(() -> carryOut(command, 0));
            }
            case FromServer.Cancel cancel -> cancel(cancel.commandId());
            case FromServer.Settled settled -> settled(settled.commandId());
            case FromServer.ServerError error ->
                LOG.log(System.Logger.Level.WARNING, "RevKeen on the connector channel: {0}", error.message());
        }
    }

    private void welcome(FromServer.Welcome welcome) {
        try {
            store.write(tx -> {
                if (!tx.setting(SETTING).equals(java.util.Optional.of(welcome.deviceId()))) {
                    tx.putSetting(SETTING, welcome.deviceId());
                }
                return welcome;
            });
            changed.run();
            store.read(OpenCommands::all).forEach(command -> pending.putIfAbsent(command.commandId(), command));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The device id could not be stored, or what is unanswered not read", e);
        }
        pending.values().forEach(command -> commands.execute(() -> answerAgain(command)));
    }

    /** What is not forgotten for want of space is answered once more and settled again. */
    private void settled(String commandId) {
        try {
            if (store.read(view -> OpenCommands.isUnderWay(view, commandId))) {
                return; // what RevKeen settles is an earlier answer; this one is still to come
            }
            pending.remove(commandId);
            withdrawn.remove(commandId);
            if (store.read(view -> OpenCommands.isKept(view, commandId))) {
                store.write(tx -> {
                    OpenCommands.settled(tx, commandId);
                    return commandId;
                });
            }
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "That command " + commandId + " is settled could not be stored", e);
        }
    }

    @Override
    public boolean answerAgain(String paymentId) {
        Optional<FromServer.Command> command = pending.values().stream()
                .filter(c -> c.paymentId().equals(paymentId))
                .findFirst();
        command.ifPresent(c -> commands.execute(() -> answerAgain(c)));
        return command.isPresent();
    }

    /** After a reconnect: an outcome that RevKeen has not settled may have been lost. Starts nothing. */
    private void answerAgain(FromServer.Command command) {
        try {
            if (isReversal(command)
                    && store.read(view -> OwnReversal.of(view, command)) instanceof OwnReversal.Ours own) {
                reversed(command, own.attempt());
                return;
            }
            store.read(view -> view.attemptByReference(command.reference()))
                    .ifPresent(attempt -> answer(command, attempt));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Command " + command.commandId() + " could not be answered again", e);
        }
    }

    private void carryOut(FromServer.Command command, int asked) {
        if (!turns.take(command.commandId())) {
            // Whoever has it in hand carries it out; what is known of it is said again.
            turns.refused(command.commandId()).ifPresentOrElse(this::emit, () -> answerAgain(command));
            return;
        }
        boolean soon = false;
        try {
            Optional<ToServer.Outcome> refused = turns.refused(command.commandId());
            if (refused.isPresent()) {
                emit(refused.get());
            } else {
                soon = !carryOutInTurn(command);
            }
        } finally {
            turns.over(command.commandId());
        }
        if (soon) {
            again(command, asked + 1);
        }
    }

    /** False if it cannot be told yet whether it is this till's own. */
    private boolean carryOutInTurn(FromServer.Command command) {
        try {
            Optional<Money> amount = amount(command);
            Optional<TerminalPaymentType> action = command.action().known();
            if (action.isEmpty() || amount.isEmpty()) {
                error(
                        command,
                        Sentence.of(
                                "sync.this-till-does-not-know-the",
                                "This till does not know the action {0} in {1}",
                                command.action(),
                                command.currency()));
                return true;
            }
            if (isReversal(command)) {
                switch (store.read(view -> OwnReversal.of(view, command))) {
                    case OwnReversal.Ours own -> {
                        reversed(command, own.attempt());
                        return true;
                    }
                    case OwnReversal.NotKnownYet soon -> {
                        return false;
                    }
                    case OwnReversal.Foreign other -> LOG.log(System.Logger.Level.DEBUG, "From elsewhere");
                }
            }
            carryOut(command, kind(action.get()), amount.get());
        } catch (StoreException | RuntimeException e) {
            // Nothing is answered: RevKeen sends the command again after a reconnect, and by then it may be stored.
            LOG.log(System.Logger.Level.ERROR, "Command " + command.commandId() + " could not be carried out", e);
        }
        return true;
    }

    private void carryOut(FromServer.Command command, PaymentKind kind, Money amount) throws StoreException {
        String original = kind == PaymentKind.SALE ? null : command.originalReference();
        RemoteCommand wish = new RemoteCommand(command.reference(), kind, amount, original);
        switch (payments.execute(
                wish, () -> withdrawn.contains(command.commandId()), tx -> OpenCommands.keep(tx, command))) {
            case Payments.CommandResult.Known known -> answer(command, known.attempt());
            case Payments.CommandResult.NotNow no
            when withdrawn.contains(command.commandId()) ->
                refuse(nothing(command, ToServer.Result.CANCELLED, no.message()));
            case Payments.CommandResult.NotNow no -> refuse(nothing(command, ToServer.Result.ERROR, no.message()));
        }
    }

    private static boolean isReversal(FromServer.Command command) {
        return !command.action().is(TerminalPaymentType.SALE);
    }

    private void again(FromServer.Command command, int asked) {
        if (asked > MOST_ASKED) {
            // RevKeen gives a command up after three minutes by itself (API reference C.2). An error from here would
            // stand
            // for good, though the money may have gone back; what timed out is answered once this till knows.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Command {0} stays unanswered: whether it is this till''s own refund is not known yet",
                    command.commandId());
            return;
        }
        commands.execute(() -> {
            try {
                waits.sleep(ASK_AGAIN);
                carryOut(command, asked);
            } catch (InterruptedException e) {
                // The till is closing; RevKeen sends what is unanswered again.
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Answers a reversal that this till carried out and told RevKeen of. */
    private void reversed(FromServer.Command command, PaymentAttempt attempt) {
        Money back = attempt.approved() == null ? attempt.amount() : attempt.approved();
        boolean same = back.minor() == command.amountMinor()
                && back.currency().getCurrencyCode().equalsIgnoreCase(command.currency());
        if (same) {
            send(command, attempt);
        } else {
            error(
                    command,
                    Sentence.of(
                            "sync.this-till-gave-back-not-minor",
                            "This till gave {0} back, not {1} minor units",
                            back,
                            command.amountMinor()));
        }
    }

    /** Empty where the currency is none that exists. */
    private static Optional<Money> amount(FromServer.Command command) {
        try {
            return Optional.of(Money.of(command.amountMinor(), command.currency()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static PaymentKind kind(TerminalPaymentType action) {
        return switch (action) {
            case SALE -> PaymentKind.SALE;
            case REFUND -> PaymentKind.REFUND;
            case VOID -> PaymentKind.REVERSAL;
        };
    }

    private void cancel(String commandId) {
        FromServer.Command command = pending.get(commandId);
        if (command != null) {
            withdrawn.add(commandId);
            payments.cancelIfRunning(command.reference());
        }
    }

    private void onEvent(TillEvent event) {
        if (event instanceof TillEvent.PaymentResolved resolved) {
            pending.values().stream()
                    .filter(c -> c.reference().equals(resolved.attempt().reference()))
                    .forEach(c -> commands.execute(() -> answer(c, resolved.attempt())));
        }
    }

    private void answer(FromServer.Command command, PaymentAttempt attempt) {
        if (attempt.state().isOpen()) {
            ConnectorChannel out = link.channel();
            if (out != null) {
                out.send(new ToServer.Accepted(command.commandId()));
            }
            return;
        }
        if (!stands(attempt, command)) {
            error(
                    command,
                    Sentence.of(
                            "sync.reference-was-carried-out-here-as",
                            "Reference {0} was carried out here as {1} of {2}",
                            command.reference(),
                            attempt.kind(),
                            attempt.amount()));
            return;
        }
        send(command, attempt);
    }

    /** Whether an attempt is what a command asks for: same kind, currency, and amount asked for or approved. */
    private static boolean stands(PaymentAttempt attempt, FromServer.Command command) {
        Money approved = attempt.approved();
        boolean amount = attempt.amount().minor() == command.amountMinor()
                || (approved != null && approved.minor() == command.amountMinor());
        PaymentKind kind = attempt.kind() == PaymentKind.COMPLETION ? PaymentKind.SALE : attempt.kind();
        return amount
                && attempt.amount().currency().getCurrencyCode().equalsIgnoreCase(command.currency())
                && command.action()
                        .known()
                        .map(Connector::kind)
                        .filter(kind::equals)
                        .isPresent();
    }

    private void send(FromServer.Command command, PaymentAttempt attempt) {
        Money approved = attempt.approved();
        String digits = attempt.card().lastFour();
        emit(new ToServer.Outcome(
                command.commandId(),
                status(attempt.state(), approved),
                approved == null ? attempt.amount().minor() : approved.minor(),
                attempt.amount().currency().getCurrencyCode(),
                attempt.card().uti(),
                attempt.card().authCode(),
                attempt.card().responseCode(),
                attempt.card().rrn(),
                attempt.card().scheme(),
                digits == null ? null : "************" + digits,
                entryMode(attempt),
                attempt.card().terminalId(),
                text(attempt.message()),
                attempt.resolvedAt() == null ? clock.instant() : attempt.resolvedAt()));
    }

    private static ToServer.Result status(AttemptState state, @Nullable Money approved) {
        return switch (state) {
            case APPROVED -> ToServer.Result.APPROVED;
            case DECLINED -> ToServer.Result.DECLINED;
            case CANCELLED -> ToServer.Result.CANCELLED;
            case OVERRIDDEN -> approved == null ? ToServer.Result.ERROR : ToServer.Result.APPROVED;
            case FAILED, INTENDED, SENT, UNKNOWN -> ToServer.Result.ERROR;
        };
    }

    private static @Nullable OpenEnum<EntryMode> entryMode(PaymentAttempt attempt) {
        return switch (attempt.card().entryMode()) {
            case CONTACTLESS -> OpenEnum.of(EntryMode.CONTACTLESS);
            case EMV_CHIP -> OpenEnum.of(EntryMode.EMV_CHIP);
            case MAGNETIC_STRIPE -> OpenEnum.of(EntryMode.MAGNETIC_STRIPE);
            case MANUAL_ENTRY -> OpenEnum.of(EntryMode.MANUAL_ENTRY);
            case FALLBACK -> OpenEnum.of(EntryMode.FALLBACK);
            case UNKNOWN -> null;
        };
    }

    private void error(FromServer.Command command, Sentence why) {
        emit(nothing(command, ToServer.Result.ERROR, why));
    }

    private ToServer.Outcome nothing(FromServer.Command command, ToServer.Result result, Sentence why) {
        return new ToServer.Outcome(
                command.commandId(),
                result,
                command.amountMinor(),
                command.currency(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                text(why),
                clock.instant());
    }

    /** RevKeen is told in English, as logs are. */
    private static @Nullable String text(@Nullable Sentence words) {
        return words == null ? null : words.toString();
    }

    /** What RevKeen was told is not carried out is not carried out when the same command comes once more. */
    private void refuse(ToServer.Outcome outcome) {
        if (link.channel() != null) {
            turns.refuse(outcome);
            emit(outcome);
        }
    }

    private void emit(ToServer.Outcome outcome) {
        ConnectorChannel out = link.channel();
        if (out != null) {
            LOG.log(System.Logger.Level.DEBUG, "Outcome sent: {0}", out.send(outcome));
        }
    }

    @Override
    public void close() {
        events.close();
        link.close();
        commands.shutdownNow();
        scheduler.shutdownNow();
    }
}
