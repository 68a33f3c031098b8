package io.keentill.domain.shop;

/** What somebody may do by themselves. Whoever may not asks somebody who may, who approves with their own PIN. */
public enum Permission {
    /** Fills baskets and takes money. */
    SELL(Role.CLERK),
    /** Looks at earlier sales and prints copies of their receipts. */
    SEE_SALES(Role.CLERK),
    /** Changes how the screen looks. */
    SCREEN(Role.CLERK),
    /** Opens a shift, counts the drawer blindly. */
    SHIFT(Role.CLERK),
    /** Takes something off a price within what the shop allows clerks. */
    DISCOUNT(Role.CLERK),
    /** Sells at another price than the catalogue's, or beyond the discount that clerks may give. */
    PRICE_OVERRIDE(Role.MANAGER),
    /** Leaves the tax out. */
    TAX_EXEMPTION(Role.MANAGER),
    /** Gives money back, or undoes a card payment. */
    REFUND(Role.MANAGER),
    /** Gives cash for goods that come back without the receipt of their sale. */
    RETURN_WITHOUT_RECEIPT(Role.MANAGER),
    /** Puts money into the drawer or takes some out beside the sales. */
    CASH_MOVEMENT(Role.MANAGER),
    /** Closes the day. */
    CLOSE_DAY(Role.MANAGER),
    /** Sees to what waits for a person: refusals, open refunds, payments that nobody knows of. */
    TASKS(Role.MANAGER),
    /** Reads the journal. */
    JOURNAL(Role.MANAGER),
    /** Takes people on, changes PINs and roles. */
    STAFF(Role.MANAGER),
    /** Sets what the shop asks of its shifts and allows of returns. */
    RULES(Role.MANAGER),
    /** Sets up terminals, printer and the link to RevKeen, and looks for faults. */
    INSTALL(Role.MANAGER);

    private final Role least;

    Permission(Role least) {
        this.least = least;
    }

    /** The lowest role that has it; each role includes the ones before it. */
    public Role least() {
        return least;
    }

    /** Whether {@code role} has it. */
    public boolean isOf(Role role) {
        return role.compareTo(least) >= 0;
    }
}
