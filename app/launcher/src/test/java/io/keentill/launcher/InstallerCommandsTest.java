package io.keentill.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.launcher.TestWorld.Ran;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an installer does without the screen: printer, connector, support bundle, terminals and their list. */
class InstallerCommandsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

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

    private JsonNode done(String... arguments) {
        Ran ran = world.run(arguments);
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        return ran.json();
    }

    private String refused(String... arguments) {
        Ran ran = world.run(arguments);
        assertThat(ran.status()).as(ran.out()).isEqualTo(1);
        assertThat(ran.err()).startsWith("till: ");
        return ran.err();
    }

    @Test
    void aPrinterIsTriedUsedAndForgotten() throws Exception {
        assertThat(refused("printer", "test")).contains("No printer is set up").contains("--address");
        try (PaperCatcher paper = new PaperCatcher()) {
            done("printer", "test", "--address", paper.address());
            assertThat(Waiting.until(
                            SOON, () -> Stream.of("\u009c", "\u00d5", "\u0084").allMatch(paper.text()::contains)))
                    .as("pound, euro and umlauts of table 858 in " + paper.text())
                    .isTrue();
            assertThat(done("printer", "use", "--address", paper.address(), "--paper", "58")
                            .get("address")
                            .asString())
                    .isEqualTo(paper.address());
            int before = paper.bytes();
            done("printer", "drawer");
            assertThat(Waiting.until(SOON, () -> paper.textFrom(before).contains("\u001bp")))
                    .as("ESC p, to the printer that is in use")
                    .isTrue();
            done("printer", "forget");
            assertThat(refused("printer", "drawer")).contains("No printer is set up");
        }
    }

    @Test
    void aPrinterThatCannotBeHadIsToldWithWhatToDo() throws Exception {
        // Taken, so that nobody else gets it meanwhile, and nothing listens there.
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String gone = "tcp:127.0.0.1:" + taken.getLocalPort();
            assertThat(refused("printer", "test", "--address", gone)).contains("127.0.0.1");
            assertThat(refused("printer", "use", "--address", "paper")).contains("paper");
            assertThat(refused("printer", "use", "--address", gone, "--paper", "A4"))
                    .contains("A4");
            assertThat(refused("printer", "use", "--address", gone, "--table", "euro"))
                    .contains("euro");
        }
        Ran wide = world.run("printer", "find", "--range", "10.0.0.0/8");
        assertThat(wide.status()).isEqualTo(1);
    }

    @Test
    void theTillIsLinkedWithACodeAndUsesItsKeyAgain() throws Exception {
        JsonNode before = done("connector", "status");
        assertThat(before.get("state").asString()).isEqualTo("linked");
        assertThat(before.get("by_code").asBoolean()).isFalse();
        assertThat(refused("connector", "link", "NOSUCHCODE")).contains("code");
        assertThat(done("connector", "link", linkingCode()).get("device_id").asString())
                .isNotBlank();
        assertThat(done("connector", "status").get("by_code").asBoolean()).isTrue();
        done("connector", "unlink");
        assertThat(done("connector", "status").get("by_code").asBoolean()).isFalse();
    }

    private String linkingCode() throws IOException {
        HttpURLConnection call = (HttpURLConnection)
                URI.create(world.sandbox.adminUrl() + "/linking-codes").toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.getOutputStream().close();
        String body = new String(call.getInputStream().readAllBytes(), ISO_8859_1);
        return JsonMapper.builder().build().readTree(body).get("code").asString();
    }

    @Test
    void aSupportBundleHasWhatIsAskedAndNoSecret() throws Exception {
        Path out = folder.resolve("for support");
        Path zip = Path.of(done("support", "--out", out.toString()).get("file").asString());
        assertThat(zip).exists().hasParent(out);
        List<String> names = new ArrayList<>();
        try (ZipInputStream parts = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                names.add(part.getName());
                assertThat(new String(parts.readAllBytes(), ISO_8859_1))
                        .as(part.getName())
                        .doesNotContain(world.sandbox.key());
            }
        }
        assertThat(names).contains("about.txt", "findings.txt").anyMatch(n -> n.startsWith("journal"));
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        assertThat(refused("support", "--out", taken.toString())).contains("taken");
    }

    @Test
    void terminalsAreAddedNamedTriedAndRemoved() {
        String address = world.terminalAddress();
        assertThat(done("terminals", "add", address, "--name", "Front")
                        .get("name")
                        .asString())
                .isEqualTo("Front");
        assertThat(done("terminals", "rename", address, "--name", "Counter left")
                        .get("name")
                        .asString())
                .isEqualTo("Counter left");
        assertThat(refused("terminals", "rename", address, "--name", " ")).contains("1 to 40");
        assertThat(done("terminals", "use", address).get("in_use").asBoolean()).isTrue();
        JsonNode tried = done("terminals", "test");
        assertThat(tried.get("state").asString()).isEqualTo("given_back");
        assertThat(world.terminal.ledger().cardMinor()).isZero();
        JsonNode health = done("terminals", "health", address);
        assertThat(health.get("state").asString()).isEqualTo("ready");
        assertThat(health.get("approved").asInt()).isPositive();
        assertThat(done("terminals", "list").get("terminals")).hasSize(1);
        assertThat(done("terminals", "remove", address).get("address").asString())
                .isEqualTo(address);
        assertThat(done("terminals", "list").get("terminals")).isEmpty();
        assertThat(refused("terminals", "test")).contains("terminal");
        assertThat(refused("terminals", "remove", address)).contains(address);
        assertThat(refused("terminals", "remove", "zvt")).contains("no terminal address");
        assertThat(world.run("journal", "verify").status()).isZero();
    }

    @Test
    void aTerminalThatIsNotThereIsNotPutOnTheList() {
        assertThat(refused("terminals", "add", "zvt:tcp:127.0.0.1:9")).contains("127.0.0.1");
        assertThat(refused("terminals", "use", "zvt:tcp:127.0.0.1:9")).contains("zvt:tcp:127.0.0.1:9");
        assertThat(refused("terminals", "health", "zvt")).contains("no terminal address");
        assertThat(refused("terminals", "use", "zvt")).contains("no terminal address");
        assertThat(refused("terminals", "rename", "zvt", "--name", "Bar")).contains("no terminal address");
    }

    @Test
    void aTillThatTrainsIsReadyWithoutAKey() {
        Path data = folder.resolve("training till");
        Ran ran =
                TestWorld.runPlain("init", "--training", "--manager-pin", "4321", "--data", data.toString(), "--json");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.json().get("products").asInt()).isPositive();
        Ran status = TestWorld.runPlain("status", "--data", data.toString(), "--json");
        assertThat(status.out()).as(status.err()).contains("training");
        Ran sold = TestWorld.runPlain(
                "sell", "--item", "5083016613186", "--tender", "cash", "--data", data.toString(), "--json");
        assertThat(sold.status()).as(sold.out() + sold.err()).isZero();
        Ran neither =
                TestWorld.runPlain("init", "--data", folder.resolve("none").toString());
        assertThat(neither.status()).isEqualTo(1);
        assertThat(neither.err()).contains("--key").contains("--training");
    }

    @Test
    void whatAShopAsksOfItsShiftsIsSetAndHolds() {
        JsonNode usual = done("shift", "rules");
        assertThat(usual.get("required").asBoolean()).isFalse();
        assertThat(usual.get("difference_minor").asLong()).isEqualTo(200);
        JsonNode strict = done("shift", "rules", "--required", "yes", "--difference", "0.50");
        assertThat(strict.get("required").asBoolean()).isTrue();
        assertThat(strict.get("difference_minor").asLong()).isEqualTo(50);
        assertThat(world.run("sell", "--item", "5083016613186", "--tender", "cash")
                        .status())
                .as("without a shift")
                .isEqualTo(1);
        assertThat(refused("shift", "rules", "--difference", "1.005")).contains("no amount");
        assertThat(refused("shift", "rules", "--difference", "-1")).contains("zero or more");
        assertThat(world.run("shift", "rules", "--required", "perhaps").status())
                .isNotZero();
        done("shift", "rules", "--required", "no");
        assertThat(done("shift", "rules").get("difference_minor").asLong()).isEqualTo(50);
        assertThat(world.run("sell", "--item", "5083016613186", "--tender", "cash")
                        .status())
                .isZero();
    }
}
