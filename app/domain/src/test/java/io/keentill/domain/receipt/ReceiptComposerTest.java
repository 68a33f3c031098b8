package io.keentill.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.order.Order;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import io.keentill.domain.receipt.ReceiptElement.Code;
import io.keentill.domain.receipt.ReceiptElement.Symbology;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptComposerTest {

    private static final ReceiptComposer LONDON =
            new ReceiptComposer(Samples.SHOP, Locale.UK, ZoneId.of("Europe/London"), ReceiptWords.of(Locale.UK));

    private static final Locale SWISS_GERMAN = Locale.forLanguageTag("de-CH");

    @Test
    void aMixedSaleReadsAsExpectedOnUsualPaper() throws IOException {
        Receipt receipt = LONDON.sale(Samples.mixedSale(), Samples.attempts(), "Sam", Copy.ORIGINAL);
        assertThat(receipt.title()).isEqualTo("Receipt 123");
        assertThat(new ReceiptText().text(receipt)).isEqualTo(golden("mixed-42.txt"));
    }

    @Test
    void aMixedSaleReadsAsExpectedOnWidePaper() throws IOException {
        Receipt receipt = LONDON.sale(Samples.mixedSale(), Samples.attempts(), "Sam", Copy.ORIGINAL);
        assertThat(new ReceiptText(48).text(receipt)).isEqualTo(golden("mixed-48.txt"));
    }

    @Test
    void aCopyIsMarkedAndReadsAsExpectedOnNarrowPaper() throws IOException {
        Receipt receipt = LONDON.sale(Samples.mixedSale(), Samples.attempts(), "Sam", Copy.COPY);
        assertThat(new ReceiptText(32).text(receipt)).isEqualTo(golden("mixed-copy-32.txt"));
    }

    @Test
    void cashRoundingAndTaxOnTopReadAsExpectedInGerman() throws IOException {
        ReceiptComposer zurich = new ReceiptComposer(
                Samples.SWISS, SWISS_GERMAN, ZoneId.of("Europe/Zurich"), ReceiptWords.of(SWISS_GERMAN));
        Receipt receipt = zurich.sale(Samples.roundedSale(), id -> Optional.empty(), "Kim", Copy.ORIGINAL);
        assertThat(new ReceiptText().text(receipt)).isEqualTo(golden("rounded-de-42.txt"));
    }

    @Test
    void aCardWhoseDetailsAreMissingStillShowsItsAmount() {
        Receipt receipt = LONDON.sale(Samples.mixedSale(), id -> Optional.empty(), "Sam", Copy.ORIGINAL);
        assertThat(new ReceiptText().lines(receipt)).anyMatch(l -> l.matches("Card +5\\.00"));
    }

    @Test
    void aReferenceTooLongForBarsBecomesASquareCode() {
        Order paid = Samples.mixedSale();
        Order renamed = new Order(
                paid.id(),
                "A-VERY-LONG-REFERENCE-0001",
                paid.state(),
                paid.currency(),
                paid.lines(),
                paid.discount(),
                paid.tenders(),
                paid.operator(),
                paid.openedAt(),
                null,
                paid.receiptNumber(),
                paid.closedAt());
        assertThat(LONDON.sale(renamed, Samples.attempts(), "Sam", Copy.ORIGINAL)
                        .elements())
                .contains(new Code("A-VERY-LONG-REFERENCE-0001", Symbology.QR));
        assertThat(LONDON.sale(paid, Samples.attempts(), "Sam", Copy.ORIGINAL).elements())
                .contains(new Code("K7-3F9Q", Symbology.CODE_128));
    }

    @Test
    void anUnpaidOrderHasNoReceipt() {
        Order open = Order.open("o", "REF-1", Samples.GBP, "s", Samples.NOON);
        assertThatThrownBy(() -> LONDON.sale(open, Samples.attempts(), "Sam", Copy.ORIGINAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REF-1")
                .hasMessageContaining("only a paid order");
    }

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        assertThat(ReceiptWords.of(Locale.GERMANY).texts().keySet())
                .isEqualTo(ReceiptWords.of(Locale.UK).texts().keySet());
        assertThat(ReceiptWords.of(Locale.FRANCE).phrase("total")).isEqualTo("TOTAL");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ReceiptComposerTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
