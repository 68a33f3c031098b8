package io.keentill.engine;

import io.keentill.domain.receipt.ReceiptComposer;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.receipts.Printing;
import io.keentill.engine.refund.Refunds;
import io.keentill.engine.staff.StaffRoom;
import java.util.Optional;

/** The devices of a till, by their addresses. */
record TillDevices(TillParts parts, Shop shop, TillEvents events) {

    /** What goes on paper, on the printer at {@code address} if there is one. */
    Paper paper(Optional<String> address, Payments payments, StaffRoom staff, Refunds refunds) {
        Printing printing = address.map(a -> new Printing(parts.printers().apply(a), events))
                .orElse(null);
        ReceiptComposer receipts =
                new ReceiptComposer(shop, parts.locale(), parts.clock().getZone(), ReceiptWords.of(parts.locale()));
        return new Paper(printing, receipts, payments, staff::nameOf, refunds, events);
    }
}
