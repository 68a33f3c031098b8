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
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A connected terminal that approves what it is told to, and otherwise leaves a command open. */
final class Terminal implements ConnectorListener, AutoCloseable {
    private final RevKeen client;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<String> device = new CompletableFuture<>();
    private final Map<String, CompletableFuture<FromServer.Command>> commands = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<FromServer.Settled>> settled = new ConcurrentHashMap<>();
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

    /** A new payment over 12.50 GBP that stays open; what was open before is cancelled first. */
    TerminalPayment openPayment() {
        cancelOpen();
        return client.terminalPayments()
                .create(TerminalPaymentRequest.of(device(), 1250, "GBP"))
                .send()
                .orThrow();
    }

    /** A new payment over 12.50 GBP, approved. */
    TerminalPayment approvedPayment() {
        return approve(openPayment());
    }

    /** The same payment, approved at the terminal. */
    TerminalPayment approve(TerminalPayment open) {
        finish(open.id(), ToServer.Result.APPROVED);
        return client.terminalPayments().get(open.id()).orThrow();
    }

    /** Ends what is open, so that the device is free. */
    void cancelOpen() {
        client.terminalPayments().list(TerminalPaymentQuery.any().withDeviceId(device())).stream()
                .filter(payment -> payment.status().is(TerminalPaymentStatus.REQUESTED)
                        || payment.status().is(TerminalPaymentStatus.IN_PROGRESS))
                .forEach(payment -> finish(payment.id(), ToServer.Result.CANCELLED));
    }

    private void finish(String paymentId, ToServer.Result result) {
        FromServer.Command command = await(commands, paymentId);
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
        await(settled, command.commandId());
    }

    private static <T> T await(Map<String, CompletableFuture<T>> messages, String id) {
        return messages.computeIfAbsent(id, key -> new CompletableFuture<>())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static <T> void came(Map<String, CompletableFuture<T>> messages, String id, T message) {
        messages.computeIfAbsent(id, key -> new CompletableFuture<>()).complete(message);
    }

    @Override
    public void stateChanged(ConnectorState state) {
        if (state instanceof ConnectorState.Online online) {
            device.complete(online.deviceId());
        }
    }

    @Override
    public void received(FromServer message) {
        switch (message) {
            case FromServer.Command command -> came(commands, command.paymentId(), command);
            case FromServer.Settled done -> came(settled, done.commandId(), done);
            default -> {}
        }
    }

    @Override
    public void close() {
        channel.close();
        scheduler.shutdownNow();
    }
}
