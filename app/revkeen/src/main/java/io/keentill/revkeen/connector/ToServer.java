package io.keentill.revkeen.connector;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.terminal.EntryMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a connector says ({@code docs/connector-channel.md}). */
public sealed interface ToServer {

    /** The frame's text. */
    private Body frame() {
        return switch (this) {
            case Hello h ->
                new Body()
                        .put("type", "hello")
                        .put("protocol", 1L)
                        .put("connector_id", h.connectorId())
                        .put("device_name", h.deviceName())
                        .put("platform", h.platform())
                        .put("app_version", h.appVersion())
                        .put("terminal_serial", h.terminalSerial())
                        .put("terminal_paired", h.terminalPaired())
                        .put("terminal_reachable", h.terminalReachable());
            case Heartbeat b ->
                new Body()
                        .put("type", "heartbeat")
                        .put("terminal_reachable", b.terminalReachable())
                        .put("terminal_paired", b.terminalPaired())
                        .put("terminal_serial", b.terminalSerial());
            case Accepted a -> new Body().put("type", "accepted").put("command_id", a.commandId());
            case Outcome o -> o.body();
        };
    }

    /** One JSON object. */
    default String json() {
        return frame().text();
    }

    /**
     * First frame of a connection; sent by the channel itself.
     *
     * @param connectorId the till's own lasting id
     * @param platform macos, windows or linux
     */
    record Hello(
            String connectorId,
            String deviceName,
            String platform,
            String appVersion,
            @Nullable String terminalSerial,
            boolean terminalPaired,
            @Nullable Boolean terminalReachable)
            implements ToServer {}

    /** Sent by the channel itself as often as the server asks; send one more when something changed. */
    record Heartbeat(
            @Nullable Boolean terminalReachable,
            boolean terminalPaired,
            @Nullable String terminalSerial) implements ToServer {}

    /** The command is durably known to the till. */
    record Accepted(String commandId) implements ToServer {}

    /** How a command ended. */
    enum Result {
        /** Money moved. */
        APPROVED,
        /** The card or its bank refused. */
        DECLINED,
        /** Stopped before money moved. */
        CANCELLED,
        /** Failed, and certainly no money moved. */
        ERROR
    }

    /**
     * The final word on a command; send it again after each reconnect until it is settled.
     *
     * @param amountMinor what was really approved, minor units
     * @param maskedPan only its last four digits are ever sent
     * @param executedAt when the terminal finished
     */
    record Outcome(
            String commandId,
            Result status,
            long amountMinor,
            String currency,
            @Nullable String uti,
            @Nullable String authCode,
            @Nullable String responseCode,
            @Nullable String rrn,
            @Nullable String cardScheme,
            @Nullable String maskedPan,
            @Nullable OpenEnum<EntryMode> entryMode,
            @Nullable String terminalSerial,
            @Nullable String errorMessage,
            Instant executedAt)
            implements ToServer {

        /** Cuts a card number down to its last four digits, whatever was given. */
        public Outcome {
            if (maskedPan != null) {
                String digits = maskedPan.replaceAll("[^0-9]", "");
                maskedPan = "****" + digits.substring(Math.max(0, digits.length() - 4));
            }
        }

        private Body body() {
            return new Body()
                    .put("type", "outcome")
                    .put("command_id", commandId)
                    .put("status", status)
                    .put("amount_minor", amountMinor)
                    .put("currency", currency)
                    .put("uti", uti)
                    .put("auth_code", authCode)
                    .put("response_code", responseCode)
                    .put("rrn", rrn)
                    .put("card_scheme", cardScheme)
                    .put("masked_pan", maskedPan)
                    .put("entry_mode", entryMode == null ? null : entryMode.text())
                    .put("terminal_serial", terminalSerial)
                    .put("error_message", errorMessage)
                    .put("executed_at", executedAt);
        }
    }
}
