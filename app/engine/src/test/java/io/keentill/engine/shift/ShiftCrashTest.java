package io.keentill.engine.shift;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.support.CrashImages;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The till dies at every step of a shift's life. What another till finds is closed, once and with its report, or still open
 * with the count it had; whoever goes on ends with one Z.
 */
class ShiftCrashTest {

    @TempDir
    private Path home;

    @Test
    void inOpeningMovingCountingAndClosing() throws Exception {
        TestClock clock = TestClock.still();
        FakeTerminal terminal = new FakeTerminal();
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            till.sellForCash();
            till.sellByCard();
            till.events()
                    .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
            clock.onLook(() -> images.take("a write is under way"));
            till.shifts().open(pounds(5_000), CLERK);
            till.shifts().move(io.keentill.domain.shift.CashMovement.Kind.DROP, pounds(1_000), "safe", CLERK);
            till.shifts().count(CashCount.inOne(pounds(4_250)), CLERK);
            images.take("counted");
            assertThat(till.shifts().close(CloseWish.PLAIN, CLERK)).isInstanceOf(CloseResult.Closed.class);
            images.take("closed");
            clock.onLook(() -> {});
        }
        assertThat(images.all()).hasSizeGreaterThanOrEqualTo(14);
        int closed = 0;
        int counted = 0;
        for (CrashImages.Image image : images.all()) {
            try (TestTill till = TestTill.open(image.folder(), TestClock.still(), new FakeTerminal())) {
                boolean wasClosed = till.shifts().z(1) instanceof ZFound.Report;
                boolean wasCounted = till.shifts().current().map(Shift::count).isPresent();
                closed += wasClosed ? 1 : 0;
                counted += wasCounted ? 1 : 0;
                check(image, till, wasClosed);
                goOn(image, till);
            }
        }
        assertThat(closed).as("images in which it was closed").isPositive();
        assertThat(counted).as("images in which it was open with its count").isPositive();
    }

    private static void check(CrashImages.Image image, TestTill till, boolean wasClosed) throws Exception {
        assertThat(till.shifts().current().isPresent() && wasClosed)
                .as("open and closed, after %s", image)
                .isFalse();
        assertThat(till.shifts().zs(10)).as("after %s", image).hasSize(wasClosed ? 1 : 0);
        assertThat(till.store().<Long>read(view -> view.shifts().current())).isEqualTo(wasClosed ? 2 : 1);
        assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
    }

    private static void goOn(CrashImages.Image image, TestTill till) {
        ShiftDesk desk = till.shifts();
        if (desk.z(1) instanceof ZFound.None) {
            Shift shift =
                    desk.current().orElseGet(() -> ((ShiftResult.Opened) desk.open(pounds(5_000), CLERK)).shift());
            if (shift.count() == null) {
                if (desk.movements().isEmpty()) {
                    desk.move(io.keentill.domain.shift.CashMovement.Kind.DROP, pounds(1_000), "safe", CLERK);
                }
                desk.count(CashCount.inOne(pounds(4_250)), CLERK);
            }
            assertThat(desk.close(CloseWish.PLAIN, CLERK)).as("after %s", image).isInstanceOf(CloseResult.Closed.class);
        }
        assertThat(desk.close(CloseWish.PLAIN, CLERK)).isInstanceOf(CloseResult.Refused.class);
        ZReport z = ((ZFound.Report) desk.z(1)).report();
        assertThat(z.count().difference()).isEqualTo(pounds(0));
        assertThat(z.figures().sales().count()).isEqualTo(2);
        assertThat(desk.z(2)).isInstanceOf(ZFound.None.class);
    }
}
