package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Quantity;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.storefront.receipt.ReceiptLayout;
import io.keentill.storefront.sell.ScanText;
import io.keentill.storefront.sell.WedgeDetector;
import io.keentill.storefront.status.StatusModel;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SellModelTest {

    @Test
    void aQuantityStandsBeforeTheAsterisk() {
        assertThat(ScanText.parse("3*5000112637922")).isEqualTo(new ScanText(Quantity.of(3), "5000112637922"));
        assertThat(ScanText.parse(" 12 * milk ").rest()).isEqualTo("milk");
        assertThat(ScanText.parse("0*1234").asked()).isEmpty();
        assertThat(ScanText.parse("5000112637922").isCode()).isTrue();
        assertThat(ScanText.parse("SKU-001").isCode()).isFalse();
    }

    @Test
    void onlyFastTypingIsAScanner() {
        WedgeDetector wedge = new WedgeDetector();
        long at = burst(wedge, "5000112637922", 0, 5);
        assertThat(wedge.entered(at)).contains("5000112637922");
        at = burst(wedge, "5000112637922", at, 90);
        assertThat(wedge.entered(at)).isEmpty();
        at = burst(wedge, "123", at, 5);
        assertThat(wedge.entered(at)).isEmpty();
    }

    private static long burst(WedgeDetector wedge, String text, long start, long gapMillis) {
        long at = start + 1_000_000_000L;
        for (char c : text.toCharArray()) {
            at += gapMillis * 1_000_000L;
            wedge.typed(c, at);
        }
        return at;
    }

    @Test
    void amountsAreReadWithPointOrComma() {
        assertThat(MoneyInput.amount("12,5", Sample.GBP).orElseThrow().minor()).isEqualTo(1250);
        assertThat(MoneyInput.amount("7.", Sample.GBP).orElseThrow().minor()).isEqualTo(700);
        for (String bad : List.of("", "0", "-1", "1.005", "1e5", "1,000.00", "abc", ".")) {
            assertThat(MoneyInput.amount(bad, Sample.GBP)).as(bad).isEmpty();
        }
        assertThat(MoneyInput.percent("12,5 %").orElseThrow().ppm()).isEqualTo(125_000);
        assertThat(MoneyInput.percent("101")).isEmpty();
    }

    @Test
    void everyLanguageHasEveryText() {
        Texts english = new Texts(Locale.UK, ZoneOffset.UTC);
        Texts german = new Texts(Locale.GERMANY, ZoneOffset.UTC);
        assertThat(german.keys()).isEqualTo(english.keys());
        assertThat(new Texts(Locale.JAPAN, ZoneOffset.UTC).get("basket.total")).isEqualTo("Total");
        assertThat(english.keys())
                .filteredOn(key ->
                        !key.startsWith("status.terminal") && english.get(key).equals(german.get(key)))
                .extracting(english::get)
                .filteredOn(text -> text.matches(".*\\p{L}.*"))
                .as("words that are the same in both")
                .isSubsetOf("Online", "Offline", "Name", "Terminal", "Code", "Journal", "PIN", "RevKeen: {0} {1}");
    }

    @Test
    void paperLinesKeepTheirWidth() {
        Receipt receipt = new Receipt(
                "1",
                List.of(
                        new ReceiptElement.Columns(
                                "3 x Hand soap with lavender, bergamot and a long name", "1,234.56", false),
                        new ReceiptElement.Text("x".repeat(100), ReceiptElement.Align.CENTRE, false, true),
                        new ReceiptElement.Rule()));
        assertThat(ReceiptLayout.lines(receipt))
                .allSatisfy(line -> assertThat(line.text().length())
                        .isLessThanOrEqualTo(line.large() ? ReceiptLayout.WIDTH / 2 : ReceiptLayout.WIDTH));
        assertThat(ReceiptLayout.lines(receipt).get(1).text())
                .endsWith("1,234.56")
                .hasSize(ReceiptLayout.WIDTH);
    }

    @Test
    void theStatusSaysHowOldTheOldestUnsyncedSaleIs() {
        StatusModel status = new StatusModel(new Texts(Locale.UK, ZoneOffset.UTC), InstantSource.fixed(FakeTill.NOW));
        status.show(Statuses.offline());
        assertThat(status.connectionProperty().get().text()).isEqualTo("Offline · 12 waiting, 4 min");
        assertThat(status.terminalProperty().get().level()).isEqualTo(StatusModel.Level.BAD);
        assertThat(status.unresolvedProperty().get().text()).isEqualTo("1 open payment");
        assertThat(status.warningsProperty().get().level()).isEqualTo(StatusModel.Level.NONE);
    }

    @Test
    void whatSomebodyHasToSeeToIsInSightWithItsWords() {
        StatusModel status = new StatusModel(new Texts(Locale.UK, ZoneOffset.UTC), InstantSource.fixed(FakeTill.NOW));
        status.show(Statuses.warning("The clock jumped.", "The journal is broken."));
        StatusModel.Field field = status.warningsProperty().get();
        assertThat(field.level()).isEqualTo(StatusModel.Level.BAD);
        assertThat(field.text()).isEqualTo("2 warnings");
        assertThat(field.detail()).contains("The clock jumped.").contains("The journal is broken.");
    }
}
