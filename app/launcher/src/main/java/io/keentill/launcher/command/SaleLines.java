package io.keentill.launcher.command;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.LocalTill;
import io.keentill.launcher.Problem;
import java.util.List;

/** Earlier sales and their lines, as commands name them. */
final class SaleLines {

    private SaleLines() {}

    /**
     * The sale with this receipt number, or with this code on its receipt.
     *
     * @throws Problem if this till has none
     */
    static Order sale(LocalTill till, String receipt) {
        return till.refunds().find(receipt, 2).stream()
                .filter(o -> receipt.strip().equalsIgnoreCase(o.reference())
                        || receipt.strip().replace("#", "").equals(String.valueOf(o.receiptNumber())))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        "This till has no receipt " + receipt + ". Type its number, or the code at its foot."));
    }

    /**
     * Lines of a sale, each as N or N*QTY with N from 1.
     *
     * @throws Problem if one of them is no line of it
     */
    static List<RefundScope.Goods> goods(Order sale, List<String> lines) {
        return lines.stream().map(line -> goods(sale, line)).toList();
    }

    private static RefundScope.Goods goods(Order sale, String text) {
        int star = text.indexOf('*');
        try {
            int number = Integer.parseInt(star < 0 ? text : text.substring(0, star));
            OrderLine line = sale.lines().get(number - 1);
            Quantity quantity = star < 0 ? line.quantity() : Quantity.of(Long.parseLong(text.substring(star + 1)));
            return new RefundScope.Goods(line.id(), quantity);
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new Problem(
                    "\"" + text + "\" is no line of receipt " + sale.receiptNumber()
                            + ": write N or N*QTY, with N from 1 to "
                            + sale.lines().size() + ".",
                    e);
        }
    }
}
