package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

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

    @TempDir
    private Path home;

    @Test
    void anApprovedPayment() throws Exception {
        crashEverywhere(terminal -> {}, 12);
    }

    @Test
    void aDeclinedPayment() throws Exception {
        crashEverywhere(terminal -> terminal.then(Scripts.decline()), 9);
    }

    @Test
    void aPaymentWhoseAnswerIsLost() throws Exception {
        crashEverywhere(terminal -> terminal.then(Scripts.answerLost(Scripts::approval)), 9);
    }

    private void crashEverywhere(Consumer<FakeTerminal> script, int atLeast) throws Exception {
        TestClock clock = TestClock.still();
        FakeTerminal terminal = new FakeTerminal();
        script.accept(terminal);
        CrashImages images = new CrashImages(home.resolve("till"), home.resolve("images"), terminal.acquirer());
        try (TestTill till = TestTill.open(home.resolve("till"), clock, terminal)) {
            clock.onLook(() -> images.take("a write is under way"));
            terminal.atCheckpoints(images::take);
            till.events()
                    .subscribe(event -> images.take("told " + event.getClass().getSimpleName()));
            till.payments().execute(REFERENCE, PaymentKind.SALE, pounds(300));
            clock.onLook(() -> {});
            images.take("answered");
        }
        assertThat(images.all()).as("steps at which the till died").hasSizeGreaterThanOrEqualTo(atLeast);
        for (CrashImages.Image image : images.all()) {
            comesAgain(image);
        }
    }

    private static void comesAgain(CrashImages.Image image) throws Exception {
        Acquirer bank = image.acquirer().copy();
        FakeTerminal terminal = new FakeTerminal(bank);
        try (TestTill till = TestTill.open(image.folder(), TestClock.still(), terminal)) {
            try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(1))) {
                Eventually.until("idle after " + image, recovery::resolveAll);
            }
            PaymentAttempt first = command(till);
            PaymentAttempt second = command(till);
            assertThat(second).as("the answer after %s", image).isEqualTo(first);
            assertThat(first.state().isOpen()).as("open after %s", image).isFalse();
            assertThat(bank.references()).as("charges after %s", image).hasSizeLessThanOrEqualTo(1);
            long answered = first.state() == AttemptState.APPROVED ? 300 : 0;
            assertThat(bank.taken()).as("money after %s", image).isEqualTo(answered);
            List<String> intents = till.store().read(view -> view.journal(0, 1_000)).stream()
                    .filter(entry -> entry.type().equals("payment.intended"))
                    .map(entry -> entry.detail())
                    .toList();
            assertThat(intents).as("journal after %s", image).hasSize(1);
            assertThat(intents.getFirst()).contains(REFERENCE);
            assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
        }
    }

    private static PaymentAttempt command(TestTill till) throws Exception {
        Payments.CommandResult result = till.payments().execute(REFERENCE, PaymentKind.SALE, pounds(300));
        return ((Payments.CommandResult.Known) result).attempt();
    }
}
