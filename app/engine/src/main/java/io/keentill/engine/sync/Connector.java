package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.CommandOutcome;
import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorMessage;
import io.keentill.revkeen.connector.Hello;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The till as connector of its own terminal. A command whose reference was already carried out here is answered from the
 * store and moves nothing; any other is carried out at most once.
 */
final class Connector implements ConnectorListener, DeviceIdentity, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Connector.class.getName());

    private final TillStore store;
    private final Payments payments;
    private final InstantSource clock;
    private final Runnable changed;
    private final Map<String, ConnectorMessage.Command> pending = new ConcurrentHashMap<>();
    private final ExecutorService commands = Executors.newVirtualThreadPerTaskExecutor();
    private final TillEvents.Subscription events;
    private volatile ConnectorState state = ConnectorState.DISCONNECTED;
    private volatile @Nullable ConnectorChannel channel;

    Connector(TillStore store, Payments payments, InstantSource clock, TillEvents events, Runnable changed) {
        this.store = store;
        this.payments = payments;
        this.clock = clock;
        this.changed = changed;
        this.events = events.subscribe(this::onEvent);
    }

    void start(RevKeen api, Hello hello) {
        channel = api.connector(hello, this);
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
    public void state(io.keentill.revkeen.connector.ConnectorState now, String message) {
        state = switch (now) {
            case LINKED -> ConnectorState.LINKED;
            case NOT_OFFERED -> ConnectorState.NOT_OFFERED;
            case CONNECTING, DISCONNECTED, REFUSED -> ConnectorState.DISCONNECTED;
        };
        LOG.log(System.Logger.Level.INFO, "Connector channel: {0} {1}", now, message);
        changed.run();
    }

    @Override
    public void message(ConnectorMessage message) {
        switch (message) {
            case ConnectorMessage.Welcome welcome -> welcome(welcome);
            case ConnectorMessage.Command command -> {
                pending.put(command.commandId(), command);
                commands.submit(() -> carryOut(command));
            }
            case ConnectorMessage.Cancel cancel -> cancel(cancel.commandId());
            case ConnectorMessage.Settled settled -> pending.remove(settled.commandId());
            case ConnectorMessage.ServerError error ->
                LOG.log(System.Logger.Level.WARNING, "RevKeen on the connector channel: {0}", error.message());
        }
    }

    private void welcome(ConnectorMessage.Welcome welcome) {
        try {
            store.write(tx -> {
                if (!tx.setting(SETTING).equals(java.util.Optional.of(welcome.deviceId()))) {
                    tx.putSetting(SETTING, welcome.deviceId());
                }
                return welcome;
            });
            changed.run();
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The device id could not be stored", e);
        }
    }

    private void carryOut(ConnectorMessage.Command command) {
        try {
            Money amount = Money.of(command.amountMinor(), command.currency());
            PaymentKind kind = switch (command.action()) {
                case SALE -> PaymentKind.SALE;
                case REFUND -> PaymentKind.REFUND;
                case VOID -> PaymentKind.REVERSAL;
            };
            switch (payments.execute(command.reference(), kind, amount)) {
                case Payments.CommandResult.Known known -> answer(command, known.attempt());
                case Payments.CommandResult.NotNow no -> error(command, no.message());
            }
        } catch (StoreException | RuntimeException e) {
            // Nothing is answered: RevKeen sends the command again after a reconnect, and by then it may be stored.
            LOG.log(System.Logger.Level.ERROR, "Command " + command.commandId() + " could not be carried out", e);
        }
    }

    private void cancel(String commandId) {
        ConnectorMessage.Command command = pending.get(commandId);
        if (command != null) {
            payments.cancelIfRunning(command.reference());
        }
    }

    private void onEvent(TillEvent event) {
        if (event instanceof TillEvent.PaymentResolved resolved) {
            pending.values().stream()
                    .filter(c -> c.reference().equals(resolved.attempt().reference()))
                    .forEach(c -> commands.submit(() -> answer(c, resolved.attempt())));
        }
    }

    private void answer(ConnectorMessage.Command command, PaymentAttempt attempt) {
        if (attempt.state().isOpen()) {
            ConnectorChannel out = channel;
            if (out != null) {
                out.accepted(command.commandId());
            }
            return;
        }
        if (attempt.amount().minor() != command.amountMinor() && !paidThatMuch(attempt, command)) {
            error(command, "Reference " + command.reference() + " was carried out with another amount");
            return;
        }
        send(command, attempt);
    }

    private static boolean paidThatMuch(PaymentAttempt attempt, ConnectorMessage.Command command) {
        Money approved = attempt.approved();
        return approved != null && approved.minor() == command.amountMinor();
    }

    private void send(ConnectorMessage.Command command, PaymentAttempt attempt) {
        Money approved = attempt.approved();
        String digits = attempt.card().lastFour();
        emit(new CommandOutcome(
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
                attempt.message(),
                attempt.resolvedAt() == null ? clock.instant() : attempt.resolvedAt()));
    }

    private static String status(AttemptState state, @Nullable Money approved) {
        return switch (state) {
            case APPROVED -> "approved";
            case DECLINED -> "declined";
            case CANCELLED -> "cancelled";
            case OVERRIDDEN -> approved == null ? "error" : "approved";
            case FAILED, INTENDED, SENT, UNKNOWN -> "error";
        };
    }

    private static @Nullable String entryMode(PaymentAttempt attempt) {
        return switch (attempt.card().entryMode()) {
            case CONTACTLESS, EMV_CHIP, MAGNETIC_STRIPE, MANUAL_ENTRY, FALLBACK ->
                attempt.card().entryMode().name().toLowerCase(java.util.Locale.ROOT);
            case UNKNOWN -> null;
        };
    }

    private void error(ConnectorMessage.Command command, String why) {
        emit(new CommandOutcome(
                command.commandId(),
                "error",
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
                why,
                clock.instant()));
    }

    private void emit(CommandOutcome outcome) {
        ConnectorChannel out = channel;
        if (out != null) {
            out.outcome(outcome);
        }
    }

    @Override
    public void close() {
        events.close();
        ConnectorChannel out = channel;
        if (out != null) {
            out.close();
        }
        commands.shutdownNow();
    }
}
