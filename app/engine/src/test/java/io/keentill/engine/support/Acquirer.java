package io.keentill.engine.support;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bank's own book: what was really charged, independent of anything the till believes. */
public final class Acquirer {

    private final Map<String, Outcome> words = new LinkedHashMap<>();
    private final List<Money> charges = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final Map<String, Money> held = new LinkedHashMap<>();

    /** Takes the money of an approved sale and remembers the outcome under its reference. */
    public synchronized void record(String reference, Outcome outcome) {
        record(PaymentKind.SALE, reference, outcome);
    }

    /** Moves the money of an approval to where its kind says and remembers the outcome under its reference. */
    public synchronized void record(PaymentKind kind, String reference, Outcome outcome) {
        words.put(reference, outcome);
        switch (outcome) {
            case Outcome.Approved ok -> move(kind, reference, ok.amount());
            case Outcome.PartiallyApproved part -> move(kind, reference, part.amount());
            default -> {
                // nothing moved
            }
        }
    }

    private void move(PaymentKind kind, String reference, Money amount) {
        switch (kind) {
            case SALE -> charge(reference, amount);
            case COMPLETION -> {
                held.clear();
                charge(reference, amount);
            }
            case REFUND, REVERSAL -> charge(reference, amount.negated());
            case PRE_AUTHORISATION -> held.put(reference, amount);
            case RELEASE -> held.clear();
        }
    }

    private void charge(String reference, Money amount) {
        references.add(reference);
        charges.add(amount);
    }

    /** All money taken and not given back, in minor units. */
    public synchronized long taken() {
        return charges.stream().mapToLong(Money::minor).sum();
    }

    /** All money given back, in minor units. */
    public synchronized long givenBack() {
        return charges.stream()
                .filter(Money::isNegative)
                .mapToLong(m -> -m.minor())
                .sum();
    }

    /** What is held on cards now, in minor units; a completion or release ends every hold. */
    public synchronized long held() {
        return held.values().stream().mapToLong(Money::minor).sum();
    }

    /** References of all charges; one that stands here twice was charged twice. */
    public synchronized List<String> references() {
        return List.copyOf(references);
    }

    /** What an honest terminal says of an earlier attempt. */
    public synchronized QueryAnswer answer(PastAttempt past) {
        Outcome known = words.get(past.reference());
        return known == null ? new QueryAnswer.NotFound() : new QueryAnswer.Found(known);
    }

    /** The book as it is now, on its own from here on. */
    public synchronized Acquirer copy() {
        Acquirer copy = new Acquirer();
        copy.words.putAll(words);
        copy.charges.addAll(charges);
        copy.references.addAll(references);
        copy.held.putAll(held);
        return copy;
    }
}
