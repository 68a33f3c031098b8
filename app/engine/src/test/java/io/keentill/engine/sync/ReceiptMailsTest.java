package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.VAT;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.mail.MailResult;
import io.keentill.engine.mail.ReceiptMails;
import io.keentill.engine.mail.SentReceipt;
import io.keentill.engine.support.Eventually;
import io.keentill.revkeen.messages.ThreadQuery;
import io.keentill.sandbox.SandboxSeed;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts by e-mail: queued without a network, sent once, and never in the way of the sale. */
class ReceiptMailsTest {

    @TempDir
    private Path folder;

    private SandboxRig rig;
    private ReceiptMails mails;
    private Order sale;

    @BeforeEach
    void open() throws Exception {
        rig = new SandboxRig(folder, SandboxSeed.empty());
        mails = new ReceiptMails(
                rig.store,
                ReceiptMailsTest::paper,
                ReceiptWords.of(Locale.UK),
                "Corner & Sons",
                rig.ids,
                InstantSource.system(),
                () -> {});
        Order open = Order.open(rig.ids.next(), "R-77", GBP, CLERK, Instant.now())
                .plusLine(
                        new OrderLine(rig.ids.next(), null, null, "TEA", "Tea", pounds(250), Quantity.ONE, VAT, null));
        sale = rig.sold(open);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static Receipt paper(Order paid, boolean copy) {
        return new Receipt(
                "1",
                List.of(
                        new ReceiptElement.Text(
                                copy ? "COPY" : "Corner <& Sons>", ReceiptElement.Align.LEFT, false, false),
                        new ReceiptElement.Columns("TOTAL", "2.50", true)));
    }

    private List<Map<String, Object>> messages() {
        return rig.office.messages().threads(ThreadQuery.any()).all(10).orThrow().stream()
                .flatMap(thread ->
                        rig.office.messages().messages(String.valueOf(thread.get("id"))).all(10).orThrow().stream())
                .toList();
    }

    private void sent(int count) throws Exception {
        Eventually.until(
                count + " sent",
                () -> mails.of(sale.id()).stream()
                                .filter(m -> m.state() == SentReceipt.State.SENT)
                                .count()
                        == count);
    }

    @Test
    void waitsForTheNetworkAndGoesOnce() throws Exception {
        assertThat(mails.send(sale.id(), " ann@example.com ", CLERK)).isInstanceOf(MailResult.Queued.class);
        assertThat(mails.of(sale.id())).singleElement().satisfies(m -> {
            assertThat(m.address()).isEqualTo("ann@example.com");
            assertThat(m.state()).isEqualTo(SentReceipt.State.WAITING);
        });
        rig.online(rig.sandbox.key());
        sent(1);
        rig.offline();
        rig.online(rig.sandbox.key());
        rig.drained();
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.get("channel")).isEqualTo("email");
            assertThat(String.valueOf(message.get("subject"))).isEqualTo("Corner & Sons: receipt 1");
            assertThat(String.valueOf(message.get("body"))).contains("TOTAL").contains("2.50");
            assertThat(String.valueOf(message)).contains("Corner &lt;&amp; Sons&gt;");
        });
    }

    @Test
    void theSecondOneIsACopy() throws Exception {
        mails.send(sale.id(), "ann@example.com", CLERK);
        mails.send(sale.id(), "bob@example.com", CLERK);
        rig.online(rig.sandbox.key());
        sent(2);
        assertThat(messages())
                .extracting(m -> String.valueOf(m.get("body")).contains("COPY"))
                .containsExactlyInAnyOrder(false, true);
    }

    @Test
    void whatIsNoAddressOrNoReceiptIsRefusedAndNothingIsStored() throws Exception {
        for (String bad : List.of("", "ann", "ann@", "@example.com", "a b@example.com", "ann@example")) {
            assertThat(mails.send(sale.id(), bad, CLERK)).as(bad).isInstanceOf(MailResult.Refused.class);
        }
        assertThat(mails.send("nobody", "ann@example.com", CLERK)).isInstanceOf(MailResult.Refused.class);
        assertThat(mails.of(sale.id())).isEmpty();
    }

    @Test
    void aSaleThatIsStuckDoesNotHoldItUp() throws Exception {
        rig.store.write(tx -> {
            OutboxRow invoice = tx.outboxOf(sale.id()).getFirst();
            tx.updateOutbox(invoice.asTask(400, "", Sentence.quoted("no")));
            return tx;
        });
        mails.send(sale.id(), "ann@example.com", CLERK);
        rig.online(rig.sandbox.key());
        sent(1);
    }

    @Test
    void oneThatMayHaveGoneIsAQuestionAndNotASecondEmail() throws Exception {
        mails.send(sale.id(), "ann@example.com", CLERK);
        String body = "{\"channel\":\"email\",\"body\":\"TOTAL\",\"customerEmail\":\"ann@example.com\"}";
        rig.store.write(tx -> {
            OutboxRow row = tx.outboxUndone().stream()
                    .filter(r -> r.kind().equals("mail"))
                    .findFirst()
                    .orElseThrow();
            tx.updateOutbox(row.frozen("POST", "/comms/send", body.getBytes(StandardCharsets.UTF_8), "key-of-long-ago")
                    .sent(Instant.now().minusSeconds(100_000)));
            return tx;
        });
        rig.online(rig.sandbox.key());
        Eventually.until("the question", () -> rig.store.read(View::outboxTasks).size() == 1);
        assertThat(messages()).isEmpty();
        SyncTasks tasks = new SyncTasks(rig.store);
        SyncTasks.Task task = tasks.list().getFirst();
        assertThat(task.sale()).isEqualTo("R-77");
        assertThat(task.problem()).contains("not known");
        assertThat(tasks.retry(task.id(), "max")).isEmpty();
        rig.cloud.syncNow();
        sent(1);
        assertThat(messages()).hasSize(1);
        List<OutboxRow> ofSale = rig.store.read(view -> view.outboxOf(sale.id()));
        assertThat(ofSale).noneMatch(row -> row.state() == OutboxState.TASK);
    }
}
