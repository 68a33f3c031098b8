package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No write is sent twice, and what may have arrived is said so. */
@Timeout(40)
class NetworkFaultsTest {
    private static final String PAYMENT =
            "{\"data\":{\"id\":\"t1\",\"status\":\"requested\",\"amount_minor\":100,\"currency\":\"GBP\"}}";
    private final VirtualTime time = new VirtualTime();
    private LoopbackServer server;
    private RevKeen revkeen;

    private RevKeenOptions options() {
        return RevKeenOptions.builder()
                .clock(time)
                .sleeper(time)
                .random(new Random(1))
                // Long enough for a busy machine to answer within it; what waits it out says so.
                .ioTimeout(Duration.ofSeconds(2))
                .callTimeout(Duration.ofSeconds(30))
                .maxReplyBytes(10_000)
                .build();
    }

    @BeforeEach
    void open() throws Exception {
        server = new LoopbackServer();
        revkeen = RevKeen.at(server.url(), "rk_sandbox_x", options());
    }

    @AfterEach
    void close() throws Exception {
        revkeen.close();
        server.close();
    }

    private ApiCall<?> sale() {
        return revkeen.terminalPayments().create(TerminalPaymentRequest.of("d1", 100, "GBP"));
    }

    private void expectLostOnce() {
        var lost = (ApiResult.Unreachable<?>) sale().send();
        assertThat(lost.maybeSent()).isTrue();
        assertThat(lost.message()).contains("may have arrived");
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void dropped_after_the_request() {
        server.then((request, in, out) -> {}).reply(200, PAYMENT);
        expectLostOnce();
    }

    @Test
    void cut_body() {
        server.then((request, in, out) -> {
            out.write("HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{\"data\"".getBytes());
            out.flush();
        });
        expectLostOnce();
    }

    @Test
    void no_answer_in_time() {
        server.then((request, in, out) -> in.read());
        expectLostOnce();
    }

    @Test
    void endless_answer() {
        server.reply(200, "x".repeat(20_000));
        expectLostOnce();
    }

    @Test
    void okhttp_own_follow_ups_do_not_repeat_a_write() {
        server.reply(503, "{}", "Retry-After: 0").reply(200, PAYMENT);
        assertThat(sale().send()).isInstanceOf(ApiResult.Refused.class);
        assertThat(server.count()).isEqualTo(1);
        server.answers.clear();
        server.reply(408, "{}").reply(200, PAYMENT);
        assertThat(sale().send()).isInstanceOf(ApiResult.Refused.class);
        assertThat(server.count()).isEqualTo(2);
        server.answers.clear();
        server.reply(307, "{}", "Location: " + server.url() + "/elsewhere").reply(200, PAYMENT);
        assertThat(sale().send()).isInstanceOf(ApiResult.Refused.class);
        assertThat(server.count()).isEqualTo(3);
    }

    @Test
    void certainly_not_sent() throws Exception {
        String plainPort = server.url().replace("http:", "https:");
        server.then((request, in, out) -> out.write("not tls".getBytes()));
        var trusting = RevKeenOptions.builder()
                .trustCustomHost(true)
                .connectTimeout(Duration.ofSeconds(2))
                .ioTimeout(Duration.ofSeconds(2))
                .build();
        // Held and not listened on, so that nobody else's server is there meanwhile.
        try (var held = SocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String refusing = "http://127.0.0.1:" + held.socket().getLocalPort() + "/v2";
            for (String url : new String[] {refusing, "https://no-such-host.invalid/v2", plainPort}) {
                try (var away = RevKeen.at(url, "rk_sandbox_x", trusting)) {
                    var lost = (ApiResult.Unreachable<?>)
                            away.terminalPayments().cancel("t1").send();
                    assertThat(lost.maybeSent()).as(url + " " + lost.cause()).isFalse();
                    assertThat(lost.message()).contains("Nothing was sent");
                }
            }
        }
    }

    /** What a call on a thread of this kind ends in when it is interrupted as soon as {@code ready} opens. */
    private static ApiResult.Unreachable<?> interrupted(Thread.Builder kind, RevKeen revkeen, CountDownLatch ready)
            throws Exception {
        var result = new AtomicReference<ApiResult<?>>();
        var flag = new AtomicBoolean();
        Thread caller = kind.start(() -> {
            result.set(revkeen.terminalPayments().cancel("t1").send());
            flag.set(Thread.currentThread().isInterrupted());
        });
        assertThat(ready.await(15, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(15))).isTrue();
        assertThat(flag).as("the interrupt is left for the caller to see").isTrue();
        return (ApiResult.Unreachable<?>) result.get();
    }

    @Test
    void an_interrupt_is_heard_in_the_middle_of_a_read_on_any_thread() throws Exception {
        for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
            var arrived = new CountDownLatch(1);
            try (var slow = RevKeen.at(server.url(), "rk_sandbox_x")) {
                server.then((request, in, out) -> {
                    arrived.countDown();
                    in.read();
                });
                var lost = interrupted(kind, slow, arrived);
                assertThat(lost.maybeSent()).isTrue();
                assertThat(lost.message()).isEqualTo("The request was stopped. The request may have arrived.");
            }
        }
    }

