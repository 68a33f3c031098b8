package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripted morning as README's first command runs it: a real storefront in a process that is really killed. */
class DemoTest {

    @TempDir
    Path folder;

    @Test
    void theMorningEndsWithThreeLedgersThatAgree() throws Exception {
        Path json = folder.resolve("demo.json");
        Path out = folder.resolve("out");
        TestWorld.Ran ran =
                TestWorld.runPlain("demo", "--headless", "--json", json.toString(), "--out", out.toString());
        String log =
                Files.exists(out.resolve("till-console.log")) ? Files.readString(out.resolve("till-console.log")) : "";
        assertThat(ran.status()).as(ran.out() + ran.err() + log).isZero();

        JsonNode demo = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(demo.get("agree").asBoolean()).isTrue();
        assertThat(demo.get("ledgers").get("till").get("card"))
                .isEqualTo(demo.get("ledgers").get("terminal").get("card"));
        assertThat(demo.get("sales").size()).isEqualTo(5);
        JsonNode killed = demo.get("sales").get(4);
        assertThat(killed.get("state").asString()).isEqualTo("paid");
        assertThat(killed.get("attempts").size()).as("charged once").isEqualTo(1);
        try (Stream<Path> pictures = Files.list(out.resolve("screens"))) {
            assertThat(pictures).hasSizeGreaterThan(12);
        }
    }
}
