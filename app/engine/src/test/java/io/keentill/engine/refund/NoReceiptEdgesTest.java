package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.VAT;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.SickDisk;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.engine.support.TornStore;
import io.keentill.store.StoreException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The most and the longest that a return without a receipt can be, and a till whose data gives way. */
class NoReceiptEdgesTest {

    @TempDir
    private Path folder;

    private TestTill till;
    private NoReceiptDesk desk;
    private String manager = "";

    @BeforeEach
    void open() throws Exception {
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
        desk = till.refunds().withoutReceipt();
        manager = WithoutReceipt.allow(till, pounds(20_000), CashRounding.NONE);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aHundredLinesAreTakenBackAndOneMoreIsNot() {
        NoReceiptReturn back = given(wish("moving house", Collections.nCopies(100, milk())));
        assertThat(back.total()).isEqualTo(pounds(9_900));
        assertThat(back.lines()).extracting(OrderLine::id).doesNotHaveDuplicates();
        assertThat(back.lines().getFirst().id()).isEqualTo(back.id() + "-1");
        assertThat(back.lines().getLast().id()).isEqualTo(back.id() + "-100");
        assertThat(notPossible(Collections.nCopies(101, milk()))).contains("More than 100 lines");
        assertThat(refused(wish("moving house", Collections.nCopies(101, milk()))))
                .contains("More than 100 lines");
    }

    @Test
    void aReasonOfFourHundredCharactersIsKeptWhole() {
        String longest = "x".repeat(400);
        assertThat(given(wish(longest, List.of(milk()))).reason()).isEqualTo(longest);
        assertThat(given(wish("  torn ", List.of(milk(), milk()))).reason()).isEqualTo("torn");
    }

    @Test
    void nothingChosenYetGivesNothingAndIsNoProblem() {
        assertThat(desk.offer(List.of())).isInstanceOfSatisfying(NoReceiptOffer.Priced.class, none -> {
            assertThat(none.handed()).isEqualTo(pounds(0));
            assertThat(none.limit()).isEqualTo(pounds(20_000));
            assertThat(none.problem()).isNull();
        });
    }

    @Test
    void goodsOfAnotherCurrencyDoNotComeOutOfThisDrawer() throws Exception {
        save("p-tram", "Tram ticket", Money.of(300, "EUR"));
        NoReceiptWish.Goods tram = new NoReceiptWish.Goods("p-tram", Quantity.ONE, null);
        assertThat(notPossible(List.of(tram))).contains("Tram ticket has its price in EUR", "the drawer holds GBP");
        assertThat(refused(wish("not used", List.of(milk(), tram)))).contains("EUR");
        assertThat(desk.recent(5)).isEmpty();
    }

    @Test
    void whatNoTillCanCountIsSaidInWords() throws Exception {
        save("p-gold", "Gold", pounds(Long.MAX_VALUE / 1_000));
        NoReceiptWish.Goods gold = new NoReceiptWish.Goods("p-gold", Quantity.of(1_000_000), null);
        assertThat(notPossible(List.of(gold))).contains("more than any till can count", "Check the quantities");
        assertThat(refused(wish("too heavy", List.of(gold)))).contains("more than any till can count");
    }

    @Test
    void onesAreFoundByNumberOrCodeAndTheNewestComesFirst() {
        NoReceiptReturn first = given(wish("cold", List.of(milk())));
        NoReceiptReturn second = given(wish("cold", List.of(milk(), milk())));
        assertThat(desk.recent(2)).containsExactly(second, first);
        assertThat(desk.recent(1)).containsExactly(second);
        assertThat(desk.named("2")).contains(second);
        assertThat(desk.named(" #1 ")).contains(first);
        assertThat(desk.named("#" + second.reference())).contains(second);
        assertThat(desk.named("3")).isEmpty();
        assertThat(desk.named("1234567890123")).isEmpty();
        assertThat(desk.find("nothing like it")).isEmpty();
    }

    /** The cash is not handed out, and whoever stands there learns where to look before it is. */
    @Test
    void whatCannotBeStoredGivesNothingAndSaysWhereToLook() {
        NoReceiptWish wish = wish("cold", List.of(milk()));
        int told = till.told().size();
        SickDisk.fillUp(till.clock());
        assertThat(refused(wish)).startsWith("The disk is full").contains("before any cash is handed out");
        SickDisk.freeSpace(till.clock());
        assertThat(till.told()).as("no drawer opens").hasSize(told);
        assertThat(desk.recent(5)).isEmpty();
        given(wish);
    }

    /** A till that died over it may start again where nothing can be stored: its cash is handed out all the same, and once. */
    @Test
    void whatIsBookedAlreadyIsSaidWithoutAWrite() throws Exception {
        NoReceiptWish wish = wish("cold", List.of(milk()));
        NoReceiptReturn back = given(wish);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<?> write =
                CompletableFuture.runAsync(() -> occupy(writing, asked), Thread::startVirtualThread);
        writing.await();
        try {
            assertThat(soon(() -> desk.give(wish, CLERK, manager))).isEqualTo(new NoReceiptResult.Given(back, true));
            assertThat(soon(() -> desk.give(wish("cold", List.of(milk())), CLERK, manager)))
                    .isEqualTo(new NoReceiptResult.TheSame(back));
            assertThat(soon(() -> desk.give(wish("", List.of(milk())), CLERK, manager)))
                    .isInstanceOf(NoReceiptResult.Refused.class);
        } finally {
            asked.countDown();
            write.join();
        }
    }

    private static NoReceiptResult soon(Supplier<NoReceiptResult> question) throws Exception {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread)
                .get(20, TimeUnit.SECONDS);
    }

