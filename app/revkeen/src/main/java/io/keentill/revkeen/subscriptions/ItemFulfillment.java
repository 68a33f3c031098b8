package io.keentill.revkeen.subscriptions;

/** Whether renewals of an item make orders, and of which kind (section B.24). */
public enum ItemFulfillment {
    NONE,
    PHYSICAL,
    DIGITAL
}
