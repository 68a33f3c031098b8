package io.keentill.engine.office;

import io.keentill.domain.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds in this shop.
 *
 * @param shiftRequired whether the till sells in an open shift alone
 * @param difference how much a drawer may be over or short without anybody saying why, zero or above
 * @param withoutReceipt whether goods come back without a receipt, for cash and with a manager's PIN; only ever with a limit
 * @param returnLimit the most that one such return gives, above zero, allowed now or not; null where none was ever set
 * @param labels the patterns of the shop's own labels, the first to be tried first
 */
public record ShopRules(
        boolean shiftRequired,
        Money difference,
        boolean withoutReceipt,
        @Nullable Money returnLimit,
        List<String> labels) {

    /** Checks that nothing is allowed without a limit; copies the list. */
    public ShopRules {
        labels = List.copyOf(labels);
        if (withoutReceipt && returnLimit == null) {
            throw new IllegalArgumentException("Returns without a receipt have a limit");
        }
    }
}
