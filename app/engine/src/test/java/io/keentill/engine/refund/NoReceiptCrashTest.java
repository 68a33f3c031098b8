package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.engine.support.CrashImages;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.View;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The till dies at every step of a return without a receipt. What another till finds is all of it or nothing, and whoever
 * starts over never gets the cash out twice.
 */
class NoReceiptCrashTest {

    @TempDir
    private Path home;

    @Test
    void isThereWholeOrNotAtAllAndOnce() throws Exception {
        TestClock clock = TestClock.still();
        FakeTerminal terminal = new FakeTerminal();
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        String manager;
        NoReceiptWish wish;
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            manager = WithoutReceipt.allow(till, pounds(1_000), CashRounding.NONE);
            till.shifts().open(pounds(5_000), CLERK);
            wish = wish(till);
            images.take("before");
            clock.onLook(() -> images.take("a write is under way"));
            till.events()
                    .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
            assertThat(till.refunds().withoutReceipt().give(wish, CLERK, manager))
                    .isInstanceOf(NoReceiptResult.Given.class);
            clock.onLook(() -> {});
            images.take("after");
        }
        int booked = 0;
        int nothing = 0;
        for (CrashImages.Image image : images.all()) {
            try (TestTill till = TestTill.open(image.folder(), TestClock.still(), new FakeTerminal())) {
                boolean there = !till.refunds().withoutReceipt().recent(5).isEmpty();
                booked += there ? 1 : 0;
                nothing += there ? 0 : 1;
                check(image, till, there ? 1 : 0);
                startOver(image, till, wish, manager, there);
            }
        }
        assertThat(booked).as("images in which it was booked").isGreaterThanOrEqualTo(2);
        assertThat(nothing).as("images in which it was not").isGreaterThanOrEqualTo(3);
    }

    private static void startOver(
            CrashImages.Image image, TestTill till, NoReceiptWish wish, String manager, boolean there)
            throws Exception {
        NoReceiptDesk desk = till.refunds().withoutReceipt();
        NoReceiptResult anew = desk.give(wish(till), CLERK, manager);
        assertThat(anew)
                .as("put together anew, after %s", image)
                .isInstanceOf(there ? NoReceiptResult.TheSame.class : NoReceiptResult.Given.class);
        if (there) {
            assertThat(desk.give(wish, CLERK, manager))
                    .as("the same wish, after %s", image)
                    .isEqualTo(new NoReceiptResult.Given(desk.recent(1).getFirst(), true));
        }
        check(image, till, 1);
    }

    private static void check(CrashImages.Image image, TestTill till, int returns) throws Exception {
        List<NoReceiptReturn> all = till.refunds().withoutReceipt().recent(5);
        assertThat(all).as("after %s", image).hasSize(returns);
        assertThat(all).allSatisfy(back -> {
            assertThat(back.number()).isEqualTo(1);
            assertThat(back.lines()).hasSize(2);
            assertThat(till.store().<List<JournalEntry>>read(v -> v.journalOf(back.id())))
                    .hasSize(1);
        });
        assertThat(till.store()
                        .read((View v) -> v.shifts().drawer(1, pounds(5_000)).expected()))
                .as("the drawer, after %s", image)
                .isEqualTo(pounds(5_000 - returns * 598L));
        assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
    }

    private static NoReceiptWish wish(TestTill till) {
        return new NoReceiptWish(
                till.refunds().withoutReceipt().begin(),
                List.of(
                        new NoReceiptWish.Goods("p-tea", Quantity.of(2), pounds(200)),
                        new NoReceiptWish.Goods("p-milk", Quantity.of(2), null)),
                "a gift",
                false);
    }
}
