package io.keentill.device.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientTest {

    /** For a silence that is waited for. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** For answers that are there at once, however late a busy machine comes to read them. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final Deque<ScriptedLink> next = new ArrayDeque<>();
    private final List<ScriptedLink> opened = new ArrayList<>();
    private final HttpClient client = new HttpClient(
            (address, within) -> {
                ScriptedLink link = next.poll();
                if (link == null) {
                    throw new LinkException("Nobody is there");
                }
                opened.add(link);
                return link;
            },
            LinkAddress.parse("tcp:10.0.0.1:80"),
            new HttpLimits(SECOND, 512, 1000));

    @Test
    void writesWhatTheStandardAsksFor() {
        answering(OK);
        assertThat(text(client.exchange(HttpCall.postJson("/a?b=c", "{}").with("Authorization", "Bearer x"), LONG)))
                .isEqualTo("hello");
        assertThat(opened.getFirst().written())
                .startsWith("POST /a?b=c HTTP/1.1\r\nHost: 10.0.0.1:80\r\n")
                .contains("Authorization: Bearer x\r\n", "Content-Length: 2\r\n", "Connection: close\r\n")
                .endsWith("\r\n\r\n{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 4096})
    void putsPiecesTogetherHoweverTheyAreCut(int piece) {
        String chunked = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;note=1\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: x\r\n\r\n";
        next.add(new ScriptedLink(chunked, piece, false));
        next.add(new ScriptedLink(OK, piece, false));
        next.add(new ScriptedLink("HTTP/1.0 200 OK\r\n\r\nhello", piece, true));
        for (int i = 0; i < 3; i++) {
            assertThat(text(client.exchange(HttpCall.postJson("/", "{}"), LONG)))
                    .isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200\r\n\r\n",
                "HTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 99 x\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n folded: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n"
            })
    void refusesWhatIsNoPlainAnswer(String nonsense) {
        answering(nonsense);
        assertThat(client.exchange(HttpCall.postJson("/", "{}"), LONG))
                .isInstanceOfSatisfying(
                        HttpResult.NoAnswer.class, no -> assertThat(no.why()).contains("no valid HTTP"));
        assertThat(opened.getFirst().closed).isTrue();
    }

    @Test
    void endlessHeadersAndBodiesAreCutOff() {
        answering("HTTP/1.1 200 OK\r\nX: " + "a".repeat(600));
        answering("HTTP/1.1 200 OK\r\n" + "X: aaaaaaaaaa\r\n".repeat(100));
        next.add(new ScriptedLink("HTTP/1.1 200 OK\r\n\r\n" + "a".repeat(5000), 4096, false));
        answering("HTTP/1.1 100 Continue\r\n\r\n".repeat(50));
        for (int i = 0; i < 4; i++) {
            assertThat(client.exchange(HttpCall.get("/"), SECOND)).isInstanceOf(HttpResult.NoAnswer.class);
        }
    }

    @Test
    void anAnswerCutAnywhereIsNoAnswer() {
        for (int cut = 0; cut < OK.length(); cut++) {
            next.add(new ScriptedLink(OK.substring(0, cut), 4096, true));
            assertThat(client.exchange(HttpCall.postJson("/", "{}"), LONG))
                    .as("cut after %s bytes", cut)
                    .isInstanceOf(HttpResult.NoAnswer.class);
        }
    }

    @Test
    void saysWhetherAnythingMayHaveLeft() {
        assertThat(client.exchange(HttpCall.get("/"), SECOND)).isEqualTo(new HttpResult.NotSent("Nobody is there"));
        answering("");
        assertThat(client.exchange(HttpCall.get("/"), SECOND)).isInstanceOf(HttpResult.NoAnswer.class);
        answering(OK);
        assertThat(client.exchange(HttpCall.get("/"), Duration.ZERO)).isInstanceOf(HttpResult.NotSent.class);
        client.close();
        answering(OK);
        assertThat(client.exchange(HttpCall.get("/"), SECOND)).isInstanceOf(HttpResult.NotSent.class);
    }

    @Test
    void onlyQuestionsReuseALinkAndNothingIsEverRepeated() {
        next.add(new ScriptedLink(OK + OK, OK.length(), true));
        answering(OK);
        assertThat(text(client.exchange(HttpCall.get("/"), LONG))).isEqualTo("hello");
        assertThat(text(client.exchange(HttpCall.get("/"), LONG))).isEqualTo("hello");
        assertThat(opened).hasSize(1);
        assertThat(text(client.exchange(HttpCall.postJson("/", "{}"), LONG))).isEqualTo("hello");
        assertThat(opened).hasSize(2);
        assertThat(opened.getFirst().closed).isTrue();
    }

    @Test
    void bytesBehindAnAnswerEndTheLink() {
        next.add(new ScriptedLink(OK + "HTTP/1.1 200 OK\r\n", 4096, false));
        assertThat(text(client.exchange(HttpCall.get("/"), LONG))).isEqualTo("hello");
        assertThat(opened.getFirst().closed).isTrue();
    }

    @Test
    void noValueCanAddALine() {
        assertThatThrownBy(() -> HttpCall.get("/a\r\nX: y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpCall.get("/").with("X", "a\r\nY: b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpCall.get("/").with("Content-Length", "7"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HttpCall.get("/pair?pairingCode=1234")).hasToString("GET /pair?…");
    }

    private void answering(String answer) {
        next.add(new ScriptedLink(answer, 4096, false));
    }

    private static String text(HttpResult result) {
        assertThat(result).isInstanceOf(HttpResult.Answered.class);
        return ((HttpResult.Answered) result).reply().text();
    }
}
