package io.keentill.engine.office;

import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Staff;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.staff.LoginResult;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;

/** Approvals by PIN, each written to the journal before it counts. */
final class Approvals {

    private final TillStore store;
    private final StaffRoom room;

    Approvals(TillStore store, StaffRoom room) {
        this.store = store;
        this.room = room;
    }

    ApprovalResult approve(Permission what, String about, String operator, String pin) {
        return switch (room.prove(pin)) {
            case LoginResult.WrongPin wrong -> new ApprovalResult.WrongPin(wrong.triesLeft());
            case LoginResult.LockedOut locked -> new ApprovalResult.LockedOut(locked.until());
            case LoginResult.NotPossible no -> new ApprovalResult.NotPossible(no.message());
            case LoginResult.LoggedIn who -> decided(what, about, operator, who.staff());
        };
    }

    private ApprovalResult decided(Permission what, String about, String operator, Staff by) {
        boolean may = what.isOf(by.role());
        try {
            store.write(tx -> tx.appendJournal(
                    may ? "approval.given" : "approval.refused",
                    by.id(),
                    operator,
                    JournalText.of("what", what, "about", about).json()));
        } catch (StoreException e) {
            return new ApprovalResult.NotPossible(e.said());
        }
        return may ? new ApprovalResult.Granted(new Approval(what, by)) : new ApprovalResult.NotTheirs(by.name());
    }
}
