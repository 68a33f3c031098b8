package io.keentill.engine;

import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.receipt.ShiftReceipts;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.shift.ShiftClose;
import io.keentill.engine.shift.ShiftPaper;
import io.keentill.engine.shift.Shifts;
import io.keentill.engine.shift.TerminalDays;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.store.TillStore;

/** What a till's shifts are made of. */
record ShiftParts(TillStore store, IdSource ids, TillParts parts, TillEvents events, Shop shop, String till) {

    /** The shifts, with these people, this paper and these terminal days. */
    Shifts desk(StaffRoom staff, Paper paper, TerminalDays terminalDays) {
        ShiftReceipts reports = new ShiftReceipts(
                shop, parts.locale(), parts.clock().getZone(), ReceiptWords.of(parts.locale()), staff::nameOf);
        return new Shifts(
                store,
                ids,
                parts.clock(),
                events,
                shop.currency(),
                new ShiftClose(store, staff, parts.clock(), events, till),
                new ShiftPaper(reports, paper),
                terminalDays);
    }
}
