package io.keentill.engine.cloud;

import io.keentill.device.terminal.FrameTrace;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.Page;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.terminal.TerminalDevice;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** RevKeen's operations on one device, each sent once; the caller decides what a missing answer means. */
final class CloudCalls {

    /** How far back a list is walked: thousands of payments on one device within the minutes of a recovery. */
    static final int FAR = 2000;

    /** What the first answer of a list brings. */
    private static final int PAGE = 100;

    private final Supplier<RevKeen> source;
    private final String device;
    private final FrameTrace trace;
    private @Nullable RevKeen client;
    private boolean closed;

    CloudCalls(Supplier<RevKeen> source, String device, FrameTrace trace) {
        this.source = source;
        this.device = device;
        this.trace = trace;
    }

    String device() {
        return device;
    }

    ApiResult<TerminalDevice> state() {
        return traced(
                "GET /terminal-devices/" + device, () -> api().terminalDevices().get(device));
    }

    ApiCall<TerminalPayment> sale(String reference, Money amount) {
        return api().terminalPayments()
                .create(TerminalPaymentRequest.of(
                                device, amount.minor(), amount.currency().getCurrencyCode())
                        .withReference(reference))
                .withIdempotencyKey(key(reference));
    }

    ApiCall<TerminalPayment> refund(String reference, String sale, Money amount) {
        return api().terminalPayments()
                .refund(sale, amount.minor(), "Till reference " + reference)
                .withIdempotencyKey(key(reference));
    }

    ApiCall<TerminalPayment> reversal(String reference, String sale) {
        return api().terminalPayments()
                .voidIt(sale, "Till reference " + reference)
                .withIdempotencyKey(key(reference));
    }

    ApiResult<TerminalPayment> send(ApiCall<TerminalPayment> call) {
        return traced(call.method() + " " + call.path(), call::send);
    }

    ApiResult<TerminalPayment> get(String id) {
        return traced(
                "GET /terminal-payments/" + id, () -> api().terminalPayments().get(id));
    }

    ApiResult<TerminalPayment> cancel(String id) {
        return send(api().terminalPayments().cancel(id));
    }

    /**
     * Uses up the key of {@code call}, so that the request cannot be carried out any more if it still is on its way, and
     * tells whether it had been answered before. RevKeen keeps the answer of a key, refusals of a malformed body among
     * them (A.5), and answers another body under a used key with {@code idempotency_conflict}. The body sent here can be
     * carried out by no reading of the API: it lacks everything that is required, or asks for less than nothing.
     */
    ApiResult<byte[]> fence(ApiCall<TerminalPayment> call, String impossibleBody) {
        FrozenRequest request = new FrozenRequest(
                call.method(), call.path(), impossibleBody.getBytes(StandardCharsets.UTF_8), call.idempotencyKey());
        return traced("fence " + call.method() + " " + call.path(), () -> api().send(request));
    }

    /** The newest record of this kind on the device; empty where there is none. */
    ApiResult<Optional<TerminalPayment>> newest(TerminalPaymentType type) {
        ApiResult<Page<TerminalPayment>> page = traced(
                "GET /terminal-payments?type=" + type,
                () -> api().terminalPayments()
                        .list(TerminalPaymentQuery.any().withDeviceId(device).withType(type))
                        .pageSize(1)
                        .firstPage());
        return page.map(p -> p.items().stream().findFirst());
    }

    /**
     * Records of this kind on the device, newest first, down to the first that is older than {@code since}; those of the
     * first answer in any case, which cost nothing and do not depend on whose clock is right.
     *
     * @throws ApiFailureException if a page cannot be had
     */
    List<TerminalPayment> since(TerminalPaymentType type, Instant since) {
        return listed(
                type,
                (p, before) ->
                        before < PAGE || p.createdAt() == null || !p.createdAt().isBefore(since));
    }

    /**
     * Records of this kind on the device that are newer than the one with this id, newest first; all if there is none.
     *
     * @throws ApiFailureException if a page cannot be had
     */
    List<TerminalPayment> newerThan(TerminalPaymentType type, String id) {
        return listed(type, (p, before) -> !p.id().equals(id));
    }

    private List<TerminalPayment> listed(TerminalPaymentType type, GoOn goOn) {
        trace.frame(FrameTrace.Direction.OUT, "GET /terminal-payments?type=" + type);
        List<TerminalPayment> found = new ArrayList<>();
        Iterator<TerminalPayment> newest = api()
                .terminalPayments()
                .list(TerminalPaymentQuery.any().withDeviceId(device).withType(type))
                .pageSize(PAGE)
                .stream()
                .limit(FAR)
                .iterator();
        while (newest.hasNext()) {
            TerminalPayment next = newest.next();
            if (!goOn.past(next, found.size())) {
                break;
            }
            found.add(next);
        }
        trace.frame(FrameTrace.Direction.IN, found.size() + " listed");
        return found;
    }

    /** Whether a list is walked past an item before which so many came. */
    @FunctionalInterface
    private interface GoOn {
        boolean past(TerminalPayment item, int before);
    }

    /** Why nothing can be asked; null if RevKeen is set up. */
    @Nullable
    Sentence unusable() {
        try {
            api();
            return null;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return ApiWords.by(e);
        }
    }

    /** The same request for ever: a resend after a crash is recognised as such. */
    static String key(String reference) {
        return "keentill-" + reference;
    }

    private synchronized RevKeen api() {
        if (closed) {
            throw new IllegalStateException("The terminal is closed");
        }
        RevKeen now = client;
        if (now == null) {
            now = source.get();
            client = now;
        }
        return now;
    }

    synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }

    private <T> ApiResult<T> traced(String what, Supplier<ApiResult<T>> call) {
        trace.frame(FrameTrace.Direction.OUT, what);
        ApiResult<T> result = call.get();
        trace.frame(FrameTrace.Direction.IN, text(result));
        return result;
    }

    /** Without what people wrote, and without anything of a card: status and numbers alone. */
    private static String text(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Ok<?> ok ->
                ok.status()
                        + (ok.replayed() ? " replayed " : " ")
                        + (ok.value() instanceof TerminalPayment p
                                ? p.type() + " " + p.id() + " " + p.status() + " " + p.amountMinor() + " "
                                        + p.currency()
                                : "");
            case ApiResult.Refused<?> no ->
                no.error().status() + " " + no.error().code();
            case ApiResult.Unreachable<?> lost ->
                lost.maybeSent() ? "no answer; may have arrived" : "not reached; nothing arrived";
        };
    }

    /** Whether an error says that the key had been used for another body: for a fence, that the request had arrived. */
    static boolean isConflict(ApiError error) {
        return error instanceof ApiError.Conflict conflict && conflict.idempotencyConflict();
    }
}
