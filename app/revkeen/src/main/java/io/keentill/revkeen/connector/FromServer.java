package io.keentill.revkeen.connector;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the server says ({@code docs/connector-channel.md}). */
public sealed interface FromServer {

    /**
     * Answer to hello.
     *
     * @param connectorToken what to connect with from now on, once, after linking with a code; null otherwise
     */
    record Welcome(
            String deviceId,
            long heartbeatSeconds,
            @Nullable String connectorToken) implements FromServer {

        /** To a connector that was known already. */
        public Welcome(String deviceId, long heartbeatSeconds) {
            this(deviceId, heartbeatSeconds, null);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Welcome[" + deviceId + "]";
        }
    }

    /**
     * Carry this out, at most once per reference; may come again after a reconnect while unanswered.
     *
     * @param action an action we do not know must be answered with an error, never guessed
     * @param paymentId the terminal payment's id
     * @param amountMinor minor units of the currency
     * @param originalReference of the sale, for refund and void
     */
    record Command(
            String commandId,
            OpenEnum<TerminalPaymentType> action,
            String paymentId,
            String reference,
            long amountMinor,
            String currency,
            @Nullable String originalReference,
            @Nullable Instant requestedAt)
            implements FromServer {}

    /** A request to stop; the outcome says what happened. */
    record Cancel(String commandId) implements FromServer {}

    /** The outcome is committed at the server: stop sending it. */
    record Settled(String commandId, String status) implements FromServer {}

    /** The last frame was not understood or not allowed. */
    record ServerError(String code, String message) implements FromServer {}

    /** The message in a frame. Throws {@link IllegalArgumentException}, without the content, when it is none of ours. */
    static FromServer parse(String frame) {
        try {
            return read(Fields.parse(frame.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedReplyException e) {
            throw new IllegalArgumentException("not a message of this channel", e);
        }
    }

    private static FromServer read(Fields f) {
        return switch (f.needText("type")) {
            case "welcome" ->
                new Welcome(f.needText("device_id"), f.numberOr("heartbeat_seconds", 30), f.text("connector_token"));
            case "command" ->
                new Command(
                        f.needText("command_id"),
                        f.needWord("action", TerminalPaymentType.class),
                        f.needText("payment_id"),
                        f.needText("reference"),
                        f.needNumber("amount_minor"),
                        f.needText("currency"),
                        f.text("original_reference"),
                        f.time("requested_at"));
            case "cancel" -> new Cancel(f.needText("command_id"));
            case "settled" -> new Settled(f.needText("command_id"), f.textOr("status", ""));
            case "error" -> new ServerError(f.textOr("code", "unknown"), f.textOr("message", ""));
            default -> throw new MalformedReplyException("unknown type");
        };
    }
}
