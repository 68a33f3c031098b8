package io.keentill.domain.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody counted in a drawer. The till adds it up; nobody types a total.
 *
 * @param currency of all of it
 * @param pieces how many of each piece, by its value in minor units; none below zero
 * @param loose what was not counted by the piece: sealed bags of coins, pieces that are on no sheet
 */
public record CashCount(Currency currency, SortedMap<Long, Long> pieces, Money loose) {

    /** Most pieces of one kind that a count takes; more is a slip of the finger. */
    public static final long MOST_PIECES = 1_000_000;

    /** Copies the pieces. */
    public CashCount {
        pieces = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(pieces));
    }

    /** A count of these pieces alone. */
    public static CashCount of(Currency currency, Map<Long, Long> pieces) {
        return new CashCount(currency, new TreeMap<>(pieces), Money.zero(currency));
    }

    /** A count in one amount, where nobody counts by the piece. */
    public static CashCount inOne(Money amount) {
        return new CashCount(amount.currency(), new TreeMap<>(), amount);
    }

    /** What is wrong with it, in words; empty if nothing is. */
    public Optional<Sentence> problem() {
        if (loose.isNegative() || !loose.currency().equals(currency)) {
            return Optional.of(Sentence.of(
                    "shift.what-was-not-counted-by-the",
                    "What was not counted by the piece is an amount in {0}, zero or more.",
                    currency));
        }
        var sheet = Denomination.of(currency);
        for (Map.Entry<Long, Long> entry : pieces.entrySet()) {
            Money value = Money.of(entry.getKey(), currency);
            if (sheet.stream().noneMatch(d -> d.value().equals(value))) {
                return Optional.of(Sentence.of(
                        "shift.there-is-no-note-or-coin",
                        "There is no note or coin of {0}. Enter what it comes to as loose money.",
                        value));
            }
            if (entry.getValue() < 0 || entry.getValue() > MOST_PIECES) {
                return Optional.of(Sentence.of(
                        "shift.how-many-of-cannot-be", "How many of {0}? {1} cannot be.", value, entry.getValue()));
            }
        }
        return Optional.empty();
    }

    /** What it comes to. */
    public Money total() {
        Money sum = loose;
        for (Map.Entry<Long, Long> entry : pieces.entrySet()) {
            sum = sum.plus(Money.of(entry.getKey(), currency).times(entry.getValue()));
        }
        return sum;
    }
}
