package io.keentill.bench.screen;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.IdSource;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** A shop with so many products, made once and used again by later runs. The terminal in it answers at once. */
final class Shelves {

    static final String PIN = "1234";
    static final Currency EUR = Currency.getInstance("EUR");

    /** Costs what the terminal approves: 10.00. */
    static final String TEN = "TEN";

    private static final int BATCH = 5_000;
    private static final int WORDS = 3_000;
    private static final String[] BEGIN = {
        "b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "s", "st", "t"
    };
    private static final String[] MIDDLE = {"a", "e", "i", "o", "u", "ä", "ö", "é"};
    private static final String[] END = {"", "l", "n", "r", "s", "t", "nd", "rk"};

    private final List<String> words = new ArrayList<>();

    private Shelves() {
        Random random = new Random(11);
        while (words.size() < WORDS) {
            words.add(syllable(random) + syllable(random));
        }
    }

    private static String syllable(Random random) {
        return BEGIN[random.nextInt(BEGIN.length)]
                + MIDDLE[random.nextInt(MIDDLE.length)]
                + END[random.nextInt(END.length)];
    }

    /** Words of which the names are made, each in about one name of a thousand. */
    static List<String> vocabulary() {
        return new Shelves().words;
    }

    /** The barcode of product {@code n}, from 0. */
    static String code(int n) {
        String digits = "40%010d".formatted(n);
        return digits + Barcode.checkDigit(digits);
    }

    /** Fills {@code folder} with {@code products}, unless it is filled already. */
    static void fill(Path folder, int products) throws IOException, StoreException {
        Path done = folder.resolve("filled-" + products);
        if (Files.exists(done)) {
            return;
        }
        Files.createDirectories(folder);
        long began = System.nanoTime();
        try (TillStore store = TillStore.open(folder, Clock.systemUTC())) {
            new Shelves().stock(store, products);
        }
        Files.createFile(done);
        System.err.printf("%,d products in %.0f s%n", products, (System.nanoTime() - began) / 1e9);
    }

    private void stock(TillStore store, int products) throws StoreException {
        TaxRate vat = new TaxRate("vat-19", "MwSt 19%", Rate.percent(19), true);
        Clock clock = Clock.systemUTC();
        store.write(tx -> {
            tx.saveShop(new Shop("Bench", List.of(), "", EUR, CashRounding.NONE, List.of("Danke")));
            tx.putSetting(Settings.TILL_NAME, "Till 1");
            tx.putSetting(Settings.TERMINAL, "zvt:tcp:instant:1?quiet=0.001");
            tx.saveProduct(
                    new Product("ten", TEN, "Ten", Money.of(1_000, EUR), vat, "Other", List.of(), null, true, true));
            return true;
        });
        SecureRandom random = new SecureRandom();
        new StaffRoom(store, new IdSource(clock, random), clock, random).add("Ann", Role.CLERK, PIN);
        Random names = new Random(7);
        for (int from = 0; from < products; from += BATCH) {
            int first = from;
            int last = Math.min(products, from + BATCH);
            store.write(tx -> {
                for (int n = first; n < last; n++) {
                    tx.saveProduct(product(n, names, vat));
                }
                return true;
            });
        }
    }

    private Product product(int n, Random random, TaxRate vat) {
        String name = words.get(random.nextInt(WORDS)) + " " + words.get(random.nextInt(WORDS)) + " "
                + words.get(random.nextInt(WORDS)) + " " + (100 + random.nextInt(900)) + " g";
        return new Product(
                "p" + n,
                "S%07d".formatted(n),
                name,
                Money.of(50 + random.nextInt(5_000), EUR),
                vat,
                "Shelf " + n % 40,
                List.of(code(n)),
                null,
                n < 24,
                true);
    }
}
