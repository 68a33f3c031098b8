package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.http.Target;
import io.keentill.revkeen.http.Transport;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every envelope P1 to P11 in two pages of two, then one item. */
class PagingTest {
    private LoopbackServer server;
    private Transport transport;

    @BeforeEach
    void open() throws Exception {
        server = new LoopbackServer();
        transport = new Transport(Target.check(server.url(), "test-key", false), RevKeenOptions.defaults());
    }

    @AfterEach
    void close() throws Exception {
        transport.close();
        server.close();
    }

    private Listing<String> list(Envelope envelope) {
        return new Caller(transport)
                .list("/things", new Paths.Query().put("q", "a b"), envelope, f -> f.needText("id"))
                .pageSize(2);
    }

    private static String ids(String... ids) {
        return "\"data\":["
                + String.join(
                        ",",
                        List.of(ids).stream().map(i -> "{\"id\":\"" + i + "\"}").toList()) + "]";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "P1 | CURSOR | 'object':'list','has_more':true,'total_count':3 | 'object':'list','has_more':false,'total_count':3 | starting_after=b",
                "P2 | CURSOR | 'object':'list','has_more':true,'url':'/x' | 'object':'list','has_more':false,'url':'/x' | starting_after=b",
                "P3 | CURSOR | 'object':'list','has_more':true | 'object':'list','has_more':false | starting_after=b",
                "P4 | CURSOR | 'meta':{'count':2,'limit':2} | 'meta':{'count':1,'limit':2} | starting_after=b",
                "P6 | OFFSET | 'requestId':'r' | 'requestId':'r' | offset=2",
                "P7 | OFFSET | 'pagination':{'limit':2,'offset':0,'total':3} | 'pagination':{'limit':2,'offset':2,'total':3} | offset=2",
                "P7b | OFFSET | 'pagination':{'limit':2,'offset':0} | 'pagination':{'limit':2,'offset':2} | offset=2",
                "P8 | OFFSET | 'pagination':{'limit':2,'offset':0,'total':3},'customer':{'id':'c'} | 'pagination':{'limit':2,'offset':2,'total':3},'customer':{'id':'c'} | offset=2",
                "P9 | OFFSET | 'meta':{'total':3,'limit':2,'offset':0,'has_more':true} | 'meta':{'total':3,'limit':2,'offset':2,'has_more':false} | offset=2",
                "P9b | OFFSET | 'meta':{'payout_id':'p','total':3,'limit':2,'offset':0} | 'meta':{'payout_id':'p','total':3,'limit':2,'offset':2} | offset=2",
                "P10 | PAGE | 'pagination':{'page':1,'limit':2,'total':3,'totalPages':2} | 'pagination':{'page':2,'limit':2,'total':3,'totalPages':2} | page=2",
                "P11 | PAGE | 'pagination':{'kind':'offset','page':1,'limit':2,'total':3,'totalPages':2} | 'pagination':{'kind':'offset','page':2,'limit':2,'total':3,'totalPages':2} | page=2"
            })
    void envelope(String name, Envelope.Step step, String first, String second, String next) throws Exception {
        Envelope envelope = new Envelope(step, "data", "limit");
        server.reply(200, "{" + ids("a", "b") + "," + first.replace('\'', '"') + "}")
                .reply(200, "{" + ids("c") + "," + second.replace('\'', '"') + "}");
        assertThat(list(envelope).stream()).as(name).containsExactly("a", "b", "c");
        assertThat(server.count()).isEqualTo(2);
        assertThat(server.arrived.take().line()).contains("q=a%20b&limit=2");
        assertThat(server.arrived.take().line()).contains(next);
    }

    @Test
    void whole_list_P5() {
        server.reply(200, "{" + ids("a", "b") + ",\"meta\":{\"count\":2}}");
        assertThat(list(Envelope.WHOLE).all(10).orThrow()).containsExactly("a", "b");
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void lazy_and_without_repeats_while_rows_are_added() {
        server.reply(200, "{" + ids("d", "c") + "}")
                .reply(200, "{" + ids("c", "b") + "}")
                .reply(200, "{" + ids("a") + "}");
        var some = list(Envelope.OFFSET).stream().limit(1).toList();
        assertThat(some).containsExactly("d");
        assertThat(server.count()).isEqualTo(1);
        server.answers.clear();
        server.reply(200, "{" + ids("d", "c") + "}")
                .reply(200, "{" + ids("c", "b") + "}")
                .reply(200, "{" + ids("a") + "}");
        assertThat(list(Envelope.OFFSET).stream()).containsExactly("d", "c", "b", "a");
    }

    @Test
    void a_server_that_turns_in_circles_is_noticed() {
        server.reply(200, "{" + ids("a", "b") + ",\"has_more\":true}")
                .reply(200, "{" + ids("a", "b") + ",\"has_more\":true}");
        assertThatThrownBy(() -> list(Envelope.CURSOR).stream().toList()).isInstanceOf(ApiFailureException.class);
    }

    @Test
    void an_offset_list_that_turns_in_circles_is_noticed() {
        for (int i = 0; i < 4; i++) {
            server.reply(200, "{" + ids("a", "b") + ",\"meta\":{\"total\":99,\"limit\":2,\"has_more\":true}}");
        }
        assertThatThrownBy(() -> list(Envelope.OFFSET).stream().toList())
                .isInstanceOf(ApiFailureException.class)
                .hasMessageContaining("does not move on");
        assertThat(server.count()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "P12 | alerts | pageSize=2&page=1 | pageSize=2&page=2 | 'total':3,'page':1,'pageSize':2",
                "P13 | threads | limit=2 | limit=2&offset=2 | 'total':3,'limit':2,'offset':0",
                "P14 meters | data | limit=2 | limit=2&offset=2 | 'pagination':{'limit':2,'offset':0,'count':2}"
            })
    void named_and_counted(String name, String member, String first, String second, String counters) throws Exception {
        Envelope envelope = (name.equals("P12") ? Envelope.PAGE_SIZED : Envelope.OFFSET).named(member);
        String rest = "," + counters.replace('\'', '"') + "}";
        server.reply(200, "{" + ids("a", "b").replace("data", member) + rest)
                .reply(200, "{" + ids("c").replace("data", member) + rest);
        assertThat(list(envelope).stream()).as(name).containsExactly("a", "b", "c");
        assertThat(server.arrived.take().line()).endsWith("q=a%20b&" + first + " HTTP/1.1");
        assertThat(server.arrived.take().line()).endsWith("q=a%20b&" + second + " HTTP/1.1");
    }

    @Test
    void a_list_with_a_limit_alone_is_one_answer_that_says_when_there_is_more_P14() throws Exception {
        String answer = "{\"object\":\"list\"," + ids("a", "b") + ",\"has_more\":true}";
        server.reply(200, answer).reply(200, answer);
        assertThat(list(Envelope.LIMITED).stream()).containsExactly("a", "b");
        assertThat(list(Envelope.LIMITED).firstPage().orThrow().hasMore()).isTrue();
        assertThat(server.count()).isEqualTo(2);
        assertThat(server.arrived.take().line()).endsWith("limit=2 HTTP/1.1");
    }

    @Test
    void items_without_ids_are_given_as_they_come() {
        String two = "{\"threads\":[{\"n\":1},{\"n\":1}],\"total\":3,\"limit\":2}";
        server.reply(200, two).reply(200, "{\"threads\":[{\"n\":1}],\"total\":3,\"limit\":2}");
        var threads = new Caller(transport)
                .list("/threads", new Paths.Query(), Envelope.OFFSET.named("threads"), f -> f.needNumber("n"))
                .pageSize(2);
        assertThat(threads.stream()).containsExactly(1L, 1L, 1L);
    }

    @Test
    void a_failure_gives_no_partial_list() {
        server.reply(200, "{" + ids("a", "b") + ",\"has_more\":true}").reply(403, "{}");
        assertThat(list(Envelope.CURSOR).all(100)).isInstanceOf(ApiResult.Refused.class);
        assertThatThrownBy(() -> list(Envelope.CURSOR).pageSize(101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void empty_and_limited() {
        server.reply(200, "{\"data\":[],\"has_more\":true}");
        assertThat(list(Envelope.CURSOR).all(5).orThrow()).isEmpty();
        server.reply(200, "{" + ids("a", "b") + ",\"has_more\":true}");
        assertThat(list(Envelope.CURSOR).all(1).orThrow()).containsExactly("a");
    }
}
