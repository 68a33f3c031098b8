package io.keentill.store;

/** Payments by link, to be changed. */
public interface PayLinkTx extends PayLinkView {

    /** Keeps one, or what changed of it: its request and key stay as they were stored first. */
    void save(PayLinkRow row);
}
