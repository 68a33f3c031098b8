package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.support.Acquirer;
import io.keentill.engine.support.CrashImages;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The till dies at every step of a payment that RevKeen commands, starts again on what was on the disk, and gets the same
 * command again, twice: the card is charged at most once, the journal shows one intent, and every answer is the same.
 */
class CommandCrashTest {

    private static final String REFERENCE = "CLOUD1";
    private static final RemoteCommand SALE = RemoteCommand.sale(REFERENCE, pounds(300));

    @TempDir
    private Path home;

    @Test
    void anApprovedPayment() throws Exception {
        crashEverywhere(SALE, terminal -> {}, 12);
    }

    @Test
    void aDeclinedPayment() throws Exception {
        crashEverywhere(SALE, terminal -> terminal.then(Scripts.decline()), 9);
    }

    @Test
    void aPaymentWhoseAnswerIsLost() throws Exception {
        crashEverywhere(SALE, terminal -> terminal.then(Scripts.answerLost(Scripts::approval)), 9);
    }

    @Test
    void anApprovedRefund() throws Exception {
        crashEverywhere(back(PaymentKind.REFUND, 100), terminal -> {}, 12);
    }

    @Test
    void aDeclinedRefund() throws Exception {
        crashEverywhere(back(PaymentKind.REFUND, 100), terminal -> terminal.then(Scripts.decline()), 9);
    }

    @Test
    void aRefundWhoseAnswerIsLost() throws Exception {
        crashEverywhere(
                back(PaymentKind.REFUND, 100), terminal -> terminal.then(Scripts.answerLost(Scripts::approval)), 9);
    }

    @Test
    void aRefundThatNeverReachesTheTerminal() throws Exception {
        crashEverywhere(back(PaymentKind.REFUND, 100), terminal -> terminal.then(Scripts.requestLost()), 9);
    }

    @Test
    void anApprovedVoid() throws Exception {
        crashEverywhere(back(PaymentKind.REVERSAL, 250), terminal -> {}, 12);
    }

    @Test
    void aVoidWhoseAnswerIsLost() throws Exception {
        crashEverywhere(
                back(PaymentKind.REVERSAL, 250), terminal -> terminal.then(Scripts.answerLost(Scripts::approval)), 9);
    }

    /** Of the one sale that the till has made. */
    private static RemoteCommand back(PaymentKind kind, long pence) {
        return new RemoteCommand(REFERENCE, kind, pounds(pence), "the sale");
    }

    private static FakeTerminal able(FakeTerminal terminal) {
        return terminal.able(
                Capability.CANCEL, Capability.QUERY_BY_REFERENCE, Capability.LINKED_REFUND, Capability.REVERSAL);
    }

    private void crashEverywhere(RemoteCommand wanted, Consumer<FakeTerminal> script, int atLeast) throws Exception {
        TestClock clock = TestClock.still();
        FakeTerminal terminal = able(new FakeTerminal());
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        RemoteCommand command;
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            String sale = till.attemptOf(till.sellByCard()).reference();
            command = wanted.original() == null
                    ? wanted
                    : new RemoteCommand(wanted.reference(), wanted.kind(), wanted.amount(), sale);
            script.accept(terminal);
            clock.onLook(() -> images.take("a write is under way"));
            terminal.atCheckpoints(images::take);
            till.events()
                    .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
            till.payments().execute(command);
            clock.onLook(() -> {});
            images.take("answered");
        }
        assertThat(images.all()).as("steps at which the till died").hasSizeGreaterThanOrEqualTo(atLeast);
        for (CrashImages.Image image : images.all()) {
            comesAgain(image, command);
        }
    }

    private static void comesAgain(CrashImages.Image image, RemoteCommand command) throws Exception {
        Acquirer bank = image.acquirer().copy();
        FakeTerminal terminal = able(new FakeTerminal(bank));
        try (TestTill till = TestTill.open(image.folder(), TestClock.still(), terminal)) {
            try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(1))) {
                Eventually.until("idle after " + image, recovery::resolveAll);
            }
            PaymentAttempt first = carriedOut(till, command);
            PaymentAttempt second = carriedOut(till, command);
            assertThat(second).as("the answer after %s", image).isEqualTo(first);
            assertThat(first.state().isOpen()).as("open after %s", image).isFalse();
            assertThat(bank.references())
                    .filteredOn(REFERENCE::equals)
                    .as("movements after %s", image)
                    .hasSizeLessThanOrEqualTo(1);
            long moved = command.kind() == PaymentKind.SALE
                    ? command.amount().minor()
                    : -command.amount().minor();
            assertThat(bank.taken())
                    .as("money after %s", image)
                    .isEqualTo(250 + (first.state() == AttemptState.APPROVED ? moved : 0));
            List<String> intents = till.store().read(view -> view.journal(0, 1_000)).stream()
                    .filter(entry -> entry.type().equals("payment.intended"))
                    .map(entry -> entry.detail())
                    .filter(detail -> detail.contains(REFERENCE))
                    .toList();
            assertThat(intents).as("journal after %s", image).hasSize(1);
            assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
        }
    }

    private static PaymentAttempt carriedOut(TestTill till, RemoteCommand command) throws Exception {
        return ((Payments.CommandResult.Known) till.payments().execute(command)).attempt();
    }
}
