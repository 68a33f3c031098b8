package io.keentill.engine.book;

import io.keentill.domain.money.Money;
import io.keentill.domain.refund.GivenElsewhere;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what went back of a sale from what RevKeen has of it: movements of money (API reference B.18) and credit notes
 * (B.11). Neither is enough: what another till gives back in cash moves nothing there, and a refund from the dashboard
 * needs no credit note.
 */
public final class BackCount {

    private static final String CASH = "cash";
    private static final String CARD = "card";
    private static final Pattern CARD_PARTS = Pattern.compile("^Keentill refund \\S+: \\[card ([^\\]]+)\\] ");

    private BackCount() {}

    /**
     * Money that moved at RevKeen.
     *
     * @param method of the payment that it came from, as RevKeen names it; empty if not told
     * @param at by RevKeen's clock; null if not told
     */
    public record Moved(
            Money amount, String method, @Nullable Instant at) {}

    /**
     * A card's money that went back as part of something that is counted otherwise, and is among the movements.
     *
     * @param since no movement of it is older, by RevKeen's clock; null if not known
     */
    public record Counted(Money amount, @Nullable Instant since) {}

    /**
     * A credit note that stands.
     *
     * @param method where its money goes, as RevKeen names it; empty if not told
     */
    public record Note(Money amount, String method) {

        /**
         * Whether its money is none of the movements: one that is external says that the money went another way, as tills
         * do, and one to the balance moves none. That of any other is among them, or will be.
         */
        boolean isApart() {
            String word = method.toLowerCase(Locale.ROOT);
            return word.equals("external") || word.equals("customer_balance");
        }
    }

    /** What all this comes to, without what is {@code counted} otherwise. */
    public static GivenElsewhere of(Currency currency, List<Moved> movements, List<Counted> counted, List<Note> notes) {
        List<Moved> moved = new ArrayList<>(movements);
        moved.sort(Comparator.comparing(Moved::at, Comparator.nullsFirst(Comparator.naturalOrder())));
        // The narrowest first, or a wide one would take what only a narrow one fits.
        counted.stream()
                .sorted(Comparator.comparing(Counted::since, Comparator.nullsLast(Comparator.reverseOrder())))
                .forEach(own -> strike(moved, own));
        Money zero = Money.zero(currency);
        Money card = sum(zero, moved, CARD);
        Money cash = sum(zero, moved, CASH);
        Money all = moved.stream().map(Moved::amount).reduce(zero, Money::plus);
        Money apart = notes.stream().filter(Note::isApart).map(Note::amount).reduce(zero, Money::plus);
        Money moving =
                notes.stream().filter(n -> !n.isApart()).map(Note::amount).reduce(zero, Money::plus);
        Money yetToMove = moving.minus(all).max(zero);
        return new GivenElsewhere(
                card, cash, all.minus(card).minus(cash).plus(apart).plus(yetToMove));
    }

    private static void strike(List<Moved> moved, Counted own) {
        for (int i = 0; i < moved.size(); i++) {
            Moved one = moved.get(i);
            Instant at = one.at();
            boolean tooOld = at != null && own.since() != null && at.isBefore(own.since());
            if (one.amount().equals(own.amount()) && !one.method().equalsIgnoreCase(CASH) && !tooOld) {
                moved.remove(i);
                return;
            }
        }
    }

    private static Money sum(Money zero, List<Moved> moved, String method) {
        return moved.stream()
                .filter(one -> one.method().equalsIgnoreCase(method))
                .map(Moved::amount)
                .reduce(zero, Money::plus);
    }

    /**
     * The reason of a till's credit note, for people, and for other tills: which of its money goes back through RevKeen's
     * terminal payments, so that it is not counted twice.
     *
     * @param mark what it begins with
     */
    public static String reason(String mark, List<Money> cardParts, String why) {
        return cardParts.isEmpty()
                ? mark + why
                : mark + "[card "
                        + String.join(
                                ", ", cardParts.stream().map(Money::toString).toList()) + "] " + why;
    }

    /** The card parts that the {@link #reason} of a till's credit note names, in {@code currency}. */
    public static List<Counted> cardParts(@Nullable String reason, Currency currency) {
        Matcher found = CARD_PARTS.matcher(reason == null ? "" : reason);
        List<Counted> parts = new ArrayList<>();
        if (found.find()) {
            for (String text : found.group(1).split(", ")) {
                minor(text, currency).forEach(minor -> parts.add(new Counted(Money.of(minor, currency), null)));
            }
        }
        return parts;
    }

    private static List<Long> minor(String text, Currency currency) {
        String end = " " + currency.getCurrencyCode();
        String figure = text.endsWith(end) ? text.substring(0, text.length() - end.length()) : "";
        boolean amount = figure.matches("\\d{1,15}(\\.\\d{1,4})?");
        return amount
                ? List.of(new BigDecimal(figure)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValue())
                : List.of();
    }
}
