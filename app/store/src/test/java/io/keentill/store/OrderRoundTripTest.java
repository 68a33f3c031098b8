package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Every field of an order comes back as it was stored, whatever it holds. */
class OrderRoundTripTest {

    private static Path folder;
    private static TillStore store;
    private static long serial;

    @BeforeContainer
    static void open() throws IOException, StoreException {
        folder = Files.createTempDirectory("orders");
        store = TillStore.open(folder, Samples.CLOCK);
    }

    @AfterContainer
    static void close() throws IOException, StoreException {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Property(tries = 150)
    void comesBackAsStored(@ForAll long seed) throws StoreException {
        Order order = new RandomOrder(new Random(seed), ++serial).build();
        store.write(tx -> {
            order.tenders().stream()
                    .filter(t -> t.attemptId() != null)
                    .forEach(t ->
                            tx.insertAttempt(Samples.attempt(t.attemptId(), order.id(), "terminal-" + t.attemptId())));
            tx.saveOrder(order);
            return null;
        });
        assertThat(store.<Order>read(view -> view.order(order.id()).orElseThrow()))
                .isEqualTo(order);
        assertThat(store.<Order>read(
                        view -> view.orderByReference(order.reference()).orElseThrow()))
                .isEqualTo(order);
    }

    @Property(tries = 100)
    void aChangedOrderReplacesTheStoredOne(@ForAll long seed) throws StoreException {
        String id = "o" + ++serial;
        Order first = new RandomOrder(new Random(seed), serial).editable(id);
        Order second = new RandomOrder(new Random(seed + 1), ++serial).insteadOf(first);
        store.write(tx -> {
            tx.saveOrder(first);
            tx.saveOrder(second);
            return null;
        });
        assertThat(store.<Order>read(view -> view.order(id).orElseThrow())).isEqualTo(second);
    }

    /** Any values that the records accept, likely in a shop or not. */
    private record RandomOrder(Random random, long serial) {

        private static final List<String> WORDS =
                List.of("", "Tea", "Crème brûlée", "'; DROP TABLE orders; --", "茶 🍵", "a\nb");

        Order build() {
            Currency currency = currency();
            List<Tender> tenders = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                tenders.add(tender(currency, "t" + serial + "-" + i));
            }
            return new Order(
                    "o" + serial,
                    "R" + serial,
                    pick(List.of(OrderState.values())),
                    currency,
                    lines(currency),
                    discount(currency),
                    tenders,
                    word(),
                    instant(),
                    maybe(word()),
                    maybe(serial),
                    maybe(instant()),
                    maybe(word()),
                    maybe(word()));
        }

        Order editable(String id) {
            return editable(id, "E" + serial, currency(), instant());
        }

        /** Another state of the same order, which keeps what an order keeps. */
        Order insteadOf(Order other) {
            return editable(other.id(), other.reference(), other.currency(), other.openedAt());
        }

        private Order editable(String id, String reference, Currency currency, Instant openedAt) {
            return new Order(
                    id,
                    reference,
                    OrderState.OPEN,
                    currency,
                    lines(currency),
                    discount(currency),
                    List.of(),
                    word(),
                    openedAt,
                    null,
                    null,
                    null,
                    maybe(word()),
                    maybe(word()));
        }

        private List<OrderLine> lines(Currency currency) {
            List<OrderLine> lines = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                lines.add(new OrderLine(
                        "l" + serial + "-" + i,
                        maybe(word()),
                        maybe(word()),
                        word(),
                        word(),
                        amount(currency),
                        new Quantity(1 + random.nextLong(1_000_000_000L)),
                        new TaxRate(word(), word(), new Rate(random.nextInt(Rate.WHOLE + 1)), random.nextBoolean()),
                        discount(currency),
                        maybe(amount(currency)),
                        maybe(word())));
            }
            return lines;
        }

        private Tender tender(Currency currency, String id) {
            Money applied = amount(currency).plus(Money.of(1, currency.getCurrencyCode()));
            Money change = amount(currency);
            Money rounding = new Money(random.nextInt(-50, 50), currency);
            boolean card = random.nextBoolean();
            return new Tender(
                    id,
                    card ? TenderType.CARD : TenderType.CASH,
                    applied,
                    applied.plus(rounding).plus(change),
                    change,
                    rounding,
                    card ? "attempt-" + id : null,
                    instant());
        }

        private Discount discount(Currency currency) {
            return switch (random.nextInt(3)) {
                case 0 -> null;
                case 1 -> new Discount.Percent(word(), new Rate(random.nextInt(Rate.WHOLE + 1)));
                default -> new Discount.Fixed(word(), amount(currency));
            };
        }

        private Money amount(Currency currency) {
            return new Money(random.nextLong(1_000_000_000_000L), currency);
        }

        private Currency currency() {
            return Currency.getInstance(pick(List.of("GBP", "JPY", "KWD")));
        }

        private Instant instant() {
            return Instant.ofEpochSecond(
                    random.nextLong(-5_000_000_000L, 5_000_000_000L), random.nextInt(1_000_000_000));
        }

        private String word() {
            return pick(WORDS);
        }

        private <T> T maybe(T value) {
            return random.nextBoolean() ? value : null;
        }

        private <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
