package io.keentill.engine.paylink;

import static io.keentill.engine.support.TestTill.CLERK;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.shop.Role;
import io.keentill.engine.Waits;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.engine.payment.Overrides;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeCheckout;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A till with its links on a RevKeen of its own, for which time passes five hundred times as fast. */
final class LinkRig implements AutoCloseable {

    private static final int HASTE = 500;

    private static final Waits HURRIED = new Waits() {
        @Override
        public long nanos() {
            return System.nanoTime() * HASTE;
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.dividedBy(HASTE));
        }

        @Override
        public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
            // However long: a test may move the clock that the wait is counted by.
            return wake.tryAcquire(Math.min(longest.toNanos() / HASTE, 20_000_000), TimeUnit.NANOSECONDS);
        }
    };

    final FakeCheckout revKeen;
    final TestTill till;
    final RevKeen api;
    final PayLinks links;

    LinkRig(Path folder, FakeCheckout revKeen, TestClock clock) throws Exception {
        this.revKeen = revKeen;
        this.till = TestTill.open(folder, clock, new FakeTerminal());
        this.api = RevKeen.at(
                revKeen.url(),
                "rk_sandbox_test",
                RevKeenOptions.builder().readRetry(RetryPolicy.once()).build());
        this.links = new PayLinks(till.payments().links(), api, till.ids(), clock, HURRIED, till.events());
        links.start();
    }

    /** Shows a link for all of a new sale of one tea. */
    PayLink shown() {
        Order order = till.scan(TestTill.TEA);
        return ((LinkResult.Begun) links.show(order.id(), order.due(), CLERK)).link();
    }

    /** The same, and waits for its page. */
    PayLink opened() throws Exception {
        PayLink link = shown();
        Eventually.until(
                "the page", () -> links.of(link.attemptId()).map(PayLink::url).isPresent());
        return links.of(link.attemptId()).orElseThrow();
    }

    PaymentAttempt ended(PayLink link) throws Exception {
        Eventually.until(
                "the outcome", () -> !till.attempt(link.attemptId()).state().isOpen());
        return till.attempt(link.attemptId());
    }

    /** A manager decides about it, who is taken on for that; it must be in doubt. */
    void decide(PayLink link, Evidence evidence) throws Exception {
        till.staff().add("Max", Role.MANAGER, "4711");
        OverrideResult result =
                new Overrides(till.payments(), Waits.REAL, till.staff()).decide(link.attemptId(), evidence, "4711");
        if (!(result instanceof OverrideResult.Decided)) {
            throw new AssertionError("Not decided: " + result);
        }
    }

    /** RevKeen's word on what was decided. */
    ManagerDecision.Word word(PayLink link) throws Exception {
        return till.store()
                .read(view -> view.decision(link.attemptId()))
                .orElseThrow()
                .word();
    }

    @Override
    public void close() throws Exception {
        links.close();
        api.close();
        till.close();
    }
}