    @Test
    void an_interrupt_before_the_call_sends_nothing_and_a_closed_client_sends_nothing() {
        Thread.currentThread().interrupt();
        try {
            var lost = (ApiResult.Unreachable<?>) sale().send();
            assertThat(lost.maybeSent()).isFalse();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        var late = sale();
        revkeen.close();
        var lost = (ApiResult.Unreachable<?>) late.send();
        assertThat(lost.maybeSent()).isFalse();
        assertThat(lost.message()).contains("closed");
        assertThat(server.count()).isZero();
    }

    @Test
    void an_interrupt_is_heard_while_connecting() throws Exception {
        List<Socket> queued = new ArrayList<>();
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var slow = RevKeen.at("http://127.0.0.1:" + full.getLocalPort() + "/v2", "rk_sandbox_x")) {
            for (int i = 0; i < 4; i++) {
                Socket socket = SocketChannel.open().socket();
                socket.getChannel().configureBlocking(false);
                socket.getChannel().connect(full.getLocalSocketAddress());
                queued.add(socket);
            }
            var lost = interrupted(Thread.ofPlatform(), slow, new CountDownLatch(0));
            assertThat(lost.maybeSent()).isFalse();
        } finally {
            for (Socket socket : queued) {
                socket.close();
            }
        }
    }

    /** A handshake that hangs, a large request that is not read, an answer that stops: each silence is bounded. */
    @Test
    void silence_is_bounded_in_every_phase() throws Exception {
        var options =
                // So long that a busy machine gets from the connection to the first byte of the request within it.
                RevKeenOptions.builder().ioTimeout(Duration.ofSeconds(4)).callTimeout(Duration.ofSeconds(30));
        var hasty = options.connectTimeout(Duration.ofMillis(1_200)).build();
        var brief = options.connectTimeout(Duration.ofSeconds(10)).build();
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            try (var secure = RevKeen.at("https://127.0.0.1:" + mute.getLocalPort() + "/v2", "rk_sandbox_x", hasty)) {
                var lost = (ApiResult.Unreachable<?>)
                        secure.terminalPayments().cancel("t1").send();
                assertThat(lost.maybeSent()).as("no handshake, no request").isFalse();
            }
            try (var unread = RevKeen.at("http://127.0.0.1:" + mute.getLocalPort() + "/v2", "rk_sandbox_x", brief)) {
                byte[] large = new byte[16 * 1024 * 1024];
                var lost = (ApiResult.Unreachable<?>)
                        unread.send(new FrozenRequest("POST", "/imports", large, "k", "text/csv"));
                assertThat(lost.maybeSent())
                        .as(lost.message() + " " + lost.cause())
                        .isTrue();
                assertThat(lost.message()).startsWith("RevKeen did not answer in time.");
            }
        }
        server.then((request, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{".getBytes());
            out.flush();
            in.read();
        });
        try (var halted = RevKeen.at(server.url(), "rk_sandbox_x", brief)) {
            var lost = (ApiResult.Unreachable<?>)
                    halted.terminalPayments().cancel("t1").send();
            assertThat(lost.message()).startsWith("RevKeen did not answer in time.");
        }
    }

