package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.FakeRevKeen.Fault;
import io.keentill.engine.support.HttpPeer.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was sent so long ago that RevKeen has forgotten its idempotency key. */
class OldKeysTest {

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

    static Stream<String> steps() {
        return Stream.of(
                "PUT /v2/invoices/external",
                "POST /v2/invoices/inv-1/finalize",
                "POST /v2/orders",
                "POST /v2/invoices/inv-1/pay",
                "POST /v2/terminal-payments");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whatIsThereIsAdoptedAndNotMadeAgain(String step) throws Exception {
        interrupted(step, Fault.DROP_ANSWER, Duration.ofHours(24));
        // An invoice says itself whether it is there: its own bytes under its own external id cannot make a second one.
        int asked = step.startsWith("PUT") ? 1 : 0;
        List<Request> tries = revKeen.requests(step);
        assertThat(tries).hasSize(1 + asked);
        assertThat(tries.getLast().body()).isEqualTo(tries.getFirst().body());
        assertThat(rig.journalled("outbox.adopted")).isEqualTo(1);
        assertOneOfEach(step);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whatIsNotThereIsMadeUnderTheKeyItHadForItMayStillBeOnItsWay(String step) throws Exception {
        interrupted(step, Fault.DROP_REQUEST, Duration.ofHours(24));
        List<Request> tries = revKeen.requests(step);
        assertThat(tries).hasSize(2);
        assertThat(tries.get(1).headers().get("Idempotency-Key"))
                .isEqualTo(tries.get(0).headers().get("Idempotency-Key"));
        assertThat(tries.get(1).body()).isEqualTo(tries.get(0).body());
        assertThat(rig.journalled("outbox.sent_again")).isEqualTo(1);
        assertOneOfEach(step);
    }

    @Test
    void aClockThatWasPutBackDoesNotMakeAnOldKeyYoung() throws Exception {
        interrupted("POST /v2/orders", Fault.DROP_ANSWER, Duration.ofDays(-3));
        assertThat(revKeen.requests("POST /v2/orders")).hasSize(1);
        assertThat(rig.journalled("outbox.adopted")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whatMayStillBeOnItsWayGoesAgainUnderItsKey(String step) throws Exception {
        // The clock was put back, so nobody knows how old the first one is: it may be held up in the network still.
        interrupted(step, Fault.DROP_REQUEST, Duration.ofDays(-3));
        List<Request> tries = revKeen.requests(step);
        assertThat(tries).hasSize(2);
        assertThat(tries.get(1).headers().get("Idempotency-Key"))
                .isEqualTo(tries.get(0).headers().get("Idempotency-Key"));
        assertThat(tries.get(1).body()).isEqualTo(tries.get(0).body());
        assertThat(rig.journalled("outbox.sent_again")).isEqualTo(1);
        assertThat(rig.journalled("outbox.new_key")).isZero();
        assertOneOfEach(step);
    }

    @Test
    void aCardRecordedOnTheInvoiceIsAdoptedAsPaid() throws Exception {
        revKeen.withoutChannel();
        interrupted("POST /v2/invoices/inv-1/pay", Fault.DROP_ANSWER, Duration.ofHours(24));
        assertThat(revKeen.payments()).hasSize(1);
        assertThat(rig.journalled("outbox.task")).isZero();
    }

    @Test
    void aKeyThatIsStillYoungIsUsedAgain() throws Exception {
        interrupted("POST /v2/orders", Fault.DROP_REQUEST, Duration.ofHours(22));
        List<Request> tries = revKeen.requests("POST /v2/orders");
        assertThat(tries).hasSize(2);
        assertThat(tries.get(1).headers().get("Idempotency-Key"))
                .isEqualTo(tries.get(0).headers().get("Idempotency-Key"));
    }

    @Test
    void anInvoiceThatRevKeenHasUnchangedIsAdopted() throws Exception {
        // The key is forgotten early, against all promises: the upsert is then answered as unchanged, without an id.
        revKeen.goesAwayWith(r -> r.line().startsWith("PUT /v2/invoices/external"), Fault.DROP_ANSWER);
        rig.till.sellForCash();
        rig.online();
        rig.arrived("PUT /v2/invoices/external", 1);
        revKeen.forgetKeys();
        revKeen.comesBack();
        rig.drained();
        assertThat(revKeen.requests("PUT /v2/invoices/external")).hasSize(2);
        assertThat(revKeen.invoices()).hasSize(1);
        assertThat(revKeen.orders()).hasSize(1);
    }

    @Test
    void aDeniedQuestionSaysNothingOfWhatItAsksAbout() throws Exception {
        String denied = "{\"error\":{\"code\":\"insufficient_scope\",\"message\":\"invoices:read is missing\"}}";
        revKeen.refuse(2, r -> r.line().equals("GET /v2/invoices/inv-1"), 403, denied);
        interrupted("POST /v2/orders", Fault.DROP_ANSWER, Duration.ofHours(24));
        assertThat(revKeen.requests("POST /v2/orders"))
                .as("made anew without having asked it would be there twice")
                .hasSize(1);
        assertThat(rig.journalled("outbox.adopted")).isEqualTo(1);
        assertOneOfEach("POST /v2/orders");
    }

    @Test
    void aRefusedQuestionIsAskedAgain() throws Exception {
        String refused = "{\"error\":{\"code\":\"unprocessable\",\"message\":\"not now\"}}";
        revKeen.refuse(2, r -> r.line().equals("GET /v2/invoices/inv-1"), 422, refused);
        interrupted("POST /v2/orders", Fault.DROP_ANSWER, Duration.ofHours(24));
        assertThat(revKeen.requests("POST /v2/orders")).hasSize(1);
        assertThat(rig.journalled("outbox.task")).isZero();
        assertOneOfEach("POST /v2/orders");
    }

    @Test
    void aRefusedQuestionDoesNotMakeAYoungRequestOld() throws Exception {
        String refused = "{\"error\":{\"code\":\"unprocessable\",\"message\":\"not now\"}}";
        revKeen.refuse(1, r -> r.line().equals("GET /v2/invoices/inv-1"), 422, refused);
        // Nobody knows how old the first one is: it may be held up in the network still, so its key must stay its key.
        interrupted("POST /v2/orders", Fault.DROP_REQUEST, Duration.ofDays(-3));
        List<Request> tries = revKeen.requests("POST /v2/orders");
        assertThat(tries).hasSize(2);
        assertThat(tries.get(1).headers().get("Idempotency-Key"))
                .isEqualTo(tries.get(0).headers().get("Idempotency-Key"));
    }

    @Test
    void aQuestionThatIsRefusedForGoodIsATask() throws Exception {
        String refused = "{\"error\":{\"code\":\"unprocessable\",\"message\":\"never\"}}";
        revKeen.refuse(1_000, r -> r.line().equals("GET /v2/invoices/inv-1"), 422, refused);
        revKeen.goesAwayWith(r -> r.line().startsWith("POST /v2/orders"), Fault.DROP_ANSWER);
        rig.till.sellForCash();
        rig.online();
        rig.arrived("POST /v2/orders", 1);
        rig.restart();
        rig.clock.jump(Duration.ofHours(24));
        revKeen.forgetKeys();
        revKeen.comesBack();
        rig.online();
        Eventually.until("a task", () -> {
            rig.clock.jump(Duration.ofMinutes(2));
            rig.cloud().syncNow();
            return !rig.tasks().isEmpty();
        });
        assertThat(rig.tasks().getFirst().problem()).contains("could not be asked", "never");
        assertThat(revKeen.requests("POST /v2/orders")).hasSize(1);
    }

    private void interrupted(String step, Fault fault, Duration away) throws Exception {
        revKeen.goesAwayWith(r -> r.line().startsWith(step), fault);
        boolean card = step.contains("terminal") || (step.endsWith("/pay") && !channel());
        if (card) {
            rig.till.sellByCard();
        } else {
            rig.till.sellForCash();
        }
        rig.online();
        rig.arrived(step, 1);
        rig.restart();
        revKeen.comesBack();
        rig.clock.jump(away);
        if (away.abs().compareTo(Duration.ofHours(24)) >= 0) {
            revKeen.forgetKeys();
        }
        rig.online().drained();
    }

    private boolean channel() {
        return revKeen.offersChannel();
    }

    private void assertOneOfEach(String step) throws Exception {
        boolean card = step.contains("terminal");
        assertThat(revKeen.invoices()).hasSize(1);
        assertThat(revKeen.orders()).hasSize(1);
        assertThat(revKeen.payments()).hasSize(card ? 0 : 1);
        assertThat(revKeen.terminalPayments()).hasSize(card ? 1 : 0);
        assertThat(rig.terminal.performs()).isEqualTo(card ? 1 : 0);
        Eventually.until("no tasks", () -> rig.tasks().isEmpty());
    }
}
