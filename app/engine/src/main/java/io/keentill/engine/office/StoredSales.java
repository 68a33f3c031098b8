package io.keentill.engine.office;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.book.OrderElsewhere;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Sales in the store. */
final class StoredSales implements SaleArchive {

    private final TillStore store;
    private final StaffRoom staff;
    private final SaleReading reading;
    private final OfferMaker offers;

    StoredSales(
            TillStore store,
            Payments payments,
            StaffRoom staff,
            Clock clock,
            Currency currency,
            CashRounding rounding) {
        this.store = store;
        this.staff = staff;
        this.reading = new SaleReading(currency, clock.getZone());
        this.offers = new OfferMaker(payments, clock, rounding);
    }

    @Override
    public Page find(SaleQuery query, int page) {
        List<Order> found = read(view -> view.sales(reading.of(query), page * PAGE, PAGE + 1));
        return new Page(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    @Override
    public Optional<SaleStory> story(String orderId) {
        Map<String, String> names = staff.names();
        return read(view -> view.order(orderId).map(sale -> story(view, sale, names)));
    }

    private static SaleStory story(View view, Order sale, Map<String, String> names) {
        List<PaymentAttempt> own = view.attemptsOf(sale.id());
        List<PaymentAttempt> attempts = Stream.concat(
                        own.stream(), own.stream().flatMap(a -> view.attemptsOn(a.id()).stream()))
                .distinct()
                .sorted(java.util.Comparator.comparing(PaymentAttempt::createdAt)
                        .thenComparing(PaymentAttempt::id))
                .toList();
        List<ManagerDecision> decisions =
                attempts.stream().flatMap(a -> view.decision(a.id()).stream()).toList();
        return new SaleStory(
                sale,
                attempts,
                decisions,
                view.refundsOf(sale.id()),
                Stream.concat(
                                view.outboxOf(sale.id()).stream(),
                                view.mails().ofOrder(sale.id()).stream()
                                        .flatMap(mail -> view.outboxOf(mail.id()).stream()))
                        .map(StoredSales::told)
                        .toList(),
                OrderElsewhere.of(view, sale.id()).stream()
                        .map(one -> new SaleStory.Elsewhere(one.change() == OrderElsewhere.Change.CANCELED, one.at()))
                        .toList(),
                RefundBook.refundable(view, sale),
                names);
    }

    private static SaleStory.Told told(OutboxRow row) {
        SaleStory.Told.State state = switch (row.state()) {
            case WAITING -> SaleStory.Told.State.WAITING;
            case DONE -> SaleStory.Told.State.DONE;
            case TASK -> SaleStory.Told.State.REFUSED;
        };
        return new SaleStory.Told(row.kind(), state, row.problem(), row.createdAt());
    }

    @Override
    public Optional<RefundOffer> offer(String orderId, RefundScope scope, MoneyBack back) {
        return read(view -> view.order(orderId).map(sale -> offers.of(view, sale, scope, back)));
    }

    @Override
    public Optional<RefundOffer> offerExchange(
            String orderId, List<RefundScope.Goods> goods, MoneyBack back, String basketId) {
        return read(view -> view.order(orderId).map(sale -> offers.exchange(view, sale, goods, back, basketId)));
    }

    private <T> T read(TillStore.Read<T> query) {
        try {
            return Objects.requireNonNull(store.read(query));
        } catch (StoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
