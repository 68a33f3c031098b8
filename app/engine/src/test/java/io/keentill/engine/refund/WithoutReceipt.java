package io.keentill.engine.refund;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.support.TestTill;
import io.keentill.store.StoreException;
import java.util.List;

/** A shop that takes goods back without a receipt. */
public final class WithoutReceipt {

    private WithoutReceipt() {}

    /** Allows it up to {@code limit}; gives the id of a manager who may approve it. */
    public static String allow(TestTill till, Money limit, CashRounding rounding) throws StoreException {
        till.store().write(tx -> {
            tx.saveShop(new Shop("Corner Shop", List.of(), "", TestTill.GBP, rounding, List.of()));
            tx.putSetting(Settings.RETURN_WITHOUT_RECEIPT, "true");
            tx.putSetting(Settings.RETURN_LIMIT, Long.toString(limit.minor()));
            return tx;
        });
        return till.staff().add("Maggie", Role.MANAGER, "4711").id();
    }

    /** One of this product at this price, whatever came back before it. */
    public static NoReceiptWish wish(TestTill till, String product, Money price) {
        return new NoReceiptWish(
                till.refunds().withoutReceipt().begin(),
                List.of(new NoReceiptWish.Goods(product, Quantity.ONE, price)),
                "a gift",
                true);
    }
}
