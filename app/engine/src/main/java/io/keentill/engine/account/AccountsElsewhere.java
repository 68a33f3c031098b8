package io.keentill.engine.account;

import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/** Asks RevKeen about customers and their invoices. Blocks for the network, a few seconds at most. */
public interface AccountsElsewhere {

    /** Where no RevKeen is set up. */
    AccountsElsewhere NONE = new AccountsElsewhere() {

        private static final Sentence WHY = Sentence.of(
                "account.this-till-is-not-connected-with",
                "This till is not connected with RevKeen, which keeps the invoices.");

        @Override
        public Account ask(String customerId) {
            return new Account(new Seen.Refused<>(WHY), new Seen.Refused<>(WHY));
        }

        @Override
        public InvoiceWord invoice(String invoiceId, Currency currency) {
            return new InvoiceWord.Silent(WHY);
        }

        @Override
        public void withdraw(String invoiceId, String sale) {
            // Nobody was told anything.
        }

        @Override
        public String withdrawal(String sale) {
            return "";
        }

        @Override
        public Optional<String> claim(String invoiceId, String sale) {
            return Optional.empty();
        }
    };

    /** So long what a till has told others with {@link #claim} stands, unless it takes it back. */
    Duration CLAIM_HOLDS = Duration.ofMinutes(5);

    /** What it tells of the customer with this id. */
    Account ask(String customerId);

    /** What it says of an invoice to a shop that takes this currency. */
    InvoiceWord invoice(String invoiceId, Currency currency);

    /**
     * Tells other tills that this one takes the money for an invoice now.
     *
     * @param sale reference of the sale that pays it
     * @return the name of another till that does just that; empty if none does, or nobody can tell in time. It stands either
     *     way: who takes no money takes it back.
     */
    Optional<String> claim(String invoiceId, String sale);

    /** Takes back what {@link #claim} told: this sale takes no money. */
    void withdraw(String invoiceId, String sale);

    /** The words that take back what {@link #claim} tells for this sale. */
    String withdrawal(String sale);
}
