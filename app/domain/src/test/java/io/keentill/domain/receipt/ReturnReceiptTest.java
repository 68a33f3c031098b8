package io.keentill.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.receipt.ReceiptComposer.Copy;
import io.keentill.domain.refund.NoReceiptReturn;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is on the paper of a return without a receipt. */
class ReturnReceiptTest {

    @Test
    void theCustomersSaysWhatCameBackForHowMuchAndWhoApprovedIt() {
        List<Receipt> papers = papers(Locale.UK, pounds(), Copy.ORIGINAL);
        assertThat(papers).hasSize(2);
        List<String> lines = new ReceiptText().lines(papers.getFirst());
        assertThat(lines)
                .anyMatch(l -> l.strip().startsWith("R E T U R N   W I T H O U T"))
                .anyMatch(l -> l.startsWith("Return 7"))
                .anyMatch(l -> l.contains("Served by Ann"))
                .anyMatch(l -> l.contains("Orange squash") && l.contains("3.00"))
                .anyMatch(l -> l.contains("2 × 1.50"))
                .anyMatch(l -> l.contains("G I V E N   B A C K") && l.contains("£ 4 . 4 5"))
                .anyMatch(l -> l.contains("Cash handed over") && l.contains("4.45"))
                .anyMatch(l -> l.contains("Tax in this total") && l.contains("0.50"))
                .anyMatch(l -> l.contains("VAT 20% on 2.50 net") && l.contains("0.50"))
                .anyMatch(l -> l.contains("VAT 0% on 1.45 net"))
                .anyMatch(l -> l.contains("Reason: a gift"))
                .anyMatch(l -> l.contains("Approved by Bea"))
                .noneMatch(l -> l.contains("C O P Y"))
                .noneMatch(l -> l.contains("Signature"))
                .noneMatch(l -> l.contains("Cash rounding"));
    }

    @Test
    void onTheShopsTheCustomerSignsForTheCash() {
        String shop = new ReceiptText()
                .text(papers(Locale.UK, pounds(), Copy.ORIGINAL).get(1));
        assertThat(shop).contains("MERCHANT COPY", "Cash received: £4.45", "Signature", "Return 7");
    }

    @Test
    void printedAgainBothAreMarkedAsCopies() {
        assertThat(papers(Locale.UK, pounds(), Copy.COPY))
                .allSatisfy(paper -> assertThat(new ReceiptText().text(paper)).contains("C O P Y"));
    }

    @Test
    void taxOnTopAndCoinsAddUpDownThePaper() {
        Currency chf = Samples.SWISS.currency();
        OrderLine cheese = new OrderLine(
                "l1",
                "p",
                null,
                "sku",
                "Käse",
                Money.of(1190, chf),
                Quantity.ONE,
                Samples.roundedSale().lines().getFirst().tax(),
                null);
        NoReceiptReturn back = new NoReceiptReturn(
                "r", 8, "B8", chf, List.of(cheese), Money.of(-1, chf), "verdorben", "s1", "s2", Samples.NOON);
        List<String> lines = new ReceiptText()
                .lines(papers(Locale.GERMANY, back, Copy.ORIGINAL).getFirst());
        assertThat(back.total()).isEqualTo(Money.of(1286, chf));
        assertThat(lines)
                .anyMatch(l -> l.contains("Käse") && l.contains("11,90"))
                .anyMatch(l -> l.contains("zzgl. MWST 8.1%") && l.contains("0,96"))
                .anyMatch(l -> l.contains("Bar ausgezahlt") && l.contains("12,85"))
                .anyMatch(l -> l.contains("Barrundung") && l.contains("0,01"))
                .anyMatch(l -> l.contains("Freigegeben von Bea"));
    }

    private static NoReceiptReturn pounds() {
        OrderLine squash = Samples.line("l1", "Orange squash", 199, Quantity.of(2), Samples.VAT_20, null)
                .withPrice(Money.of(150, Samples.GBP));
        OrderLine milk = Samples.line("l2", "Milk", 145, Quantity.ONE, Samples.VAT_0, null);
        return new NoReceiptReturn(
                "r",
                7,
                "K7-3F9Q",
                Samples.GBP,
                List.of(squash, milk),
                Money.zero(Samples.GBP),
                "a gift",
                "s1",
                "s2",
                Samples.NOON);
    }

    private static List<Receipt> papers(Locale locale, NoReceiptReturn back, Copy copy) {
        return new ReceiptComposer(Samples.SHOP, locale, ZoneId.of("Europe/London"), ReceiptWords.of(locale))
                .withoutReceipt(back, "Ann", "Bea", copy);
    }
}
