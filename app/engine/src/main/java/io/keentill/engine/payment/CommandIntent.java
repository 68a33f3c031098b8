package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.store.Tx;

/** A sale that RevKeen commanded under its own reference, at most once for each. */
record CommandIntent(String reference, Money amount) implements Intention {

    @Override
    public Checked check(Tx tx, String terminal) {
        return tx.attemptByReference(reference).isPresent()
                ? new Checked.Refused("Reference " + reference + " was already carried out here.")
                : new Checked.Allowed(reference, null, PaymentKind.SALE, amount, null, false);
    }
}
