package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.engine.Waits;
import io.keentill.engine.account.Accounts;
import io.keentill.engine.account.Readiness;
import io.keentill.engine.account.TakeResult;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.HeldWay;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.engine.support.Scripts;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.invoices.Comment;
import io.keentill.revkeen.invoices.Invoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tills at one invoice, one of which RevKeen answers slowly: only who takes no money lets go of it. */
class InvoiceLateTest {

    private InvoiceRig world;
    private CloudRig rig;
    private CloudRig other;
    private HeldWay way;
    private RevKeen slow;
    private final Patience patience = new Patience();

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        world = new InvoiceRig(home);
        rig = world.rig;
        rig.online();
        other = world.till(home, "till-2");
        other.online();
        way = new HeldWay(world.sandbox.baseUrl());
        slow = RevKeen.at(way.url(), world.sandbox.key());
    }

    @AfterEach
    void stop() throws Exception {
        slow.close();
        way.close();
        other.close();
        world.close();
    }

    @Test
    void whoWasToldToGoOnForWantOfAnAnswerLetsGoOfNothing() throws Exception {
        Invoice invoice = world.open(2500);
        Order here = world.taken(invoice);
        Order there = takenThere(invoice);
        HeldWay.Held list = way.hold(InvoiceLateTest::isList);
        CompletableFuture<Readiness> pressed = CompletableFuture.supplyAsync(() -> slowly().ready(here.id()));
        list.awaited();
        claimedThere(invoice, there); // it is about to be stopped by the claim of this till
        patience.ends();
        assertThat(pressed.join()).isInstanceOf(Readiness.Clear.class);
        rig.terminal.then(Scripts.answerLost(Scripts::approval));
        assertThat(rig.till.payments().pay(here.id(), here.due(), CLERK)).isInstanceOf(CardResult.NotKnown.class);
        list.goesOn();
        Eventually.until("the late answer is heard", patience::isAnswered);
        assertThat(InvoiceRig.accounts(other).ready(there.id()))
                .as("the card is being charged here")
                .isInstanceOf(Readiness.Stopped.class);
        assertThat(other.till.selling().payCash(pounds(2500), CLERK)).isInstanceOf(SaleChange.Refused.class);
    }

    @Test
    void whoSawAnotherIsStoppedHoweverLongItTakesToLetGo() throws Exception {
        Invoice invoice = world.open(2500);
        Order here = world.taken(invoice);
        Order there = takenThere(invoice);
        assertThat(InvoiceRig.accounts(other).ready(there.id())).isInstanceOf(Readiness.Clear.class);
        HeldWay.Held withdrawal = way.hold(request -> request.text().contains("no longer"));
        CompletableFuture<Readiness> pressed = CompletableFuture.supplyAsync(() -> slowly().ready(here.id()));
        withdrawal.awaited();
        patience.ends();
        assertThat(pressed.join()).isInstanceOf(Readiness.Stopped.class);
        assertThat(rig.till.selling().payCash(pounds(2500), CLERK)).isInstanceOf(SaleChange.Refused.class);
        withdrawal.goesOn();
        Eventually.until("it lets go in the end", () -> withdrawalsHere(invoice) == 1);
    }

    /** Else the other, which lets go in that moment too, would be the one that finds the invoice free. */
    @Test
    void aSaleWithMoneyOnItLetsGoOfNothingWhenItIsStopped() throws Exception {
        Invoice invoice = world.open(2500);
        Order here = world.taken(invoice);
        Order there = takenThere(invoice);
        world.clear(here);
        assertThat(rig.till.selling().payCash(pounds(1000), CLERK)).isInstanceOf(SaleChange.PartPaid.class);
        claimedThere(invoice, there);
        assertThat(world.stopped(here)).contains("another till");
        assertThat(withdrawalsHere(invoice)).isZero();
        assertThat(InvoiceRig.accounts(other).ready(there.id())).isInstanceOf(Readiness.Stopped.class);
    }

    @Test
    void aSaleWhosePaymentIsInDoubtLetsGoOfNothingWhenItIsStopped() throws Exception {
        Invoice invoice = world.open(2500);
        Order here = world.taken(invoice);
        Order there = takenThere(invoice);
        world.clear(here);
        rig.terminal.then(Scripts.answerLost(Scripts::approval));
        assertThat(rig.till.payments().pay(here.id(), here.due(), CLERK)).isInstanceOf(CardResult.NotKnown.class);
        claimedThere(invoice, there);
        assertThat(world.stopped(here)).contains("another till");
        assertThat(withdrawalsHere(invoice)).isZero();
        assertThat(InvoiceRig.accounts(other).ready(there.id())).isInstanceOf(Readiness.Stopped.class);
    }

    private Order takenThere(Invoice invoice) {
        return ((TakeResult.Taken) InvoiceRig.accounts(other).take(invoice.id(), CLERK)).order();
    }

    /** What the other till says when it is asked to pay, before it looks who else did. */
    private void claimedThere(Invoice invoice, Order there) {
        world.office
                .invoices()
                .comment(
                        invoice.id(),
                        "Keentill: being paid at the till Till (till-2), sale " + there.reference() + ".",
                        true)
                .send()
                .orThrow();
    }

    private long withdrawalsHere(Invoice invoice) {
        List<Comment> told =
                world.office.invoices().comments(invoice.id(), true).all(99).orThrow();
        return told.stream()
                .filter(one ->
                        one.content().contains("no longer") && one.content().contains("(till-1)"))
                .count();
    }

    private static boolean isList(Request request) {
        return request.method().equals("GET") && request.path().endsWith("/comments");
    }

    /** The till's desk on the slow way to RevKeen. */
    private Accounts slowly() {
        return new Accounts(
                rig.till.store(),
                new RemoteAccounts(slow, patience, new InvoiceClaim(slow, rig.till.ids(), patience, "Till", "till-1")),
                rig.till.ids(),
                rig.clock,
                rig.till.events(),
                GBP,
                ReceiptWords.of(Locale.UK));
    }

    /** Whoever waits for an answer waits until it is there or the test says that it took too long. */
    private static final class Patience implements Waits {

        private static final long LOOK_MILLIS = 5;

        private volatile boolean over;
        private volatile Semaphore asked = new Semaphore(0);

        void ends() {
            over = true;
        }

        /** Whether the last question has its answer, which nobody waited for. */
        boolean isAnswered() {
            return asked.availablePermits() > 0;
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleep(Duration time) {
            throw new UnsupportedOperationException("Whoever asks RevKeen waits for its answer alone");
        }

        @Override
        public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
            asked = wake;
            while (!wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (over) {
                    return false;
                }
            }
            return true;
        }
    }
}
