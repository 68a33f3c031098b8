package io.keentill.engine.paylink;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision.Word;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.support.CrashImages;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeCheckout;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.TaskRow;
import io.keentill.store.View;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The till dies at every write and every request of a payment by link, before and after the customer has paid. Whatever
 * another till finds, it ends with a sale that is paid once, and with money that is counted once.
 */
class PayLinkCrashTest {

    @TempDir
    private Path home;

    @Test
    void diesAtEveryStepOfALinkThatIsPaid() throws Exception {
        TestClock clock = TestClock.still();
        CrashImages images = images();
        try (FakeCheckout revKeen = new FakeCheckout()) {
            PayLink link;
            try (LinkRig rig = new LinkRig(home.resolve("till"), revKeen, clock)) {
                watch(images, rig, revKeen, clock);
                link = rig.opened();
                images.take("the page is shown");
                revKeen.customersPay();
                images.take("the customer has paid");
                assertThat(rig.ended(link).state()).isEqualTo(AttemptState.APPROVED);
                images.take("it is booked");
                clock.onLook(() -> {});
                revKeen.onRequest(() -> {});
            }
            assertThat(images.all()).hasSizeGreaterThanOrEqualTo(10);
            int before = 0;
            for (CrashImages.Image image : images.all()) {
                before += goOn(image, revKeen) ? 1 : 0;
            }
            assertThat(before).as("images of before anything was sent").isPositive();
        }
    }

    /** The same with the end wanted, and refused because the customer was faster. */
    @Test
    void diesAtEveryStepOfALinkThatIsEnded() throws Exception {
        TestClock clock = TestClock.still();
        CrashImages images = images();
        try (FakeCheckout revKeen = new FakeCheckout()) {
            try (LinkRig rig = new LinkRig(home.resolve("till"), revKeen, clock)) {
                PayLink link = rig.opened();
                watch(images, rig, revKeen, clock);
                rig.links.end(link.attemptId());
                assertThat(rig.ended(link).state()).isEqualTo(AttemptState.CANCELLED);
                images.take("it is over");
                clock.onLook(() -> {});
                revKeen.onRequest(() -> {});
            }
            assertThat(images.all()).hasSizeGreaterThanOrEqualTo(4);
            for (CrashImages.Image image : images.all()) {
                try (LinkRig rig = new LinkRig(image.folder(), revKeen, TestClock.still())) {
                    Order order = rig.till.selling().current().orElseThrow();
                    Eventually.until(
                            "it is over, after " + image,
                            () -> attempts(rig, order).stream()
                                    .noneMatch(a -> a.state().isOpen()));
                    assertThat(attempts(rig, order)).as("after %s", image).noneMatch(PaymentAttempt::moved);
                    assertThat(rig.till.order(order.id()).due()).isEqualTo(pounds(250));
                }
            }
        }
    }

    /** A manager decided that nothing moved: whatever dies, nobody can pay on that page once the till is back. */
    @Test
    void diesAtEveryStepOfADecisionThatNothingMoved() throws Exception {
        TestClock clock = TestClock.still();
        CrashImages images = images();
        try (FakeCheckout revKeen = new FakeCheckout()) {
            PayLink link;
            try (LinkRig rig = new LinkRig(home.resolve("till"), revKeen, clock)) {
                link = rig.opened();
                rig.links.setAside(link.attemptId());
                watch(images, rig, revKeen, clock);
                rig.decide(link, Evidence.nothingMoved(Evidence.Kind.ACQUIRER, "not in the dashboard"));
                Eventually.until("RevKeen's word", () -> rig.word(link) == Word.AGREES);
                images.take("it is agreed");
                clock.onLook(() -> {});
                revKeen.onRequest(() -> {});
            }
            int decided = 0;
            for (CrashImages.Image image : images.all()) {
                // What RevKeen had heard of it is the worst that it can be: nothing.
                revKeen.all("open");
                decided += isEnded(image, revKeen, link) ? 1 : 0;
            }
            assertThat(decided).as("images after the decision").isGreaterThanOrEqualTo(3);
        }
    }

    /** Whether the image holds the decision whose word is still awaited; then RevKeen has to end the session. */
    private static boolean isEnded(CrashImages.Image image, FakeCheckout revKeen, PayLink link) throws Exception {
        try (LinkRig rig = new LinkRig(image.folder(), revKeen, TestClock.still())) {
            if (rig.till.attempt(link.attemptId()).state() != AttemptState.OVERRIDDEN) {
                return false;
            }
            if (rig.word(link) == Word.AWAITED) {
                Eventually.until("RevKeen's word, after " + image, () -> rig.word(link) == Word.AGREES);
                assertThat(revKeen.sessions().getFirst()).as("after %s", image).containsEntry("status", "expired");
            }
            assertThat(rig.till.store().<List<TaskRow>>read(View::openTasks))
                    .as("after %s", image)
                    .isEmpty();
            assertThat(rig.till.order(link.orderId()).due()).isEqualTo(pounds(250));
            assertThat(JournalVerifier.verify(rig.till.store())).isInstanceOf(JournalVerdict.Intact.class);
            return true;
        }
    }

    private CrashImages images() {
        return new CrashImages(home.resolve("till"), home.resolve("images"), new FakeTerminal().acquirer());
    }

    private static void watch(CrashImages images, LinkRig rig, FakeCheckout revKeen, TestClock clock) {
        rig.till
                .events()
                .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
        revKeen.onRequest(() -> {
            if (images.all().size() < 60) {
                images.take("a request is under way");
            }
        });
        clock.onLook(() -> {
            if (images.all().size() < 60) {
                images.take("a write is under way");
            }
        });
    }

    /** Whether nothing had been sent for the payment that the image holds. */
    private static boolean goOn(CrashImages.Image image, FakeCheckout revKeen) throws Exception {
        try (LinkRig rig = new LinkRig(image.folder(), revKeen, TestClock.still())) {
            List<Order> found = rig.till.store().read(view -> view.recentOrders(10));
            Order order = found.isEmpty() ? rig.till.scan(io.keentill.engine.support.TestTill.TEA) : found.getFirst();
            Eventually.until(
                    "nothing is open, after " + image,
                    () -> attempts(rig, order).stream().noneMatch(a -> a.state().isOpen()));
            boolean unsent = attempts(rig, order).stream().noneMatch(PaymentAttempt::moved);
            if (unsent) {
                assertThat(attempts(rig, order))
                        .as("certainly not paid, after %s", image)
                        .allMatch(a -> a.sentAt() == null);
                Order open = rig.till.order(order.id());
                PayLink link = ((LinkResult.Begun) rig.links.show(open.id(), open.due(), CLERK)).link();
                Eventually.until(
                        "the page",
                        () -> rig.links.of(link.attemptId()).orElseThrow().url() != null);
                revKeen.customersPay();
                rig.ended(link);
            }
            Order paid = rig.till.order(order.id());
            assertThat(paid.state()).as("after %s", image).isEqualTo(OrderState.PAID);
            assertThat(paid.tenders()).as("after %s", image).hasSize(1);
            assertThat(paid.receiptNumber()).isEqualTo(1);
            assertThat(attempts(rig, order)).filteredOn(PaymentAttempt::moved).hasSize(1);
            assertThat(rig.till.outboxOf(paid)).as("after %s", image).hasSize(4);
            assertThat(JournalVerifier.verify(rig.till.store())).isInstanceOf(JournalVerdict.Intact.class);
            return unsent;
        }
    }

    private static List<PaymentAttempt> attempts(LinkRig rig, Order order) throws Exception {
        return rig.till.store().read(view -> view.attemptsOf(order.id()));
    }
}
