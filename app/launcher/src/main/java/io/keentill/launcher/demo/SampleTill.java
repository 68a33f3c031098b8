package io.keentill.launcher.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.shop.Role;
import io.keentill.engine.IdSource;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.launcher.SampleShop;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.storefront.StorefrontDriver;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.input.KeyCode;

/** A till of the sample shop without a RevKeen, at an emulated terminal in this very process. */
final class SampleTill implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ZvtEmulator terminal;
    private final List<Product> products;

    private SampleTill(ZvtEmulator terminal, List<Product> products) {
        this.terminal = terminal;
        this.products = products;
    }

    /** Makes it in {@code data}, an empty or missing folder. */
    static SampleTill make(Path data) throws IOException, StoreException {
        ZvtEmulator terminal = ZvtEmulator.tcp(0, EmulatorSettings.standard(Clock.system(ZoneId.systemDefault())));
        List<Product> products =
                SampleShop.rows().stream().map(SampleTill::product).toList();
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        try (TillStore store = Wiring.create(data)) {
            store.write(tx -> {
                tx.saveShop(SampleShop.shop());
                tx.putSetting(Settings.TILL_NAME, "Till 1");
                tx.putSetting(Settings.TERMINAL, "zvt:tcp:127.0.0.1:" + terminal.port());
                products.forEach(tx::saveProduct);
                return true;
            });
            new StaffRoom(store, new IdSource(clock, random), clock, random)
                    .add("Clerk", Role.CLERK, DemoWorld.CLERK_PIN);
        } catch (StoreException e) {
            terminal.close();
            throw e;
        }
        return new SampleTill(terminal, products);
    }

    private static Product product(NamedCsvRecord row) {
        String tax = row.getField("tax");
        String percent = tax.substring("vat-".length());
        TaxRate rate = new TaxRate(tax, "VAT " + percent + "%", Rate.percent(percent), true);
        return new Product(
                row.getField("sku"),
                row.getField("sku"),
                row.getField("name"),
                Money.of(
                        new BigDecimal(row.getField("price")).movePointRight(2).longValueExact(),
                        SampleShop.shop().currency()),
                rate,
                row.getField("category"),
                List.of(row.getField("barcode")),
                null,
                Boolean.parseBoolean(row.getField("favourite")),
                true);
    }

    /** What a clerk does all day: scans, a search, cash with change, card. */
    void sell(StorefrontDriver clerk) {
        clerk.scan(products.get(0).barcodes().getFirst());
        clerk.type(products.get(1).name().substring(0, 3));
        clerk.waitForVisible("results", PATIENCE);
        clerk.key(KeyCode.ENTER);
        clerk.payCash("500");
        clerk.waitForVisible("receipt", PATIENCE);
        clerk.key(KeyCode.ENTER);
        clerk.scan(products.get(2).barcodes().getFirst());
        clerk.payCard();
        clerk.waitForVisible("receipt", PATIENCE);
        clerk.key(KeyCode.ENTER);
        clerk.waitForVisible("sell", PATIENCE);
    }

    @Override
    public void close() {
        terminal.close();
    }
}
