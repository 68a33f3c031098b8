package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.launcher.TestWorld.Ran;
import io.keentill.store.PayLinkRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paying by link, and receipts as files and by e-mail, from the command line against the sandbox. */
class CounterPapersTest {

    @TempDir
    Path folder;

    @Test
    void aCustomerPaysByLinkAndGetsTheReceipt() throws Exception {
        try (TestWorld world = new TestWorld(folder)) {
            assertThat(world.init().status()).isZero();
            CompletableFuture<Ran> selling = CompletableFuture.supplyAsync(
                    () -> world.run("sell", "--item", "5083016613186", "--tender", "link", "--link-wait", "60"));
            pay(world, session(world));
            Ran sold = selling.get(90, TimeUnit.SECONDS);
            assertThat(sold.status()).as(sold.err()).isZero();
            assertThat(sold.json().get("tender").asString()).isEqualTo("link");
            assertThat(sold.json().get("state").asString()).isEqualTo("paid");

            Path pdf = folder.resolve("receipt.pdf");
            Ran saved = world.run("receipt", "1", "--pdf", pdf.toString(), "--email", "ann@example.com");
            assertThat(saved.status()).as(saved.err()).isZero();
            assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes());
            assertThat(saved.json().get("email").asString()).isEqualTo("sent");
            assertThat(world.get("/comms/threads").toString()).contains("ann@example.com");

            Ran nowhere = world.run(
                    "receipt", "1", "--pdf", folder.resolve("no/such/r.pdf").toString());
            assertThat(nowhere.status()).isEqualTo(1);
            assertThat(nowhere.err()).contains("could not be written").contains("Name another file");
            Ran noAddress = world.run("receipt", "1", "--email", "ann");
            assertThat(noAddress.status()).isEqualTo(1);
            assertThat(noAddress.err()).contains("name@example.com");
        }
    }

    @Test
    void aLinkThatNobodyPaysIsEndedAndTheSaleDropped() throws Exception {
        try (TestWorld world = new TestWorld(folder)) {
            assertThat(world.init().status()).isZero();
            Ran sold = world.run("sell", "--item", "5083016613186", "--tender", "link", "--link-wait", "1");
            assertThat(sold.status()).isEqualTo(1);
            assertThat(sold.json().get("state").asString()).isEqualTo("cancelled");
            assertThat(world.run("status").json().get("open_payments").asLong()).isZero();
        }
    }

    /** The run that showed it was killed: the next one ends it and goes on, since no terminal knows anything of it. */
    @Test
    void aLinkThatADeadRunLeftOnTheCounterIsEndedByTheNextSale() throws Exception {
        try (TestWorld world = new TestWorld(folder)) {
            assertThat(world.init().status()).isZero();
            CompletableFuture<Ran> dying = CompletableFuture.supplyAsync(
                    () -> world.run("sell", "--item", "5083016613186", "--tender", "link", "--link-wait", "60"));
            String session = session(world);
            Path died = folder.resolve("died");
            copy(world.data(), died);
            Ran next = TestWorld.runPlain(
                    "sell", "--item", "5083016613186", "--tender", "cash", "--wait", "120", "--data", died.toString());
            assertThat(next.status()).as(next.err()).isZero();
            assertThat(next.out()).contains("left over from an earlier run; ending it", "is parked");
            assertThat(world.get("/checkout-sessions/" + session).toString()).contains("expired");
            assertThat(dying.get(90, TimeUnit.SECONDS).status()).isNotZero();
        }
    }

    /** A till's folder as a killed process leaves it, with the key to RevKeen below it. */
    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String session(TestWorld world) {
        AtomicReference<String> found = new AtomicReference<>();
        boolean made = Waiting.until(Duration.ofSeconds(60), () -> {
            opened(world).ifPresent(found::set);
            return found.get() != null;
        });
        assertThat(made).as("a session was made").isTrue();
        return found.get();
    }

    private static Optional<String> opened(TestWorld world) {
        try (TillStore store = TillStore.openReadOnly(world.data())) {
            return store.read(view -> view.payLinks().watched().stream()
                    .map(PayLinkRow::sessionId)
                    .filter(Objects::nonNull)
                    .findFirst());
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static void pay(TestWorld world, String session) throws Exception {
        URI api = world.sandbox.baseUrl();
        URI control = URI.create(
                "http://" + api.getHost() + ":" + api.getPort() + "/sandbox/checkout-sessions/" + session + "/pay");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> paid = client.send(
                    HttpRequest.newBuilder(control)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"card\":\"success\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(paid.statusCode()).as(paid.body()).isEqualTo(200);
        }
    }
}
