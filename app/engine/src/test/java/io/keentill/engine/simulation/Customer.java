package io.keentill.engine.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one customer wants, drawn from the seed alone, so that a fault more or less changes no basket.
 *
 * @param number within the till's day
 * @param after how long after the one before
 * @param codes what is scanned
 * @param pays how
 * @param card what happens at the terminal
 * @param cardTakes how long that takes
 * @param discount percent off the whole basket, zero for none
 * @param patient whether they wait until a doubtful payment is cleared up
 */
record Customer(
        int number,
        Duration after,
        List<String> codes,
        Pays pays,
        SimTerminal.Card card,
        Duration cardTakes,
        int discount,
        boolean patient) {

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
        int draw = random.nextInt(100);
        Pays pays = draw < 35
                ? Pays.CASH
                : draw < 75
                        ? Pays.CARD
                        : draw < 82
                                ? Pays.CASH_THEN_CARD
                                : draw < 89 ? Pays.CARD_THEN_CASH : draw < 96 ? Pays.CARD_STOPPED : Pays.LEAVES;
        int cardDraw = random.nextInt(20);
        SimTerminal.Card card = cardDraw == 0
                ? SimTerminal.Card.IS_DECLINED
                : cardDraw == 1
                        ? SimTerminal.Card.WALKS_AWAY
                        : cardDraw == 2 ? SimTerminal.Card.PAYS_A_PART : SimTerminal.Card.PAYS;
        return new Customer(
                number,
                Duration.ofMillis(random.nextLong(500, 9000)),
                codes,
                pays,
                card,
                Duration.ofMillis(random.nextLong(800, 9000)),
                random.nextInt(8) == 0 ? 1 + random.nextInt(40) : 0,
                random.nextInt(3) != 0);
    }
}
