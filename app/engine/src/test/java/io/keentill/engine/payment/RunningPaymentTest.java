package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.domain.order.Order;
import io.keentill.engine.TillEvent;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a payment is on the terminal: what is told, and who may stop it or do something else meanwhile. */
class RunningPaymentTest {

    private static final Progress CARD = new Progress(Progress.Stage.WAITING_FOR_CARD, "Present card");

    private final FakeTerminal terminal = new FakeTerminal().able(Capability.CANCEL, Capability.QUERY_BY_REFERENCE);
    private final CountDownLatch atDriver = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService clerk = Executors.newVirtualThreadPerTaskExecutor();
    private TestTill till;
    private Order order;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        order = till.scan(TEA);
    }

    @AfterEach
    void close() throws Exception {
        goOn.countDown();
        end.countDown();
        clerk.close();
        till.close();
    }

    /** The driver has the payment, then works on it, then ends it approved; each when the test says so. */
    private Future<CardResult> pays() throws Exception {
        terminal.then((request, monitor, t) -> {
            atDriver.countDown();
            await(goOn);
            Scripts.sending(request, monitor);
            monitor.progress(CARD);
            monitor.progress(CARD);
            asked.countDown();
            await(end);
            Outcome outcome = Scripts.approval(request);
            t.acquirer().record(request.reference(), outcome);
            return outcome;
        });
        Future<CardResult> paid = clerk.submit(() -> till.payCard(order));
        await(atDriver);
        return paid;
    }

    @Test
    void aCancelThatCameBeforeTheDriverBeganIsAskedForOnceMore() throws Exception {
        Future<CardResult> paid = pays();
        till.payments().requestCancel();
        assertThat(terminal.cancels()).isEqualTo(1);
        goOn.countDown();
        await(asked);
        assertThat(terminal.cancels())
                .as("once more, not with each word of the terminal")
                .isEqualTo(2);
        end.countDown();
        assertThat(paid.get(10, TimeUnit.SECONDS)).isInstanceOf(CardResult.Paid.class);
    }

    @Test
    void whatTheTerminalDoesIsToldAndNobodyIsStoppedUnasked() throws Exception {
        Future<CardResult> paid = pays();
        goOn.countDown();
        await(asked);
        String reference = till.payments().running().orElseThrow();
        assertThat(till.told()).contains(new TillEvent.PaymentProgress(reference, CARD));
        assertThat(terminal.cancels()).isZero();
        till.payments().cancelIfRunning("ANOTHER000");
        assertThat(terminal.cancels()).isZero();
        till.payments().cancelIfRunning(reference);
        assertThat(terminal.cancels()).isEqualTo(1);
        end.countDown();
        paid.get(10, TimeUnit.SECONDS);
        assertThat(till.payments().running()).isEmpty();
        till.payments().requestCancel();
        till.payments().cancelIfRunning(reference);
        assertThat(terminal.cancels()).as("nothing runs any more").isEqualTo(1);
    }

    @Test
    void theTerminalDoesNothingElseMeanwhile() throws Exception {
        Future<CardResult> paid = pays();
        assertThat(till.payments().whileIdle(() -> "done")).isEmpty();
        assertThat(till.payments().whileNoneRuns(() -> true)).isFalse();
        goOn.countDown();
        end.countDown();
        paid.get(10, TimeUnit.SECONDS);
        assertThat(till.payments().whileIdle(() -> "done")).contains("done");
        assertThat(clerk.submit(() -> till.payments().whileIdle(() -> "again")).get(10, TimeUnit.SECONDS))
                .as("whoever was idle has let go")
                .contains("again");
        assertThat(till.payments().whileNoneRuns(() -> true)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
