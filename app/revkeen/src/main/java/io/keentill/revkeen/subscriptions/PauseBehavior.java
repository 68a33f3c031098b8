package io.keentill.revkeen.subscriptions;

/** What becomes of invoices that fall due while a subscription is paused (section B.24). */
public enum PauseBehavior {
    KEEP_AS_DRAFT,
    MARK_UNCOLLECTIBLE,
    VOID
}
