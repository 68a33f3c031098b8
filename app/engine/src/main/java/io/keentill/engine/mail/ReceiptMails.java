package io.keentill.engine.mail;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.sync.RemoteCustomers;
import io.keentill.store.MailRow;
import io.keentill.store.NewOutboxRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Queues receipts in the outbox, each in a chain of its own: an e-mail that is refused holds nothing of the sale up, and
 * none waits for the sale to be told. The text is set when it is asked for, so that it is what the customer was promised.
 */
public final class ReceiptMails implements MailDesk {

    private static final System.Logger LOG = System.getLogger(ReceiptMails.class.getName());

    /** What no address lacks; whether it is one, RevKeen says. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]+");

    private static final int LONGEST = 254;

    private final TillStore store;
    private final Papers papers;
    private final ReceiptWords words;
    private final String shop;
    private final IdSource ids;
    private final InstantSource clock;
    private final Runnable wake;

    /** Makes the receipt of a paid sale. */
    @FunctionalInterface
    public interface Papers {
        /** The receipt; {@code copy} marks it as one. */
        Receipt of(Order paid, boolean copy);
    }

    /**
     * On this store.
     *
     * @param shop its name, for the subject
     * @param wake runs when something new is queued
     */
    public ReceiptMails(
            TillStore store,
            Papers papers,
            ReceiptWords words,
            String shop,
            IdSource ids,
            InstantSource clock,
            Runnable wake) {
        this.store = store;
        this.papers = papers;
        this.words = words;
        this.shop = shop;
        this.ids = ids;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public Optional<String> addressOf(String orderId) {
        try {
            return store.read(view -> view.customerOf(orderId)
                    .flatMap(id -> RemoteCustomers.byId(view, id))
                    .map(RemoteCustomers.Entry::email)
                    .filter(email -> !email.isBlank()));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The customer's address could not be read", e);
            return Optional.empty();
        }
    }

    @Override
    public MailResult send(String orderId, String address, String operator) {
        String to = address.strip();
        if (to.length() > LONGEST || !ADDRESS.matcher(to).matches()) {
            return new MailResult.Refused(
                    Sentence.of("mail.type-an-e-mail-address-like", "Type an e-mail address, like name@example.com."));
        }
        try {
            Optional<Order> paid = store.read(view -> view.order(orderId)).filter(o -> o.state() == OrderState.PAID);
            if (paid.isEmpty()) {
                return new MailResult.Refused(Sentence.of(
                        "mail.only-a-sale-that-is-paid", "Only a sale that is paid has a receipt to send."));
            }
            boolean copy = !of(orderId).isEmpty();
            Receipt receipt = papers.of(paid.get(), copy);
            MailRow mail = new MailRow(
                    ids.next(),
                    orderId,
                    to,
                    words.phrase("mail.subject", shop, String.valueOf(paid.get().receiptNumber())),
                    new ReceiptText().text(receipt),
                    operator,
                    clock.instant());
            store.write(tx -> queue(tx, mail));
            wake.run();
            return new MailResult.Queued(new SentReceipt(to, SentReceipt.State.WAITING, null, mail.at()));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A receipt could not be queued", e);
            return new MailResult.Refused(
                    Sentence.of("mail.the-receipt-was-not-sent", "{0} The receipt was not sent.", e.said()));
        }
    }

    private static MailRow queue(Tx tx, MailRow mail) {
        tx.mails().add(mail);
        tx.addOutbox(new NewOutboxRow(mail.id(), 0, OutboxKind.MAIL.key(), mail.id(), mail.at()));
        // The address is the customer's own affair: the journal, which is kept for ever, says only that there was one.
        tx.appendJournal(
                "receipt.mailed",
                mail.operator(),
                mail.orderId(),
                JournalText.none().with("mail", mail.id()).json());
        return mail;
    }

    @Override
    public List<SentReceipt> of(String orderId) {
        try {
            return store.read(view -> view.mails().ofOrder(orderId).stream()
                    .map(mail -> sent(view, mail))
                    .toList());
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The e-mails of a sale could not be read", e);
            return List.of();
        }
    }

    private static SentReceipt sent(View view, MailRow mail) {
        OutboxRow row = view.outboxOf(mail.id()).getFirst();
        SentReceipt.State state = switch (row.state()) {
            case WAITING -> SentReceipt.State.WAITING;
            case DONE -> SentReceipt.State.SENT;
            case TASK -> SentReceipt.State.REFUSED;
        };
        return new SentReceipt(mail.address(), state, row.problem(), mail.at());
    }
}
