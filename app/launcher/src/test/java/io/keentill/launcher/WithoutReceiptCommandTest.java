package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.launcher.TestWorld.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Goods come back without a receipt from the command line: allowed, given, reported, printed again. */
class WithoutReceiptCommandTest {

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
    void isOffUntilItIsAllowedUpToALimit() {
        JsonNode rules = rules();
        assertThat(rules.get("without_receipt").asBoolean()).isFalse();
        assertThat(rules.get("limit_minor").isNull()).isTrue();
        assertThat(back(APPLES).err()).contains("takes nothing back without a receipt");
        assertThat(world.run("refund", "rules", "--without-receipt", "on").err())
                .contains("--limit AMOUNT");
        assertThat(rules().get("without_receipt").asBoolean()).isFalse();
        assertThat(allow("0").err()).contains("above zero");
        assertThat(allow("1.005").err()).contains("no amount in GBP");
        JsonNode on = allow("5.00").json();
        assertThat(on.get("without_receipt").asBoolean()).isTrue();
        assertThat(on.get("limit_minor").asLong()).isEqualTo(500);
        assertThat(back(APPLES).status()).isZero();
        assertThat(back(APPLES + "*3").err()).contains("at most 5.00 GBP");
        assertThat(world.run("refund", "rules", "--without-receipt", "off").status())
                .isZero();
        assertThat(back(APPLES + "*2").err()).contains("takes nothing back without a receipt");
        JsonNode again = world.run("refund", "rules", "--without-receipt", "on").json();
        assertThat(again.get("limit_minor").asLong())
                .as("the limit is remembered")
                .isEqualTo(500);
    }

    @Test
    void isGivenForCashReportedInTheZAndHadAgainAsACopy() throws Exception {
        allow("5.00");
        assertThat(world.run("shift", "open", "100.00", "--pin", PIN).status()).isZero();
        Ran given = back(APPLES + "*2@1.50");
        assertThat(given.status()).as(given.err()).isZero();
        JsonNode json = given.json();
        assertThat(json.get("number").asLong()).isEqualTo(1);
        assertThat(json.get("total_minor").asLong()).isEqualTo(300);
        assertThat(json.get("handed_minor").asLong()).isEqualTo(300);
        assertThat(json.get("goods").get(0).get("catalogue_price_minor").asLong())
                .isEqualTo(175);
        assertThat(json.get("receipts").get(0).asString())
                .contains("R E T U R N", "Return 1", "Reason: a gift", "Approved by")
                .doesNotContain("C O P Y");
        JsonNode x = world.run("shift", "x", "--pin", PIN).json();
        assertThat(x.get("returned_without_receipt_minor").asLong()).isEqualTo(300);
        assertThat(x.get("refunded_minor").asLong()).isZero();
        JsonNode count =
                world.run("shift", "count", "--loose", "97.00", "--pin", PIN).json();
        assertThat(count.get("difference_minor").asLong()).isZero();
        JsonNode z = world.run("shift", "close", "--pin", PIN).json();
        assertThat(z.get("returns_without_receipt").asLong()).isEqualTo(1);
        checkLookedUpAgain(json);
        assertThat(world.run("sync").status()).isZero();
        assertThat(world.get("/credit_notes").get("data"))
                .as("no invoice, no credit note")
                .isEmpty();
        assertThat(world.run("journal", "verify").status()).isZero();
    }

    private void checkLookedUpAgain(JsonNode given) {
        JsonNode papers = world.run("receipt", "--return", "1").json().get("receipts");
        assertThat(papers).hasSize(2);
        assertThat(papers.get(0).asString()).contains("C O P Y", "Return 1");
        assertThat(papers.get(1).asString()).contains("C O P Y", "Cash received: £3.00", "Signature");
        assertThat(world.run("receipt", "--return", "9").err()).contains("no return without a receipt 9");
        assertThat(world.run("receipt", "--return", "1", "--email", "a@example.com")
                        .err())
                .contains("do not go by e-mail");
        JsonNode list = world.run("refund", "without-receipt", "--list").json().get("returns");
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("reference")).isEqualTo(given.get("reference"));
    }

    @Test
    void runTwiceItIsGivenOnce() {
        allow("5.00");
        assertThat(back(APPLES).status()).isZero();
        Ran again = back(APPLES);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("the very same goods", "--another");
        Ran another = world.run(
                "refund", "without-receipt", "--item", APPLES, "--reason", "a gift", "--another", "--pin", PIN);
        assertThat(another.json().get("number").asLong()).isEqualTo(2);
    }

    @Test
    void badInputIsTold() {
        allow("5.00");
        assertThat(back("NOSUCHCODE").err()).contains("No product has the code NOSUCHCODE");
        assertThat(back(APPLES + "*x").err()).contains("is no item");
        assertThat(back(APPLES + "*0").err()).contains("is no item");
        assertThat(back(APPLES + "@9.99").err()).contains("at most 1.75 GBP");
        assertThat(world.run("refund", "without-receipt", "--item", APPLES, "--reason", "x", "--pin", "0000")
                        .err())
                .contains("Nobody has this PIN");
        assertThat(world.run("refund", "without-receipt", "--item", APPLES, "--reason", "x")
                        .status())
                .isEqualTo(2);
        assertThat(world.run("refund", "1", "--reason", "x").status()).isEqualTo(2);
        assertThat(world.run("refund", "--reason", "x", "--pin", PIN).status()).isEqualTo(2);
        assertThat(world.run("refund", "1", "--pin", PIN).status()).isEqualTo(2);
    }

    private Ran allow(String limit) {
        return world.run("refund", "rules", "--without-receipt", "on", "--limit", limit);
    }

    private JsonNode rules() {
        return world.run("refund", "rules").json();
    }

    private Ran back(String item) {
        return world.run("refund", "without-receipt", "--item", item, "--reason", "a gift", "--pin", PIN);
    }
}
