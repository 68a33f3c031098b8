package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.launcher.TestWorld.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Money goes back from the command line: real SQLite, a real byte link, real HTTP. */
class RefundCommandTest {

    private static final String APPLES = "5083016613186";
    private static final String PIN = "4321";

    @TempDir
    Path folder;

    private TestWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new TestWorld(folder);
        assertThat(world.init().status()).isZero();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aCardSaleGoesBackAtTheTerminalAndAtRevKeen() throws Exception {
        JsonNode sale =
                world.run("sell", "--item", APPLES + "*2", "--tender", "card").json();
        Ran back = world.run("refund", sale.get("receipt").asString(), "--reason", "bruised", "--pin", PIN);
        assertThat(back.status()).as(back.err()).isZero();
        assertThat(back.json().get("state").asString()).isEqualTo("closed");
        assertThat(back.json().get("returned_minor").asLong()).isEqualTo(350);
        assertThat(world.terminal.ledger().cardMinor()).isZero();
        Ran synced = world.run("sync");
        assertThat(synced.status()).as(synced.err()).isZero();
        JsonNode notes = world.get("/credit_notes").get("data");
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).get("amount_minor").asLong()).isEqualTo(350);
        assertThat(notes.get(0).get("reason").asString())
                .contains(back.json().get("reference").asString(), "bruised");
        JsonNode payments = world.get("/terminal-payments").get("data");
        assertThat(payments)
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.get("status").asString()).isEqualTo("approved"));
        Ran again = world.run("refund", sale.get("reference").asString(), "--reason", "again", "--pin", PIN);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("Nothing of this sale is left");
    }

    @Test
    void cashGoesBackByLineAndAmountAndOnlyWithAManagersPin() throws Exception {
        JsonNode sale =
                world.run("sell", "--item", APPLES + "*2", "--tender", "cash").json();
        String receipt = sale.get("receipt").asString();
        assertThat(world.run("refund", receipt, "--reason", "x", "--pin", "0000")
                        .err())
                .contains("Nobody has this PIN");
        Ran one = world.run("refund", receipt, "--line", "1*1", "--reason", "too many", "--pin", PIN);
        assertThat(one.json().get("returned_minor").asLong()).isEqualTo(175);
        Ran some = world.run("refund", receipt, "--amount", "0.75", "--to", "cash", "--reason", "late", "--pin", PIN);
        assertThat(some.json().get("returned_minor").asLong()).isEqualTo(75);
        assertThat(world.run("refund", receipt, "--amount", "1.01", "--reason", "late", "--pin", PIN)
                        .err())
                .contains("1.00 GBP is left");
        assertThat(world.run("refund", receipt, "--line", "9", "--reason", "x", "--pin", PIN)
                        .err())
                .contains("no line of receipt");
        assertThat(world.run("refund", "77", "--reason", "x", "--pin", PIN).err())
                .contains("no receipt 77");
    }

    @Test
    void aRefundHasAReceiptThatCanBeHadAgainAsACopy() throws Exception {
        JsonNode sale =
                world.run("sell", "--item", APPLES + "*2", "--tender", "card").json();
        Ran back = world.run(
                "refund",
                sale.get("receipt").asString(),
                "--amount",
                "1.25",
                "--reason",
                "bruised",
                "--pin",
                PIN,
                "--print");
        assertThat(back.status()).as(back.err()).isZero();
        assertThat(back.json().get("receipts").get(0).asString())
                .contains("R E F U N D", "Refund 1", "For receipt 1", "Reason: bruised", "1.25")
                .doesNotContain("C O P Y");
        Ran again = world.run("receipt", "--refund", "1");
        JsonNode papers = again.json().get("receipts");
        assertThat(papers).as("for the customer and for the shop").hasSize(2);
        assertThat(papers.get(0).asString()).contains("C O P Y", "R E F U N D").doesNotContain("MERCHANT");
        assertThat(papers.get(1).asString()).contains("C O P Y", "R E F U N D", "MERCHANT COPY", "Signature");
        assertThat(world.run("receipt", "1").json().get("receipts").get(0).asString())
                .contains("C O P Y", "Receipt 1");
        assertThat(world.run("receipt", "--refund", "9").err()).contains("no refund 9");
    }

    @Test
    void nothingIsDecidedThatIsKnown() {
        Ran none = world.run(
                "override",
                "NOSUCHONE0",
                "--not-approved",
                "--evidence",
                "acquirer",
                "--note",
                "hotline",
                "--pin",
                PIN);
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("No payment with the reference NOSUCHONE0");
        Ran tasks = world.run("tasks");
        assertThat(tasks.status()).isZero();
        assertThat(tasks.json().get("tasks")).isEmpty();
        assertThat(tasks.json().get("left_out")).isEmpty();
        assertThat(world.run("tasks", "retry", "99", "--pin", PIN).err()).contains("no task 99");
        assertThat(world.run("tasks", "dismiss", "99", "--note", "by hand", "--pin", PIN)
                        .err())
                .contains("no task 99");
        assertThat(world.run("tasks", "retry", "x", "--pin", PIN).err()).contains("no refusal of RevKeen");
    }
}
