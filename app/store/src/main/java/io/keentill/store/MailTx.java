package io.keentill.store;

/** Receipts that go by e-mail, to be added. */
public interface MailTx extends MailView {

    /** Keeps a new one. */
    void add(MailRow mail);
}
