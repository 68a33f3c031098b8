package io.keentill.engine.office;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import java.util.List;
import java.util.Optional;

/** Looks back at sales: to find one, to tell its whole story, to say what may go back of it and how. */
public interface SaleArchive {

    /** How many sales a page has. */
    int PAGE = 25;

    /** Sales that were paid or on which something was tried, the newest first; pages from 0. */
    Page find(SaleQuery query, int page);

    /** Everything that the till knows of a sale; empty if there is no such sale. */
    Optional<SaleStory> story(String orderId);

    /** What giving this back would come to on the terminal in use, without doing anything. Empty for no such sale. */
    Optional<RefundOffer> offer(String orderId, RefundScope scope, MoneyBack back);

    /**
     * What exchanging these goods of a sale for what is in a basket would come to, without doing anything. Empty for no such
     * sale.
     *
     * @param basketId the sale with the new goods
     */
    Optional<RefundOffer> offerExchange(String orderId, List<RefundScope.Goods> goods, MoneyBack back, String basketId);

    /**
     * Some of the sales that were found.
     *
     * @param more whether there is a next page
     */
    record Page(List<Order> sales, boolean more) {

        /** Copies the list. */
        public Page {
            sales = List.copyOf(sales);
        }
    }
}