    /** Keeps everybody else from writing for so long. */
    private void occupy(CountDownLatch writing, CountDownLatch asked) {
        try {
            till.store().write(tx -> {
                writing.countDown();
                awaited(asked);
                return tx;
            });
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaited(CountDownLatch asked) {
        try {
            asked.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatCannotBeReadIsSaidAndNeverTakenForAPermission() throws Exception {
        NoReceiptReturn back = given(wish("cold", List.of(milk())));
        TornStore.tear(folder, "settings", "products", "no_receipt_returns");
        assertThat(desk.terms())
                .isInstanceOfSatisfying(
                        NoReceiptTerms.NotNow.class,
                        no -> assertThat(no.message()).contains("cannot be read"));
        assertThat(notPossible(List.of(milk()))).contains("cannot be read");
        assertThat(desk.scanned(TestTill.MILK, Quantity.ONE))
                .isInstanceOfSatisfying(
                        NoReceiptScan.Refused.class,
                        no -> assertThat(no.message()).contains("cannot be read"));
        assertThat(desk.find(back.id())).isEmpty();
        assertThat(desk.named("1")).isEmpty();
        assertThat(desk.recent(5)).isEmpty();
    }

    private void save(String id, String name, Money price) throws Exception {
        till.store().write(tx -> {
            tx.saveProduct(new Product(id, id, name, price, VAT, "Odd", List.of(), null, false, true));
            return tx;
        });
    }

    private NoReceiptWish wish(String reason, List<NoReceiptWish.Goods> goods) {
        return new NoReceiptWish(desk.begin(), goods, reason, false);
    }

    private static NoReceiptWish.Goods milk() {
        return new NoReceiptWish.Goods("p-milk", Quantity.ONE, null);
    }

    private NoReceiptReturn given(NoReceiptWish wish) {
        NoReceiptResult result = desk.give(wish, CLERK, manager);
        assertThat(result).isInstanceOf(NoReceiptResult.Given.class);
        return ((NoReceiptResult.Given) result).back();
    }

    private String refused(NoReceiptWish wish) {
        NoReceiptResult result = desk.give(wish, CLERK, manager);
        assertThat(result).isInstanceOf(NoReceiptResult.Refused.class);
        return ((NoReceiptResult.Refused) result).message().toString();
    }

    private String notPossible(List<NoReceiptWish.Goods> goods) {
        NoReceiptOffer offer = desk.offer(goods);
        assertThat(offer).isInstanceOf(NoReceiptOffer.NotPossible.class);
        return ((NoReceiptOffer.NotPossible) offer).message().toString();
    }
}