    /** What moves may take longer than the longest silence. */
    @Test
    void an_answer_that_keeps_moving_is_not_silent() {
        server.then((request, in, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + PAYMENT.length() + "\r\n\r\n").getBytes());
            for (byte b : PAYMENT.getBytes()) {
                out.write(b);
                out.flush();
                TimeUnit.MILLISECONDS.sleep(30);
            }
        });
        assertThat(sale().send()).isInstanceOf(ApiResult.Ok.class);
    }

    /** Each byte comes in time, and yet the whole would take for ever. */
    @Test
    void an_answer_that_trickles_is_ended_when_the_call_has_taken_too_long() throws Exception {
        var brief = RevKeenOptions.builder()
                .ioTimeout(Duration.ofSeconds(5))
                // So long that a busy machine has sent its request within it.
                .callTimeout(Duration.ofMillis(1_500))
                .build();
        // None of the call's time goes into what a program's first call needs to get ready.
        server.reply(200, PAYMENT);
        assertThat(sale().send()).isInstanceOf(ApiResult.Ok.class);
        try (var trickling = RevKeen.at(server.url(), "rk_sandbox_x", brief)) {
            for (int round = 0; round < 2; round++) {
                var ended = new CountDownLatch(1);
                server.then((request, in, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n".getBytes());
                    try {
                        while (true) {
                            out.write(' ');
                            out.flush();
                            TimeUnit.MILLISECONDS.sleep(5);
                        }
                    } finally {
                        ended.countDown();
                    }
                });
                var lost = (ApiResult.Unreachable<?>)
                        trickling.terminalPayments().cancel("t1").send();
                assertThat(lost.maybeSent()).isTrue();
                assertThat(lost.message()).startsWith("RevKeen did not answer in time.");
                assertThat(ended.await(15, TimeUnit.SECONDS))
                        .as("the connection was cut")
                        .isTrue();
            }
        }
    }

    @Test
    void closing_ends_a_running_call() throws Exception {
        var result = new AtomicReference<ApiResult<?>>();
        var arrived = new CountDownLatch(1);
        server.then((request, in, out) -> {
            arrived.countDown();
            in.read();
        });
        var slow = RevKeen.at(server.url(), "rk_sandbox_x");
        Thread caller = Thread.ofPlatform()
                .start(() -> result.set(slow.terminalPayments().cancel("t1").send()));
        assertThat(arrived.await(15, TimeUnit.SECONDS)).isTrue();
        slow.close();
        assertThat(caller.join(Duration.ofSeconds(15))).isTrue();
        assertThat(((ApiResult.Unreachable<?>) result.get()).maybeSent()).isTrue();
    }

    @Test
    void with_retry_repeats_the_same_bytes_and_key() throws Exception {
        server.then((request, in, out) -> {})
                .reply(409, "{\"error\":{\"code\":\"idempotency_in_progress\",\"message\":\"m\"}}")
                .reply(429, "{}", "Retry-After: 3")
                .reply(201, PAYMENT, "Idempotency-Replayed: true", "x-request-id: req_1");
        var call = sale();
        var ok = (ApiResult.Ok<?>) call.sendWithRetry(RetryPolicy.patient());
        assertThat(ok.replayed()).isTrue();
        assertThat(ok.requestId()).isEqualTo("req_1");
        assertThat(new String(ok.rawBody())).isEqualTo(PAYMENT);
        assertThat(server.count()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            var got = server.arrived.take();
            assertThat(got.headers()).containsEntry("Idempotency-Key", call.idempotencyKey());
            assertThat(got.body()).isEqualTo(call.body());
        }
        assertThat(time.slept).hasSize(3);
        assertThat(time.slept.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(time.slept.get(2)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(7));
    }

    @Test
    void with_retry_stops_on_what_a_repeat_cannot_heal() {
        server.reply(422, "{}").reply(201, PAYMENT);
        assertThat(sale().sendWithRetry(RetryPolicy.patient())).isInstanceOf(ApiResult.Refused.class);
        assertThat(server.count()).isEqualTo(1);
        server.answers.clear();
        server.reply(429, "{}", "Retry-After: 900");
        assertThat(sale().sendWithRetry(RetryPolicy.patient())).isInstanceOf(ApiResult.Refused.class);
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void reads_are_repeated() {
        server.then((request, in, out) -> {}).reply(503, "{}").reply(200, PAYMENT);
        assertThat(revkeen.terminalPayments().get("t1").orThrow().amountMinor()).isEqualTo(100);
        assertThat(server.count()).isEqualTo(3);
    }
}
