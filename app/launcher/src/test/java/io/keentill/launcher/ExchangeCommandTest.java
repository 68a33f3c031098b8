package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.launcher.TestWorld.Ran;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Goods come back for new ones from the command line. Apples cost £1.75, pears £1.60, strawberries £2.50. */
class ExchangeCommandTest {

    private static final String APPLES = "5083016613186";
    private static final String PEARS = "5060913909963";
    private static final String STRAWBERRIES = "5079754323197";
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
    void ofTheSamePriceNoMoneyMovesAndRevKeenIsTold() throws Exception {
        String receipt = sold(APPLES + "*2", "cash");
        Ran exchanged = exchange(receipt, "--line", "1*1", "--item", APPLES);
        assertThat(exchanged.status()).as(exchanged.err()).isZero();
        JsonNode sale = exchanged.json().get("sale");
        assertThat(sale.get("state").asString()).isEqualTo("paid");
        assertThat(sale.get("tender").asString()).isEqualTo("exchange");
        assertThat(sale.get("total_minor").asLong()).isEqualTo(175);
        JsonNode refund = exchanged.json().get("refund");
        assertThat(refund.get("receipt").asString()).isEqualTo(receipt);
        assertThat(refund.get("state").asString()).isEqualTo("closed");
        assertThat(refund.get("parts")).hasSize(1);
        assertThat(refund.get("parts").get(0).get("tender").asString()).isEqualTo("exchange");
        assertThat(world.run("sync").status()).isZero();
        assertThat(world.get("/credit_notes").get("data")).hasSize(1);
        assertThat(world.run("journal", "verify").status()).isZero();
        assertThat(exchange(receipt, "--line", "1*2", "--item", PEARS).status())
                .as("one of the two is back already")
                .isEqualTo(1);
        nothingIsOnTheCounter();
    }

    @Test
    void whatIsMissingIsPaidAsItIsSaidAndNothingMovesBeforeThatIsSaid() throws Exception {
        String receipt = sold(APPLES, "cash");
        Ran silent = exchange(receipt, "--line", "1", "--item", STRAWBERRIES);
        assertThat(silent.status()).isEqualTo(1);
        assertThat(silent.err()).contains("cost 0.75 GBP more", "--tender");
        assertThat(exchange(receipt, "--line", "1", "--item", STRAWBERRIES, "--tender", "cash", "--cash", "0.50")
                        .err())
                .contains("0.50 GBP is not enough");
        nothingIsOnTheCounter();
        Ran paid = exchange(receipt, "--line", "1", "--item", STRAWBERRIES, "--tender", "card");
        assertThat(paid.status()).as(paid.err()).isZero();
        assertThat(paid.json().get("sale").get("tender").asString()).isEqualTo("exchange+card");
        assertThat(paid.json().get("sale").get("total_minor").asLong()).isEqualTo(250);
        assertThat(world.terminal.ledger().cardMinor()).isEqualTo(75);
        String again = sold(APPLES, "cash");
        Ran cash = exchange(again, "--line", "1", "--item", STRAWBERRIES, "--tender", "cash", "--cash", "1.00");
        assertThat(cash.json().get("sale").get("change_minor").asLong()).isEqualTo(25);
    }

    @Test
    void whatIsOverGoesBackAsItWasPaid() {
        String receipt = sold(APPLES + "*2", "card");
        Ran exchanged = exchange(receipt, "--line", "1", "--item", PEARS);
        assertThat(exchanged.status()).as(exchanged.err()).isZero();
        JsonNode parts = exchanged.json().get("refund").get("parts");
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).get("amount_minor").asLong()).isEqualTo(160);
        assertThat(parts.get(1).get("tender").asString()).isEqualTo("card");
        assertThat(parts.get(1).get("amount_minor").asLong()).isEqualTo(190);
        assertThat(world.terminal.ledger().cardMinor())
                .as("the shop keeps the price of the pears")
                .isEqualTo(160);
        String other = sold(APPLES, "cash");
        Ran coins = exchange(other, "--line", "1", "--item", PEARS);
        assertThat(coins.json()
                        .get("refund")
                        .get("parts")
                        .get(1)
                        .get("handed_minor")
                        .asLong())
                .isEqualTo(15);
    }

    @Test
    void aCardThatIsDeclinedLeavesTheRestDueOnTheCounter() {
        String receipt = sold(APPLES, "cash");
        world.terminal.next(new NextOutcome.Decline(5));
        Ran declined = exchange(receipt, "--line", "1", "--item", STRAWBERRIES, "--tender", "card");
        assertThat(declined.status()).isEqualTo(1);
        assertThat(declined.err()).contains("not paid");
        assertThat(declined.json().get("sale").get("state").asString()).isEqualTo("open");
        assertThat(declined.json().get("refund").get("state").asString()).isEqualTo("closed");
        assertThat(world.terminal.ledger().cardMinor()).isZero();
    }

    @Test
    void badInputIsToldAndNothingIsLeftBehind() {
        String receipt = sold(APPLES, "cash");
        assertThat(exchange("77", "--line", "1", "--item", PEARS).err()).contains("no receipt 77");
        assertThat(exchange(receipt, "--line", "9", "--item", PEARS).err()).contains("no line of receipt");
        assertThat(exchange(receipt, "--line", "1", "--item", "NOSUCHCODE").err())
                .contains("NOSUCHCODE");
        assertThat(exchange(receipt, "--line", "1", "--item", PEARS, "--cash", "1.005")
                        .err())
                .contains("no amount in GBP");
        assertThat(world.run("exchange", receipt, "--line", "1", "--item", PEARS, "--reason", "x", "--pin", "0000")
                        .err())
                .contains("Nobody has this PIN");
        assertThat(world.run("exchange", receipt, "--item", PEARS, "--reason", "x", "--pin", PIN)
                        .status())
                .isEqualTo(2);
        nothingIsOnTheCounter();
        Ran after = exchange(receipt, "--line", "1", "--item", APPLES);
        assertThat(after.status()).as(after.err()).isZero();
    }

    private String sold(String item, String tender) {
        Ran sold = world.run("sell", "--item", item, "--tender", tender);
        assertThat(sold.status()).as(sold.err()).isZero();
        return sold.json().get("receipt").asString();
    }

    private Ran exchange(String receipt, String... more) {
        return world.run(
                Stream.concat(Stream.of("exchange", receipt, "--reason", "too small", "--pin", PIN), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void nothingIsOnTheCounter() {
        Ran sold = TestWorld.runPlain(
                "sell",
                "--item",
                PEARS,
                "--tender",
                "cash",
                "--data",
                world.data().toString());
        assertThat(sold.status()).as(sold.err()).isZero();
        assertThat(sold.out()).contains("1.60").doesNotContain("is parked");
    }
}
