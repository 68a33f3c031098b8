package io.keentill.engine.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.engine.support.TestTill;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.List;

/** What holds at every moment: an exchange is on the refund and on the basket, for the same money, or on neither. */
public final class Exchanged {

    private static final int ALL = 10_000;

    private Exchanged() {}

    public static void checkBothHalves(TestTill till) throws Exception {
        till.store().read(view -> {
            checkBothHalves(view);
            return true;
        });
    }

    private static void checkBothHalves(View view) {
        List<String> let = new ArrayList<>();
        for (Refund refund : view.recentRefunds(ALL)) {
            for (RefundPart part : refund.parts()) {
                if (part.type() == TenderType.EXCHANGE && part.state() == RefundPart.State.RETURNED) {
                    let.add(refund.id() + " " + refund.exchangeFor() + " " + part.originalAttemptId() + " "
                            + part.amount());
                }
            }
        }
        List<String> paid = new ArrayList<>();
        for (Order order : view.recentOrders(ALL)) {
            for (Tender tender : order.tenders()) {
                if (tender.exchange() != null) {
                    paid.add(tender.exchange().refundId() + " " + order.id() + " "
                            + tender.exchange().attemptId() + " " + tender.applied());
                }
            }
            assertThat(order.due().isNegative())
                    .as("more was paid than was due")
                    .isFalse();
        }
        assertThat(paid).containsExactlyInAnyOrderElementsOf(let);
    }
}
