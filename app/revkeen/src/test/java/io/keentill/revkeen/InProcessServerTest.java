package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorSettings;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server in the same process gets what a server across the network would get, on the caller's own thread. */
class InProcessServerTest {

    private static final String PAYMENT =
            "{\"data\":{\"id\":\"t1\",\"status\":\"requested\",\"amount_minor\":100,\"currency\":\"GBP\"}}";

    private final Server server = new Server();
    private final RevKeen revkeen = RevKeen.at(
            "http://127.0.0.1:1/v2",
            "rk_sandbox_x",
            RevKeenOptions.builder()
                    .random(new Random(1))
                    .readRetry(RetryPolicy.once())
                    .inProcess(server)
                    .build());

    /** How a line behaves. */
    @FunctionalInterface
    private interface Behaviour {
        InProcessServer.Answer answer(InProcessServer.Question question) throws IOException;
    }

    private static final class Server implements InProcessServer {
        private Behaviour behaviour = question -> new Answer(201, Map.of(), bytes(PAYMENT));
        private Question asked;
        private Thread on;

        @Override
        public Answer answer(Question question) throws IOException {
            asked = question;
            on = Thread.currentThread();
            return behaviour.answer(question);
        }

        @Override
        public ConnectorChannel connector(ConnectorSettings settings, ConnectorListener listener) {
            throw new UnsupportedOperationException("no channel");
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ApiResult<TerminalPayment> sale() {
        return revkeen.terminalPayments()
                .create(TerminalPaymentRequest.of("d1", 100, "GBP"))
                .send();
    }

    @AfterEach
    void close() {
        revkeen.close();
    }

    @Test
    void itGetsTheWholeRequest() {
        assertThat(sale()).isInstanceOf(ApiResult.Ok.class);
        assertThat(server.asked.method()).isEqualTo("POST");
        assertThat(server.asked.path()).isEqualTo("/v2/terminal-payments");
        assertThat(server.asked.headers()).containsKeys("idempotency-key", "X-Api-Key", "RevKeen-Version");
        assertThat(new String(server.asked.body(), StandardCharsets.UTF_8)).contains("\"amount_minor\":100");
        assertThat(server.on).isSameAs(Thread.currentThread());
    }

    @Test
    void aRefusalAndItsHeadersAreRead() {
        server.behaviour = question -> new InProcessServer.Answer(
                429, Map.of("Retry-After", "0"), bytes("{\"error\":{\"code\":\"rate_limited\",\"message\":\"slow\"}}"));
        ApiResult.Refused<?> no = (ApiResult.Refused<?>) sale();
        assertThat(no.error()).isInstanceOf(ApiError.RateLimited.class);
    }

    @Test
    void whereNothingLeftThatIsKnown() {
        server.behaviour = question -> {
            throw new ConnectException("no network");
        };
        assertThat(((ApiResult.Unreachable<?>) sale()).maybeSent()).isFalse();
    }

    @Test
    void whereItMayHaveArrivedThatIsSaid() {
        server.behaviour = question -> {
            throw new SocketTimeoutException("late");
        };
        assertThat(((ApiResult.Unreachable<?>) sale()).maybeSent()).isTrue();
    }

    @Test
    void anAnswerThatBreaksOffMayHaveTakenEffect() {
        server.behaviour = question -> new InProcessServer.Answer(
                201, Map.of(), new SequenceInputStream(bytes(PAYMENT.substring(0, 20)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }
                }));
        assertThat(((ApiResult.Unreachable<?>) sale()).maybeSent()).isTrue();
    }

    @Test
    void readsGoThereToo() {
        server.behaviour = question -> new InProcessServer.Answer(200, Map.of(), bytes(PAYMENT));
        assertThat(revkeen.terminalPayments().get("t1")).isInstanceOf(ApiResult.Ok.class);
        assertThat(server.asked.method()).isEqualTo("GET");
        assertThat(server.asked.body()).isEmpty();
    }
}
