package io.keentill.engine.office;

import io.keentill.domain.shop.Permission;

/**
 * What is done beside the sales: looking back at them, approving, looking after people, refusals and the journal. Every
 * method blocks for a commit or a query; those that take a PIN for about a tenth of a second, {@link JournalDesk#verify}
 * for as long as the journal is.
 */
public interface BackOffice {

    /**
     * Asks somebody who may do something to approve it. Wrong PINs count and lock as at {@code Till.override}; what comes
     * of it is journalled before this returns, with the approver as actor and {@code operator} as subject.
     *
     * @param about what it is for, in words for the journal, up to 400 characters
     * @param operator who asks
     * @param pin of whoever approves; kept nowhere
     */
    ApprovalResult approve(Permission what, String about, String operator, String pin);

    /** Sales of this till, of whatever age. */
    SaleArchive sales();

    /** Who works here. */
    StaffDesk staff();

    /** The record behind everything. */
    JournalDesk journal();

    /** What RevKeen refused for good. */
    RefusalDesk refusals();

    /** How this till's screen looks. */
    Preferences preferences();

    /** What this shop asks of its shifts and allows of returns. */
    RulesDesk rules();
}
