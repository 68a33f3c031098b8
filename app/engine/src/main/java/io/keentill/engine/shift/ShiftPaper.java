package io.keentill.engine.shift;

import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import io.keentill.domain.receipt.ShiftReceipts;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.receipts.Paper;
import java.util.Optional;

/** The reports of shifts on paper, behind whatever else the printer has to do. */
public final class ShiftPaper {

    private final ShiftReceipts receipts;
    private final Paper paper;

    /** Reports written by {@code receipts} and printed where {@code paper} prints. */
    public ShiftPaper(ShiftReceipts receipts, Paper paper) {
        this.receipts = receipts;
        this.paper = paper;
    }

    Receipt x(XReport report) {
        return receipts.x(report.till(), report.shift(), report.figures(), report.at());
    }

    Receipt z(ZReport report, boolean copy) {
        return receipts.z(report, copy ? Copy.COPY : Copy.ORIGINAL);
    }

    void print(Receipt report) {
        paper.print(Optional.of(report));
    }

    void openDrawer() {
        paper.openDrawer();
    }
}
