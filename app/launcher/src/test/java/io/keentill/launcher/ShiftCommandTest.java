package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.launcher.TestWorld.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A day's drawer from the command line. */
class ShiftCommandTest {

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
    void isOpenedCountedAndClosedWithItsReport() throws Exception {
        assertThat(ran("open", "100.00").get("float_minor").asLong()).isEqualTo(10_000);
        assertThat(world.run("sell", "--item", APPLES + "*2", "--tender", "cash")
                        .status())
                .isZero();
        assertThat(world.run("sell", "--item", APPLES, "--tender", "card").status())
                .isZero();
        assertThat(ran("pay-out", "20.00", "--reason", "window cleaner")
                        .get("amount_minor")
                        .asLong())
                .isEqualTo(2_000);
        assertThat(ran("x").get("total_minor").asLong()).isEqualTo(525);
        Ran early = world.run("shift", "close", "--pin", PIN);
        assertThat(early.status()).isEqualTo(1);
        assertThat(early.err()).contains("Count the drawer first");
        JsonNode count = ran("count", "--pieces", "20.00*4", "--pieces", "0.50*6", "--loose", "0.20");
        assertThat(count.get("counted_minor").asLong()).isEqualTo(8_320);
        assertThat(count.get("difference_minor").asLong()).isEqualTo(-30);
        JsonNode z = ran("close");
        assertThat(z.get("z").asLong()).isEqualTo(1);
        assertThat(z.get("total_minor").asLong()).isEqualTo(525);
        assertThat(z.get("cards").get(0).get("taken_minor").asLong()).isEqualTo(175);
        assertThat(world.run("shift", "z", "1").json()).isEqualTo(z);
        assertThat(world.run("shift", "list").json().get("reports")).hasSize(1);
        assertThat(world.run("shift", "close", "--pin", PIN).err()).contains("Z 1");
        assertThat(world.run("journal", "verify").status()).isZero();
        try (Stream<Path> backups = Files.list(world.data().resolve("backups"))) {
            assertThat(backups.filter(f -> f.toString().endsWith(".db")))
                    .as("a backup of the closed day")
                    .isNotEmpty();
        }
    }

    @Test
    void theTerminalsDayIsComparedThreeWays() {
        assertThat(world.run("sell", "--item", APPLES, "--tender", "card").status())
                .isZero();
        assertThat(world.run("sync").status()).isZero();
        JsonNode day = ran("terminal");
        assertThat(day.get("till_net_minor").asLong()).isEqualTo(175);
        assertThat(day.get("terminal_net_minor").asLong()).isEqualTo(175);
        assertThat(day.get("revkeen_minor").asLong()).isEqualTo(175);
        assertThat(day.get("differences")).isEmpty();
        assertThat(ran("terminal").get("till_count").asLong())
                .as("nothing since")
                .isZero();
    }

    @Test
    void badInputIsTold() {
        assertThat(world.run("shift", "open", "1.005", "--pin", PIN).err()).contains("no amount");
        assertThat(world.run("shift", "open", "-1", "--pin", PIN).status()).isNotZero();
        assertThat(world.run("shift", "z", "7").err()).contains("no Z report 7");
        ran("open", "0");
        assertThat(world.run("shift", "count", "--pieces", "3.00*1", "--pin", PIN)
                        .err())
                .contains("no note or coin");
        assertThat(world.run("shift", "count", "--pieces", "many", "--pin", PIN).err())
                .contains("VALUE*N");
    }

    private JsonNode ran(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "shift";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--pin";
        all[arguments.length + 2] = PIN;
        Ran ran = world.run(all);
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.json();
    }
}
