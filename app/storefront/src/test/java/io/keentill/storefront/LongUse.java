package io.keentill.storefront;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillTask;
import io.keentill.engine.install.FrameFile;
import io.keentill.engine.install.KnownTerminal;
import io.keentill.engine.shift.CloseWish;

/** What has gathered behind a till that has been in use for long: of each kind more than a screen holds. */
final class LongUse {

    static final int SALES = 300;
    static final int LINES = 40;

    private LongUse() {}

    static FakeTill till() {
        FakeTill till = new FakeTill();
        for (int i = 0; i < SALES; i++) {
            Mornings.cash(till, i % 3 == 0 ? Sample.SOAP : Sample.MILK, 1 + i % 4, 50_00);
        }
        longSale(till);
        for (int i = 0; i < 200; i++) {
            till.tasks.add(new TillTask(
                    "t" + i,
                    TillTask.Kind.SYNC_REFUSED,
                    Sentence.quoted("RevKeen refused the cash payment of sale K7Q2M" + i + ": invoice_already_paid."),
                    FakeTill.NOW.minusSeconds(i)));
        }
        for (int i = 0; i < 40; i++) {
            till.office().byPin.put("88" + (100 + i), new Staff("x" + i, "Colleague " + i, Role.CLERK));
        }
        for (int i = 4; i < 2_000; i++) {
            till.office()
                    .entries
                    .add(FakeOffice.entry(
                            i, "sale.closed", "Asha", "s" + i, "{\"receipt\":\"" + i + "\",\"total\":\"4.95\"}"));
        }
        for (int i = 0; i < 60; i++) {
            day(till);
        }
        for (int i = 0; i < 12; i++) {
            till.install()
                    .terminals
                    .add(new KnownTerminal(
                            "zvt:tcp:192.168.1." + (40 + i) + ":20007",
                            "Terminal " + i,
                            false,
                            "1720" + i,
                            "CCV Base Next",
                            FakeTill.NOW));
        }
        for (int i = 0; i < 400; i++) {
            till.install()
                    .line
                    .add(new FrameFile.Frame(
                            FakeTill.NOW.plusMillis(i), FakeInstall.COUNTER, "IN", "80 00 00 (frame " + i + ")"));
        }
        return till;
    }

    /** Each of its goods a line of its own. */
    static void longSale(FakeTill till) {
        Product milk = Sample.PRODUCTS.getFirst();
        for (int i = 0; i < LINES; i++) {
            till.put(milk, "Article number " + i, milk.price(), Quantity.of(2), "s1");
        }
        till.payCash(Money.of(500_00, Sample.GBP), "s1");
    }

    private static void day(FakeTill till) {
        Money counted = Money.of(100_00, Sample.GBP);
        till.shifts().open(counted, "m1");
        till.shifts().count(CashCount.inOne(counted), "m1");
        till.shifts().close(CloseWish.PLAIN, "m1");
    }

    /** A shift with much in and out. */
    static void movements(FakeTill till) {
        for (int i = 0; i < 60; i++) {
            till.shifts().move(CashMovement.Kind.PAY_IN, Money.of(100 + i, Sample.GBP), "Reason " + i, "m1");
        }
    }
}
