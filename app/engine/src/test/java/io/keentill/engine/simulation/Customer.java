package io.keentill.engine.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What one customer wants, drawn from the seed alone, so that a fault more or less changes no basket.
 *
 * @param number within the till's day
 * @param after how long after the one before
 * @param codes what is scanned; nothing if nobody comes who buys
 * @param pays how
 * @param card what happens at the terminal
 * @param cardTakes how long that takes
 * @param discount percent off the whole basket, zero for none
 * @param patient whether they wait until a doubtful payment is cleared up
 * @param back what they want back; null for somebody who comes to buy
 * @param brings goods of an earlier purchase that are to pay for the new ones; null for none
 * @param gift what somebody who comes just before them brings without a receipt; null for nobody
 * @param tab what is held on their card before they pay; null for nothing
 */
record Customer(
        int number,
        Duration after,
        List<String> codes,
        Pays pays,
        SimTerminal.Card card,
        Duration cardTakes,
        int discount,
        boolean patient,
        @Nullable ComingBack back,
        @Nullable ComingBack brings,
        @Nullable WithoutReceipt gift,
        @Nullable Tab tab) {

    /** One of so many comes back with a receipt. */
    private static final int BACK = 8;

    /** Of one of so many the till hears nothing, where they pay by card and the terminal can be like that. */
    private static final int UNHEARD = 15;

    /** Copies the codes. */
    Customer {
        codes = List.copyOf(codes);
    }

    /** How a customer pays. */
    enum Pays {
        CASH,
        CARD,
        CASH_THEN_CARD,
        CARD_THEN_CASH,
        /** By card, while the clerk presses stop. */
        CARD_STOPPED,
        /** A part by card; then they think better of it and want that back. */
        CARD_THEN_NOT,
        /** A part in cash, and the same. */
        CASH_THEN_NOT,
        /** Not at all. */
        LEAVES
    }

    /** The customer of this number at this till. */
    static Customer of(long seed, int till, int number) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, 1000 + till, number));
        List<String> codes = new ArrayList<>();
        int lines = 1 + random.nextInt(random.nextInt(3) == 0 ? 4 : 2);
        for (int i = 0; i < lines; i++) {
            codes.add(Shop.CODES.get(random.nextInt(Shop.CODES.size())));
        }
        Pays pays = pays(random.nextInt(100));
        int cardDraw = random.nextInt(20);
        SimTerminal.Card heard = cardDraw == 0
                ? SimTerminal.Card.IS_DECLINED
                : cardDraw == 1
                        ? SimTerminal.Card.WALKS_AWAY
                        : cardDraw == 2 ? SimTerminal.Card.PAYS_A_PART : SimTerminal.Card.PAYS;
        return new Customer(
                number,
                Duration.ofMillis(random.nextLong(500, 9000)),
                codes,
                pays,
                unheard(seed, till, number, heard),
                Duration.ofMillis(random.nextLong(800, 9000)),
                random.nextInt(8) == 0 ? 1 + random.nextInt(40) : 0,
                random.nextInt(3) != 0,
                number > 0 && random.nextInt(BACK) == 0 ? ComingBack.of(random, till, number) : null,
                ComingBack.toExchange(seed, till, number),
                WithoutReceipt.before(seed, till, number),
                Tab.of(seed, till, number));
    }

    /** Drawn apart, so that nobody's wishes depend on it: now and then a manager has to decide, and reads it wrongly. */
    private static SimTerminal.Card unheard(long seed, int till, int number, SimTerminal.Card heard) {
        return switch (new SplittableRandom(Seeds.mix(seed, 7000 + till, number)).nextInt(2 * UNHEARD)) {
            case 0 -> SimTerminal.Card.IS_UNHEARD;
            case 1 -> SimTerminal.Card.IS_OVERLOOKED;
            default -> heard;
        };
    }

    /** Whether a manager has to decide about a payment of theirs, or about what goes back to them. */
    boolean needsManager() {
        return switch (card) {
            case IS_UNHEARD, IS_OVERLOOKED -> true;
            case BACK_UNHEARD, BACK_OVERLOOKED -> back != null;
            case HOLD_UNHEARD -> tab != null;
            case PAYS, IS_DECLINED, WALKS_AWAY, PAYS_A_PART -> false;
        };
    }

    /** Whether they come to buy. */
    boolean buys() {
        return back == null && !codes.isEmpty();
    }

    private static Pays pays(int percent) {
        return percent < 35
                ? Pays.CASH
                : percent < 73
                        ? Pays.CARD
                        : percent < 80
                                ? Pays.CASH_THEN_CARD
                                : percent < 87
                                        ? Pays.CARD_THEN_CASH
                                        : percent < 93
                                                ? Pays.CARD_STOPPED
                                                : percent < 95
                                                        ? Pays.CARD_THEN_NOT
                                                        : percent < 96 ? Pays.CASH_THEN_NOT : Pays.LEAVES;
    }
}
