package io.keentill.revkeen.contract;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorSettings;
import io.keentill.revkeen.connector.ConnectorState;
import io.keentill.revkeen.connector.FromServer;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.revkeen.terminal.EntryMode;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A connected terminal that approves what it is told to, and otherwise leaves a command open. */
final class Terminal implements ConnectorListener, AutoCloseable {
    private final RevKeen client;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<String> device = new CompletableFuture<>();
    private final BlockingQueue<FromServer> received = new LinkedBlockingQueue<>();
    private final ConnectorChannel channel;

    Terminal(RevKeen client) {
        this.client = client;
        var hello = new ToServer.Hello("contract-till", "Counter", "linux", "1.0", "SN-1", true, true);
        var heartbeat = new ToServer.Heartbeat(true, true, "SN-1");
        channel = client.connector(ConnectorSettings.of(() -> hello, () -> heartbeat, scheduler), this);
        channel.start();
    }

    /** Its device's id. */
    String device() {
        return device.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** A new payment over 12.50 GBP that stays open; the one before it is cancelled first. */
    TerminalPayment openPayment() {
        cancelOpen();
        return client.terminalPayments()
                .create(TerminalPaymentRequest.of(device(), 1250, "GBP"))
                .send()
                .orThrow();
    }

    /** A new payment over 12.50 GBP, approved. */
    TerminalPayment approvedPayment() {
        TerminalPayment open = openPayment();
        finish(ToServer.Result.APPROVED);
        return client.terminalPayments().get(open.id()).orThrow();
    }

    /** Ends the open payment, if there is one, so that the device is free. */
    void cancelOpen() {
        boolean open = client.terminalPayments()
                .list(io.keentill.revkeen.terminal.TerminalPaymentQuery.any().withDeviceId(device()))
                .stream()
                .anyMatch(payment -> payment.status().is(io.keentill.revkeen.terminal.TerminalPaymentStatus.REQUESTED)
                        || payment.status().is(io.keentill.revkeen.terminal.TerminalPaymentStatus.IN_PROGRESS));
        if (open) {
            finish(ToServer.Result.CANCELLED);
        }
    }

    private void finish(ToServer.Result result) {
        FromServer.Command command = await(FromServer.Command.class);
        boolean approved = result == ToServer.Result.APPROVED;
        channel.send(new ToServer.Outcome(
                command.commandId(),
                result,
                approved ? command.amountMinor() : 0,
                command.currency(),
                "UTI-" + command.commandId(),
                approved ? "123456" : null,
                approved ? "00" : null,
                approved ? "000123" : null,
                approved ? "VISA" : null,
                approved ? "0119" : null,
                approved ? OpenEnum.of(EntryMode.CONTACTLESS) : null,
                "SN-1",
                null,
                Instant.parse("2026-05-01T09:00:05Z")));
        await(FromServer.Settled.class);
    }

    /** The next message of this kind; others before it are let go. */
    private <T extends FromServer> T await(Class<T> kind) {
        try {
            for (FromServer next = poll(); ; next = poll()) {
                if (kind.isInstance(next)) {
                    return kind.cast(next);
                }
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private FromServer poll() throws InterruptedException {
        FromServer next = received.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the sandbox sent the connector nothing");
        }
        return next;
    }

    @Override
    public void stateChanged(ConnectorState state) {
        if (state instanceof ConnectorState.Online online) {
            device.complete(online.deviceId());
        }
    }

    @Override
    public void received(FromServer message) {
        received.add(message);
    }

    @Override
    public void close() {
        channel.close();
        scheduler.shutdownNow();
    }
}
