package io.keentill.engine.simulation;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.TillEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people at a till have seen and will rely on: it must never be taken back, whatever happens to the till. */
final class Shown {

    private final Map<String, Order> paid = new LinkedHashMap<>();
    private final Map<String, AttemptState> decided = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private @Nullable ZReport lastZ;

    /** The till told of something. */
    void event(TillEvent event) {
        switch (event) {
            case TillEvent.OrderChanged changed -> order(changed.order());
            case TillEvent.PaymentResolved resolved -> attempt(resolved.attempt());
            case TillEvent.RefundChanged changed -> refund(changed.refund());
            default -> {
                // nothing that anybody relies on
            }
        }
    }

    /** Somebody saw this order. */
    void order(Order order) {
        if (order.state() == OrderState.PAID) {
            paid.put(order.id(), order);
        }
    }

    /** Somebody saw how this payment ended. */
    void attempt(PaymentAttempt attempt) {
        if (!attempt.state().isOpen()) {
            decided.put(attempt.id(), attempt.state());
        }
    }

    /** Somebody saw how far this refund has come; what went back stays so, and so does the end of it. */
    void refund(Refund refund) {
        Refund seen = refunds.get(refund.id());
        boolean news = seen == null
                || refund.state() != RefundState.OPEN
                || refund.returned().compareTo(seen.returned()) > 0;
        if (news) {
            refunds.put(refund.id(), refund);
        }
    }

    /** Somebody has this Z. */
    void z(ZReport report) {
        lastZ = report;
    }

    @Nullable
    ZReport lastZ() {
        return lastZ;
    }

    Map<String, Refund> refunds() {
        return refunds;
    }

    Map<String, Order> paid() {
        return paid;
    }

    Map<String, AttemptState> decided() {
        return decided;
    }
}
