package io.keentill.engine.receipts;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.refund.RefundDesk;
import io.keentill.engine.refund.RefundPapers;
import java.util.List;

/**
 * Puts refunds on paper.
 *
 * @param refunds where they are
 */
public record RefundPaper(RefundDesk refunds, Paper paper) implements RefundPapers {

    @Override
    public List<Receipt> of(String refundId, boolean copy) {
        return refunds.find(refundId)
                .filter(refund -> refund.state() == RefundState.CLOSED)
                .map(refund -> paper.refund(refund, copy))
                .orElse(List.of());
    }

    @Override
    public void print(String refundId, boolean copy) {
        paper.print(of(refundId, copy));
    }

    @Override
    public List<Receipt> ofReturn(String returnId, boolean copy) {
        return refunds.withoutReceipt()
                .find(returnId)
                .map(back -> paper.withoutReceipt(back, copy))
                .orElse(List.of());
    }

    @Override
    public void printReturn(String returnId, boolean copy) {
        paper.print(ofReturn(returnId, copy));
    }
}
