package io.keentill.engine;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.selling.BasketDesk;
import io.keentill.engine.selling.Catalogue;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.selling.Selling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a till at which a sale is made: goods are found, put into the basket and paid. */
abstract class CounterTill implements Till {

    /** The baskets. */
    abstract Selling selling();

    /** The goods. */
    abstract Catalogue catalogue();

    /** The card payments. */
    abstract Payments payments();

    @Override
    public BasketDesk basket() {
        return selling().basket();
    }

    @Override
    public List<Product> search(String text, int limit) {
        return catalogue().search(text, limit);
    }

    @Override
    public List<Product> favourites(int limit) {
        return catalogue().favourites(limit);
    }

    @Override
    public List<String> categories() {
        return catalogue().categories();
    }

    @Override
    public List<Product> productsIn(String category, int limit) {
        return catalogue().in(category, limit);
    }

    @Override
    public Optional<Order> openOrder() {
        return selling().current();
    }

    @Override
    public Optional<Order> order(String orderId) {
        return selling().order(orderId);
    }

    @Override
    public List<Order> recentOrders(int limit) {
        return selling().recent(limit);
    }

    @Override
    public SaleChange scan(String code, Quantity quantity, String operator) {
        return selling().scan(code, quantity, operator);
    }

    @Override
    public SaleChange add(String productId, Quantity quantity, String operator) {
        return selling().add(productId, quantity, operator);
    }

    @Override
    public SaleChange setQuantity(String lineId, Quantity quantity) {
        return selling().setQuantity(lineId, quantity);
    }

    @Override
    public SaleChange setLineDiscount(String lineId, @Nullable Discount discount) {
        return selling().setLineDiscount(lineId, discount);
    }

    @Override
    public SaleChange setOrderDiscount(@Nullable Discount discount) {
        return selling().setOrderDiscount(discount);
    }

    @Override
    public SaleChange remove(String lineId, String operator) {
        return selling().remove(lineId, operator);
    }

    @Override
    public SaleChange park(String parkedAs) {
        return selling().park(parkedAs);
    }

    @Override
    public List<Order> parked() {
        return selling().parked();
    }

    @Override
    public SaleChange recall(String orderId) {
        return selling().recall(orderId);
    }

    @Override
    public SaleChange cancelOrder(String operator) {
        return selling().cancel(operator);
    }

    @Override
    public Money cashDue(Money due) {
        return selling().cashDue(due);
    }

    @Override
    public SaleChange payCash(Money handed, String operator) {
        return selling().payCash(handed, operator);
    }

    @Override
    public CardResult payCard(String orderId, Money amount, String operator) {
        return payments().pay(orderId, amount, operator);
    }

    @Override
    public void cancelCard() {
        payments().requestCancel();
    }

    @Override
    public List<PaymentAttempt> openPayments() {
        return payments().open();
    }
}
