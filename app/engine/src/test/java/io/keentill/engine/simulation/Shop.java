package io.keentill.engine.simulation;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.store.StaffRecord;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The shop of every simulated day; its tills are set up once and copied. */
final class Shop {

    static final Currency GBP = Currency.getInstance("GBP");

    /** What can be scanned; the prices divide badly on purpose. */
    static final List<String> CODES = List.of("TEA", "MILK", "CAKE", "NUTS", "BOOK");

    /** Who approves returns without a receipt. */
    static final String MANAGER = "manager";

    /** What the manager types to prove it. */
    static final String PIN = "4711";

    /** The most that one of them gives, in pence: less than three books. */
    static final long LIMIT = 3_000;

    private static final TaxRate VAT = new TaxRate("vat-20", "VAT 20%", Rate.percent(20), true);
    private static final TaxRate REDUCED = new TaxRate("vat-5", "VAT 5%", Rate.percent(5), true);

    private final Path home;

    /** Sets up {@code tills} tills below {@code home}. */
    Shop(Path home, int tills) {
        this.home = home;
        for (int i = 0; i < tills; i++) {
            setUp(i);
        }
    }

    private void setUp(int till) {
        try {
            Path folder = home.resolve("till-" + till);
            new Secrets(folder).put(Secrets.REVKEEN_KEY, "rk_sandbox_simulated");
            try (TillStore store = TillStore.open(folder, InstantSource.fixed(Timeline.START))) {
                store.write(tx -> {
                    settings(tx, till);
                    return till;
                });
            }
        } catch (IOException | StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void settings(Tx tx, int till) {
        tx.putSetting(Settings.TILL_ID, "till-" + till);
        tx.putSetting(Settings.TILL_NAME, "Till " + till);
        tx.putSetting(Settings.API_URL, "http://127.0.0.1:1/v2");
        tx.putSetting(Settings.TERMINAL, "sim:tcp:10.0.0." + (till + 1) + ":1");
        tx.saveShop(new io.keentill.domain.shop.Shop(
                "Simulated shop", List.of("1 High Street"), "GB1", GBP, CashRounding.NONE, List.of()));
        tx.saveStaff(new StaffRecord(new Staff(MANAGER, "Maggie", Role.MANAGER), cheaply(PIN), 0, null));
        tx.putSetting(Settings.RETURN_WITHOUT_RECEIPT, "true");
        tx.putSetting(Settings.RETURN_LIMIT, Long.toString(LIMIT));
        long[] prices = {250, 99, 333, 1777, 1099};
        for (int i = 0; i < CODES.size(); i++) {
            String code = CODES.get(i);
            tx.saveProduct(new Product(
                    "p-" + code,
                    code,
                    code,
                    Money.of(prices[i], GBP),
                    i % 2 == 0 ? VAT : REDUCED,
                    "All",
                    List.of(),
                    null,
                    false,
                    true));
        }
    }

    /** A PIN's hash at next to no cost, since in a simulation it is proven over and over. */
    private static String cheaply(String pin) {
        byte[] salt = new byte[16];
        byte[] hash = new byte[32];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(8)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=8,t=1,p=1$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** A till's secrets, which no crash touches. */
    Secrets secrets(int till) {
        return new Secrets(home.resolve("till-" + till));
    }

    /** A fresh copy of a till's data. */
    void copy(int till, Path to) {
        try {
            Files.createDirectories(to);
            Files.copy(home.resolve("till-" + till).resolve("keentill.db"), to.resolve("keentill.db"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
