package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.keentill.launcher.TestWorld.Ran;
import io.keentill.store.TillStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code till backup}, {@code till restore} and {@code till journal}, on a till that sells and syncs. */
class VaultTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 4096;

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
    void whatWasSyncedIsKnownAgainAfterARestoreAndNothingIsSentOrGivenTwice() throws Exception {
        sell("cash");
        sell("card");
        Ran backup = world.run("backup");
        assertThat(backup.status()).as(backup.err()).isZero();
        sell("cash");
        sell("card");
        long charged = world.terminal.ledger().cardMinor();
        damage();

        Ran refused = world.run("sell", "--item", "FRV-002", "--tender", "cash");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("damaged").contains("till restore");

        Ran restored = world.run("restore");
        assertThat(restored.status()).as(restored.err() + restored.out()).isZero();
        JsonNode report = restored.json();
        assertThat(report.get("source").asString()).isEqualTo("backup");
        assertThat(report.get("complete").asBoolean()).isTrue();
        assertThat(report.get("next_receipt").asLong()).isEqualTo(5);
        assertThat(report.get("sales_since").size()).isEqualTo(2);
        for (JsonNode sale : report.get("sales_since")) {
            assertThat(sale.get("revkeen_order_id").asString("")).isNotEmpty();
        }
        assertThat(report.get("payments_since").size()).isEqualTo(1);

        assertThat(sell("cash").get("receipt").asLong())
                .as("never a number twice")
                .isEqualTo(5);
        assertThat(world.run("sync").status()).isZero();
        assertThat(world.terminal.ledger().cardMinor()).isEqualTo(charged);
        assertThat(world.get("/orders?limit=100").get("data").size())
                .as("each sale once")
                .isEqualTo(5);
        Ran verified = world.run("journal", "verify", "--revkeen");
        assertThat(verified.status()).as(verified.err()).isZero();
        assertThat(verified.json().get("anchors").asInt()).isPositive();
    }

    @Test
    void theNumberOfAReturnWithoutAReceiptIsNotGivenAgainAfterARestore() throws Exception {
        sell("cash");
        assertThat(world.run("refund", "rules", "--without-receipt", "on", "--limit", "20.00")
                        .status())
                .isZero();
        assertThat(world.run("backup").status()).isZero();
        assertThat(takeBack().get("number").asLong()).isEqualTo(1);
        damage();
        Ran restored = world.run("restore");
        assertThat(restored.status()).as(restored.err() + restored.out()).isZero();
        assertThat(takeBack().get("number").asLong())
                .as("the first is on paper")
                .isEqualTo(2);
    }

    @Test
    void aBackupThatWentFurtherThanWhatWasRestoredIsKeptAndInNobodysWay() throws Exception {
        sell("cash");
        assertThat(world.run("backup").status()).isZero();
        sell("cash");
        Path newest = Path.of(world.run("backup").json().get("file").asString());
        Files.write(newest, new byte[PAGE]);
        damage();
        Ran restored = world.run("restore");
        assertThat(restored.json().get("rejected").size()).isEqualTo(1);
        assertThat(newest).doesNotExist();
        assertThat(newest.resolveSibling("left-" + newest.getFileName())).exists();
        assertThat(sell("cash").get("receipt").asLong()).isEqualTo(3);
    }

    @Test
    void salesThatWaitedWhenTheBackupWasTakenAreLookedUpBeforeTheyAreSent() throws Exception {
        int port = world.stopSandbox();
        sell("cash");
        sell("card");
        assertThat(world.run("backup").status()).isZero();
        world.startSandbox(port);
        assertThat(world.run("sync").status()).isZero();
        damage();

        Ran restored = world.run("restore");
        assertThat(restored.status()).as(restored.err() + restored.out()).isZero();
        assertThat(world.run("status").json().get("waiting_for_sync").asInt()).isPositive();
        Ran synced = world.run("sync");
        assertThat(synced.status()).as(synced.err()).isZero();
        assertThat(world.get("/orders?limit=100").get("data").size()).isEqualTo(2);
        assertThat(world.get("/payments?limit=100").get("data").size()).isEqualTo(2);
    }

    @Test
    void anIndexThatIsDamagedCostsNothing() throws Exception {
        String reference = sell("cash").get("reference").asString();
        // Pages of an index begin with 0A: the one of orders by their reference, which stands in no other.
        zero(0x0A, reference);
        assertThat(world.run("sell", "--item", "FRV-002", "--tender", "cash").status())
                .isEqualTo(1);
        Ran restored = world.run("restore");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.json().get("source").asString()).isEqualTo("salvaged");
        assertThat(sell("cash").get("receipt").asLong()).isEqualTo(2);
    }

    @Test
    void dataThatWereSecretlySetBackAreFoundOutByRevKeensOrders() throws Exception {
        sell("cash");
        byte[] before = Files.readAllBytes(database());
        sell("cash");
        withoutBackups();
        assertThat(world.run("journal", "verify", "--revkeen")
                        .json()
                        .get("anchors")
                        .asInt())
                .isEqualTo(2);
        Files.write(database(), before);

        assertThat(world.run("journal", "verify").status())
                .as("the data alone cannot tell")
                .isZero();
        Ran found = world.run("journal", "verify", "--revkeen");
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.err()).contains("cut off").contains("at RevKeen");
    }

    @Test
    void anExportProvesItselfWithoutTheTill() throws Exception {
        sell("cash");
        Path file = folder.resolve("journal.jsonl");
        assertThat(world.run("journal", "export", "--out", file.toString()).status())
                .isZero();
        String previous = "0".repeat(64);
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = JSON.readTree(lines.get(i));
            assertThat(line.get("seq").asLong()).isEqualTo(i + 1);
            assertThat(line.get("previous").asString()).isEqualTo(previous);
            previous = hash(line);
            assertThat(line.get("hash").asString()).isEqualTo(previous);
        }
        assertThat(previous)
                .isEqualTo(world.run("journal", "verify").json().get("head").asString());
        Path table = folder.resolve("journal.csv");
        assertThat(world.run("journal", "export", "--format", "csv", "--out", table.toString())
                        .status())
                .isZero();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            assertThat(rows.stream().map(r -> r.getField("hash")).toList())
                    .isEqualTo(lines.stream()
                            .map(l -> JSON.readTree(l).get("hash").asString())
                            .toList());
        }
    }

    private static String hash(JsonNode line) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (String field : List.of("previous", "seq", "at_nanos", "type", "actor", "subject", "detail")) {
            byte[] bytes = line.get(field).asString().getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private JsonNode sell(String tender) {
        Ran sold = world.run("sell", "--item", "FRV-001*2", "--tender", tender);
        assertThat(sold.status()).as(sold.err()).isZero();
        return sold.json();
    }

    private JsonNode takeBack() {
        Ran back = world.run("refund", "without-receipt", "--item", "FRV-001", "--reason", "a gift", "--pin", "4321");
        assertThat(back.status()).as(back.err()).isZero();
        return back.json();
    }

    private void damage() throws Exception {
        // Rows of a table begin with 0D (sqlite.org/fileformat2.html, b-tree pages): those that hold a sale.
        zero(0x0D, "PAID");
    }

    /**
     * The file with everything in it. Who read it at the very moment at which the till was closed leaves the last commits
     * beside it.
     */
    private Path database() throws Exception {
        TillStore.open(world.data(), Clock.systemUTC()).close();
        Path file = world.data().resolve("keentill.db");
        assertThat(file.resolveSibling("keentill.db-wal")).doesNotExist();
        return file;
    }

    /** A command that takes longer than a few seconds has taken one of its own, and that one would tell, too. */
    private void withoutBackups() throws Exception {
        Path backups = world.data().resolve(Wiring.BACKUPS);
        if (Files.exists(backups)) {
            try (Stream<Path> files = Files.list(backups)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Overwrites every page of this kind with this text on it, as a dying disk might; not those that hold the schema. */
    private void zero(int kind, String text) throws Exception {
        Path file = database();
        byte[] all = Files.readAllBytes(file);
        int damaged = 0;
        for (int at = PAGE; at < all.length; at += PAGE) {
            String page = new String(all, at, PAGE, StandardCharsets.ISO_8859_1);
            if (all[at] == kind && page.contains(text) && !page.contains("CREATE T")) {
                java.util.Arrays.fill(all, at, at + PAGE, (byte) 0);
                damaged++;
            }
        }
        assertThat(damaged).as("pages damaged").isPositive();
        Files.write(file, all);
    }
}
