package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.engine.Waits;
import io.keentill.engine.status.TillStatus.Connection;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncTest {

    private CloudRig rig;
    private FakeRevKeen revKeen;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        revKeen = new FakeRevKeen();
        rig = new CloudRig(folder, revKeen);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aCashSaleArrivesInItsSequence() throws Exception {
        Order sale = rig.till.sellForCash();
        rig.online().drained();

        assertThat(writes())
                .containsExactly(
                        "PUT /v2/customers/external/keentill/walk-in",
                        "PUT /v2/invoices/external/keentill/" + sale.id(),
                        "POST /v2/invoices/inv-1/finalize",
                        "POST /v2/orders",
                        "POST /v2/invoices/inv-1/pay");
        assertThat(revKeen.orders().getFirst()).containsEntry("total", 250L).containsEntry("invoice_id", "inv-1");
        assertThat(revKeen.payments().getFirst())
                .containsEntry("amount", 250L)
                .containsEntry("payment_method_type", "cash");
        assertThat(rig.isDone(sale)).isTrue();
        assertThat(rig.cloud().connection()).isEqualTo(Connection.ONLINE);
    }

    @Test
    void aCardSaleIsAnsweredFromTheStoreAndNotChargedAgain() throws Exception {
        Order sale = rig.till.sellByCard();
        rig.online().drained();

        Map<String, Object> payment = revKeen.terminalPayments().getFirst();
        assertThat(payment)
                .containsEntry("status", "approved")
                .containsEntry("device_id", "dev-1")
                .containsEntry("reference", rig.till.attemptOf(sale).reference());
        assertThat(rig.terminal.performs()).isEqualTo(1);
        assertThat(rig.terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void withoutAChannelTheCardIsRecordedOnTheInvoice() throws Exception {
        revKeen.withoutChannel();
        Order sale = rig.till.sellByCard();
        rig.online().drained();
        assertThat(revKeen.terminalPayments()).isEmpty();
        assertThat(revKeen.payments().getFirst())
                .containsEntry("amount", 250L)
                .containsEntry(
                        "metadata", Map.of("reference", rig.till.attemptOf(sale).reference()));
    }

    @Test
    void aSaleIsSentWhileTheTillIsOnline() throws Exception {
        rig.online();
        Eventually.until("online", () -> rig.cloud().connection() == Connection.ONLINE);
        Order sale = rig.till.sellForCash();
        rig.drained();
        assertThat(rig.isDone(sale)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverHappensToAnAnswerEachThingIsMadeOnce(Fault fault) throws Exception {
        for (String line : List.of("PUT /v2/invoices/external", "POST /v2/invoices", "POST /v2/orders")) {
            revKeen.fault(1, r -> r.line().startsWith(line), fault);
        }
        revKeen.fault(1, r -> r.path().endsWith("/pay"), fault);
        rig.till.sellForCash();
        rig.online().drained();

        for (String line : List.of("PUT /v2/invoices/external", "POST /v2/orders")) {
            List<Request> tries = revKeen.requests(line);
            assertThat(tries).hasSize(2);
            assertThat(tries.get(1).headers().get("Idempotency-Key"))
                    .isEqualTo(tries.get(0).headers().get("Idempotency-Key"));
            assertThat(tries.get(1).body()).isEqualTo(tries.get(0).body());
        }
        assertThat(revKeen.invoices()).hasSize(1);
        assertThat(revKeen.orders()).hasSize(1);
        assertThat(revKeen.payments()).hasSize(1);
    }

    @Test
    void serverErrorsAreTriedAgain() throws Exception {
        revKeen.refuse(2, CloudRig.ORDERS, 503, "<html>maintenance</html>");
        rig.till.sellForCash();
        rig.online().drained();
        assertThat(revKeen.requests("POST /v2/orders")).hasSize(3);
        assertThat(revKeen.orders()).hasSize(1);
    }

    @Test
    void aPauseThatRevKeenAsksForIsKeptEvenWhenThereIsSomethingNew() throws Exception {
        List<Long> arrivals = new CopyOnWriteArrayList<>();
        revKeen.fault(1, r -> !r.method().equals("GET") && !arrivals.add(System.nanoTime()), Fault.DROP_REQUEST);
        revKeen.refuse(1, CloudRig.ORDERS, 429, "{\"error\":\"rate_limited\"}", "Retry-After: 2");
        CountDownLatch rests = rests();
        rig.till.sellForCash();
        rig.online();
        assertThat(rests.await(60, TimeUnit.SECONDS)).as("the till has heard").isTrue();
        int before = writes().size();
        rig.till.sellForCash();
        rig.cloud().syncNow();
        Eventually.until("the next request", () -> writes().size() > before);
        assertThat(arrivals.get(before) - arrivals.get(before - 1))
                .as("counted where they arrive, and from before the till has heard")
                .isGreaterThanOrEqualTo(2_000_000_000L);
        rig.drained();
        assertThat(rig.cloud().connection()).isEqualTo(Connection.ONLINE);
    }

    /** Down once the sync waits for longer than for its turn, and for less than where it has nothing to do. */
    private CountDownLatch rests() {
        CountDownLatch rests = new CountDownLatch(1);
        rig.waits = new Waits() {
            @Override
            public long nanos() {
                return Waits.REAL.nanos();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Waits.REAL.sleep(time);
            }

            @Override
            public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
                boolean rest =
                        longest.compareTo(Duration.ofSeconds(1)) > 0 && longest.compareTo(Duration.ofSeconds(5)) < 0;
                if (rest && Thread.currentThread().getName().equals("sync")) {
                    rests.countDown();
                }
                return Waits.REAL.acquire(wake, longest);
            }
        };
        return rests;
    }

    @Test
    void aRefusedKeyStopsNothingForGood() throws Exception {
        revKeen.refuse(1_000, CloudRig.ANY, 401, "{\"error\":{\"message\":\"Invalid API key\"}}");
        rig.till.sellForCash();
        rig.online();
        Eventually.until("refused", () -> rig.cloud().connection() == Connection.KEY_REFUSED);
        assertThat(rig.cloud().connectionMessage()).contains("Invalid API key").contains("Set a valid key");
        assertThat(rig.tasks()).isEmpty();
        revKeen.heal();
        rig.drained();
        assertThat(revKeen.orders()).hasSize(1);
    }

    @Test
    void aKeyRefusedInTheMiddleOfASaleMakesNoTask() throws Exception {
        revKeen.refuse(2, CloudRig.ORDERS, 401, "{\"error\":{\"message\":\"Expired\"}}");
        rig.till.sellForCash();
        rig.online();
        rig.drained();
        assertThat(revKeen.requests("POST /v2/orders")).hasSize(3);
        assertThat(rig.journalled("outbox.task")).isZero();
    }

    @Test
    void aRefusalForGoodIsATaskWithWordsAndTheOthersGoOn() throws Exception {
        Order bad = rig.till.sellForCash();
        revKeen.refuse(
                1_000,
                r -> r.path().endsWith(bad.id()),
                422,
                "{\"error\":{\"code\":\"invalid_total\",\"message\":\"Totals do not add up\"}}");
        Order good = rig.till.sellForCash();
        rig.online();
        Eventually.until("the other sale is done", () -> rig.isDone(good));
        Eventually.until("a task", () -> !rig.tasks().isEmpty());
        OutboxRow task = rig.tasks().getFirst();
        assertThat(task.saleId()).isEqualTo(bad.id());
        assertThat(task.problem()).contains("Totals do not add up").contains("422");
        assertThat(revKeen.requests("PUT /v2/invoices/external/keentill/" + bad.id()))
                .hasSize(1);
        assertThat(rig.journalled("outbox.task")).isEqualTo(1);
    }

    @Test
    void aRefusalThatNobodyCanReadIsNotBelievedAtOnce() throws Exception {
        revKeen.refuse(3, CloudRig.ORDERS, 422, "<html>Welcome to our hotel");
        rig.till.sellForCash();
        rig.online().drained();
        assertThat(rig.journalled("outbox.task")).isZero();
        assertThat(revKeen.orders()).hasSize(1);

        revKeen.refuse(1_000, CloudRig.ORDERS, 422, "");
        rig.till.sellForCash();
        Eventually.until("a task in the end", () -> {
            rig.clock.jump(Duration.ofMinutes(1));
            rig.cloud().syncNow();
            return rig.tasks().size() == 1;
        });
        assertThat(revKeen.requests("POST /v2/orders")).hasSize(4 + 6);
        assertThat(rig.tasks().getFirst().problem()).contains("422");
    }

    @Test
    void aMissingPermissionHoldsBackWhatNeedsItAndNothingElse() throws Exception {
        String denied = "{\"error\":{\"code\":\"permission_denied\",\"message\":\"orders:write is missing\"}}";
        revKeen.refuse(1_000, CloudRig.ORDERS, 403, denied);
        rig.till.sellForCash();
        rig.online();
        Eventually.until(
                "it is said", () -> rig.cloud().connectionMessage().toString().contains("orders:write is missing"));
        for (int i = 0; i < 4; i++) {
            rig.till.sellForCash();
        }
        Eventually.until("everything else is done", () -> {
            rig.cloud().wake();
            return revKeen.requests("POST /v2/invoices/inv").size() >= 5;
        });
        assertThat(rig.cloud().connection()).isEqualTo(Connection.ONLINE);
        int tries = revKeen.requests("POST /v2/orders").size();
        assertThat(tries).as("not each sale asks").isLessThanOrEqualTo(3);
        assertThat(rig.tasks()).isEmpty();

        revKeen.heal();
        rig.clock.jump(Duration.ofMinutes(11));
        rig.drained();
        assertThat(revKeen.orders()).hasSize(5);
        assertThat(revKeen.payments()).hasSize(5);
        List<Request> orders = revKeen.requests("POST /v2/orders");
        assertThat(orders.stream().map(r -> r.headers().get("Idempotency-Key")))
                .as("RevKeen keeps refusals under their key")
                .doesNotHaveDuplicates();
        assertThat(rig.cloud().connectionMessage()).isEmpty();
    }

    @Test
    void aTaskIsTriedAgainUnderANewKeyWhenSomebodySaysSo() throws Exception {
        revKeen.refuse(1, CloudRig.ORDERS, 422, "{\"error\":{\"message\":\"Not now\"}}");
        Order sale = rig.till.sellForCash();
        rig.online();
        Eventually.until("a task", () -> !rig.tasks().isEmpty());
        SyncTasks tasks = new SyncTasks(rig.till.store());
        SyncTasks.Task task = tasks.list().getFirst();
        assertThat(task.sale()).isEqualTo(sale.reference());
        assertThat(task.problem()).contains("Not now");
        assertThat(tasks.retry(task.id(), "mia")).isEmpty();
        rig.drained();
        assertThat(revKeen.orders()).hasSize(1);
        List<Request> tries = revKeen.requests("POST /v2/orders");
        assertThat(tries).hasSize(2);
        assertThat(tries.get(1).headers().get("Idempotency-Key"))
                .isNotEqualTo(tries.get(0).headers().get("Idempotency-Key"));
        assertThat(rig.journalled("outbox.retried")).isEqualTo(1);
        assertThat(tasks.retry(task.id(), "mia")).as("it is no task any more").isPresent();
    }

    @Test
    void aTaskThatIsDismissedLetsTheRestOfItsSaleGoOn() throws Exception {
        revKeen.refuse(1_000, CloudRig.ORDERS, 422, "{\"error\":{\"message\":\"Never\"}}");
        rig.till.sellForCash();
        rig.online();
        Eventually.until("a task", () -> !rig.tasks().isEmpty());
        SyncTasks tasks = new SyncTasks(rig.till.store());
        assertThat(tasks.dismiss(rig.tasks().getFirst().id(), "mia", " ")).isPresent();
        assertThat(tasks.dismiss(rig.tasks().getFirst().id(), "mia", "made by hand"))
                .isEmpty();
        rig.drained();
        assertThat(revKeen.orders()).isEmpty();
        assertThat(revKeen.payments()).hasSize(1);
        assertThat(rig.journalled("outbox.dismissed")).isEqualTo(1);
    }

    @Test
    void whoDismissesAnInvoiceDismissesWhatNeedsIt() throws Exception {
        Order sale = rig.till.sellForCash();
        revKeen.refuse(1_000, r -> r.path().endsWith(sale.id()), 422, "{\"error\":{\"message\":\"Never\"}}");
        rig.online();
        Eventually.until("a task", () -> !rig.tasks().isEmpty());
        assertThat(new SyncTasks(rig.till.store())
                        .dismiss(rig.tasks().getFirst().id(), "mia", "made by hand"))
                .isEmpty();
        assertThat(rig.isDone(sale)).isTrue();
        assertThat(rig.journalled("outbox.dismissed")).isEqualTo(4);
    }

    @Test
    void whatIsPaidByHandMeanwhileIsAdoptedThoughItIsRefused() throws Exception {
        revKeen.refuse(1, r -> r.path().endsWith("/finalize"), 400, "{\"error\":{\"message\":\"not draft\"}}");
        revKeen.finalizedElsewhere();
        rig.till.sellForCash();
        rig.online().drained();
        assertThat(rig.journalled("outbox.adopted")).isEqualTo(1);
        assertThat(revKeen.payments()).hasSize(1);
    }

    @Test
    void aRequestThatIsNeverAnsweredLetsOthersGo() throws Exception {
        Order stuck = rig.till.sellForCash();
        revKeen.fault(1_000, r -> r.path().endsWith(stuck.id()), Fault.DROP_REQUEST);
        Order other = rig.till.sellForCash();
        rig.online();
        Eventually.until("the other is through", () -> {
            rig.cloud().syncNow();
            return rig.isDone(other);
        });
    }

    @Test
    void otherCredentialsHaveOtherIdempotencyKeys() throws Exception {
        // The order arrives, its answer does not; then the till gets another API key, under which the old key means
        // nothing.
        revKeen.goesAwayWith(CloudRig.ORDERS, Fault.DROP_ANSWER);
        rig.till.sellForCash();
        rig.online();
        rig.arrived("POST /v2/orders", 1);
        rig.restart();
        revKeen.forgetKeys();
        revKeen.comesBack();
        Cloud.credentialsAre(rig.till.store(), "rk_sandbox_other");
        rig.online().drained();
        assertThat(revKeen.orders()).hasSize(1);
        assertThat(rig.journalled("outbox.adopted")).isEqualTo(1);
    }

    @Test
    void aBusyOrAbsentDeviceIsTriedLater() throws Exception {
        revKeen.refuse(1, r -> r.line().equals("POST /v2/terminal-payments"), 409, "{\"error\":\"device_busy\"}");
        revKeen.refuse(
                1,
                r -> r.line().equals("POST /v2/terminal-payments"),
                422,
                "{\"error\":{\"code\":\"device_offline\",\"message\":\"Offline\"}}");
        rig.till.sellByCard();
        rig.online().drained();
        assertThat(revKeen.requests("POST /v2/terminal-payments")).hasSize(3);
        assertThat(revKeen.terminalPayments()).hasSize(1);
        assertThat(rig.journalled("outbox.task")).isZero();
    }

    @Test
    void aRefusedQuestionHowACardPaymentEndedIsAskedAgain() throws Exception {
        revKeen.refuse(
                2,
                r -> r.line().startsWith("GET /v2/terminal-payments"),
                422,
                "{\"error\":{\"code\":\"unprocessable\",\"message\":\"not now\"}}");
        rig.till.sellByCard();
        rig.online().drained();
        assertThat(rig.journalled("outbox.task"))
                .as("what was asked was refused, not the payment")
                .isZero();
        assertThat(revKeen.terminalPayments()).hasSize(1);
    }

    @Test
    void aRefusalIsNoTaskWhileNobodyCanSayWhetherItIsThereAlready() throws Exception {
        revKeen.refuse(1, r -> r.line().endsWith("/pay"), 422, "{\"error\":{\"message\":\"Nothing is due\"}}");
        revKeen.refuse(1, r -> r.line().startsWith("GET /v2/payments"), 500, "");
        rig.till.sellForCash();
        rig.online().drained();
        assertThat(rig.journalled("outbox.task")).isZero();
        assertThat(revKeen.payments()).hasSize(1);
    }

    @Test
    void afterACrashBetweenSendAndAnswerTheSameBytesGoOutUnderTheSameKey() throws Exception {
        revKeen.fault(1_000, CloudRig.ORDERS, Fault.DROP_ANSWER);
        rig.till.sellForCash();
        rig.online();
        rig.arrived("POST /v2/orders", 1);
        rig.restart();
        revKeen.heal();
        rig.online().drained();

        List<Request> tries = revKeen.requests("POST /v2/orders");
        assertThat(tries).allSatisfy(r -> {
            assertThat(r.body()).isEqualTo(tries.getFirst().body());
            assertThat(r.headers().get("Idempotency-Key"))
                    .isEqualTo(tries.getFirst().headers().get("Idempotency-Key"));
        });
        assertThat(revKeen.orders()).hasSize(1);
    }

    @Test
    void fiftySalesMadeOfflineArriveOnceEach() throws Exception {
        List<Order> sales = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sales.add(i % 5 == 0 ? rig.till.sellByCard() : rig.till.sellForCash());
        }
        rig.online().drained();

        assertThat(revKeen.orders())
                .extracting(o -> String.valueOf(((Map<?, ?>) o.get("metadata")).get("keentill_order")))
                .containsExactlyInAnyOrderElementsOf(
                        sales.stream().map(Order::id).toList());
        assertThat(revKeen.orders().stream()
                        .mapToLong(o -> (long) o.get("total"))
                        .sum())
                .isEqualTo(50 * 250);
        assertThat(revKeen.payments()).hasSize(40);
        assertThat(revKeen.terminalPayments())
                .hasSize(10)
                .allMatch(p -> p.get("status").equals("approved"));
        assertThat(revKeen.requests("PUT /v2/customers")).hasSize(1);
        assertThat(rig.terminal.performs()).isEqualTo(10);
    }

    private List<String> writes() {
        return revKeen.requests().stream()
                .filter(r -> !r.method().equals("GET"))
                .map(Request::line)
                .toList();
    }
}
