package io.keentill.revkeen.schedules;

/** How a phase's invoices are collected (section B.24). */
public enum CollectionMethod {
    CHARGE_AUTOMATICALLY,
    SEND_INVOICE
}
