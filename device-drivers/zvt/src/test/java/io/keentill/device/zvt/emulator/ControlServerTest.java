package io.keentill.device.zvt.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ControlServerTest {

    @Test
    void steersAnEmulator() throws Exception {
        try (Bench bench = Bench.tcp(Bench.settings())) {
            int port = bench.emulator.control(0);
            assertThat(call(port, "POST", "/next", "{\"outcome\":\"decline\",\"code\":\"33\"}"))
                    .startsWith("200");
            assertThat(bench.pay(1000, new Recorder())).isInstanceOf(Outcome.Declined.class);
            assertThat(call(port, "GET", "/ledger", "")).isEqualTo("200 {\"entries\":[],\"card_minor\":0}");

            assertThat(call(port, "POST", "/next", "{ \"outcome\" : \"hold\" }"))
                    .startsWith("200");
            CountDownLatch approved = new CountDownLatch(1);
            bench.emulator.onHostApproved(entry -> approved.countDown());
            CompletableFuture<Outcome> paying = CompletableFuture.supplyAsync(() -> bench.pay(1000, new Recorder()));
            assertThat(approved.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(call(port, "GET", "/ledger", "")).contains("\"state\":\"booked\"", "\"card_minor\":1000");
            assertThat(call(port, "POST", "/release", "")).startsWith("200");
            assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Approved.class);
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        try (Bench bench = Bench.tcp(Bench.settings())) {
            int port = bench.emulator.control(0);
            assertThat(call(port, "POST", "/next", "{\"outcome\":\"win\"}")).startsWith("400 {\"error\":");
            assertThat(call(port, "POST", "/next", "nonsense")).startsWith("400");
            assertThat(call(port, "POST", "/policy", "{\"commit\":\"maybe\"}")).startsWith("400");
            assertThat(call(port, "POST", "/policy", "{\"commit\":\"books-at-host\"}"))
                    .startsWith("200");
            assertThat(call(port, "GET", "/next", "")).startsWith("404");
        }
    }

    @Test
    void theLedgerSurvivesARestart(@TempDir Path dir) throws Exception {
        EmulatorSettings settings =
                Bench.settings().ledgerIn(dir.resolve("ledger.jsonl")).startingAt(999_999);
        try (Bench bench = Bench.tcp(settings)) {
            bench.paid(1000);
            bench.emulator.next(new NextOutcome.DropAnswer(false));
            bench.pay(500, new Recorder());
            bench.awaitIdle();
        }
        try (Bench bench = Bench.tcp(settings)) {
            assertThat(bench.emulator.ledger().entries())
                    .extracting(LedgerEntry::trace, LedgerEntry::state)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(999_999, LedgerEntry.State.BOOKED),
                            org.assertj.core.groups.Tuple.tuple(1, LedgerEntry.State.REVERSED));
            assertThat(bench.charged()).isEqualTo(1000);
            assertThat(bench.pay(5, new Recorder())).isInstanceOf(Outcome.Approved.class);
        }
    }

    private String call(int port, String method, String path, String body) throws Exception {
        HttpURLConnection http = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        http.setRequestMethod(method);
        if (method.equals("POST")) {
            http.setDoOutput(true);
            http.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = http.getResponseCode();
        try (var answer = status < 400 ? http.getInputStream() : http.getErrorStream()) {
            return status + " " + new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
