package io.keentill.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Every row of API reference A.7. */
class PagingTest {
    @TempDir
    Path directory;

    Database database;
    Ids ids;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("paging.db"));
        ids = new Ids(new SecureRandom());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Envelope, query, and what the answer must be around the items a to z, of which z is the newest. */
    static List<Arguments> rows() {
        return List.of(
                row("P1", Paging.P1, Map.of("limit", "2"), "{'object':'list','data':'zy','has_more':true}"),
                row(
                        "P1 of setup intents",
                        Paging.P1_COUNTED,
                        Map.of("limit", "2"),
                        "{'object':'list','data':'zy','has_more':true,'url':'/v2/things','total_count':26}"),
                row(
                        "P2",
                        Paging.P2,
                        Map.of("limit", "2"),
                        "{'object':'list','data':'zy','has_more':true,'url':'/v2/things'}"),
                row("P3", Paging.P3, Map.of("limit", "2"), "{'object':'list','data':'zy','has_more':true}"),
                row("P4", Paging.P4, Map.of("limit", "2"), "{'data':'zy','meta':{'count':2,'limit':2}}"),
                row("P5", Paging.P5, Map.of("limit", "2"), "{'data':'zyxwvutsrqponmlkjihgfedcba','meta':{'count':26}}"),
                row("P6", Paging.P6, Map.of("limit", "2", "offset", "1"), "{'data':'yx','requestId':'req_1'}"),
                row(
                        "P7",
                        Paging.P7,
                        Map.of("limit", "2", "offset", "1"),
                        "{'data':'yx','pagination':{'limit':2,'offset':1,'total':26}}"),
                row(
                        "P8",
                        Paging.P8,
                        Map.of("offset", "25"),
                        "{'data':'a','pagination':{'limit':50,'offset':25,'total':26}}"),
                row(
                        "P9",
                        Paging.P9,
                        Map.of("limit", "2", "offset", "24"),
                        "{'data':'ba','meta':{'total':26,'limit':2,'offset':24,'has_more':false}}"),
                row(
                        "P9b",
                        Paging.P9B,
                        Map.of("limit", "1"),
                        "{'data':'z','meta':{'payout_id':'owner','total':26,'limit':1,'offset':0}}"),
                row(
                        "P10",
                        Paging.P10,
                        Map.of("limit", "10", "page", "3"),
                        "{'data':'uvwxyz','pagination':{'page':3,'limit':10,'total':26,'totalPages':3}}"),
                row(
                        "P11",
                        Paging.P11,
                        Map.of("limit", "2"),
                        "{'data':'ab','pagination':{'page':1,'limit':2,'total':26,'totalPages':13,'kind':'offset'}}"),
                row(
                        "P12",
                        Paging.P12.under("alerts"),
                        Map.of("pageSize", "2", "page", "2"),
                        "{'alerts':'cd','total':26,'page':2,'pageSize':2}"),
                row(
                        "P13",
                        Paging.P13.under("threads"),
                        Map.of("offset", "24"),
                        "{'threads':'ba','total':26,'limit':50,'offset':24}"),
                row(
                        "P14 meters",
                        Paging.P14_METERS,
                        Map.of("offset", "24"),
                        "{'data':'ba','pagination':{'limit':50,'offset':24,'count':2}}"),
                row(
                        "P14 usage events",
                        Paging.P14_USAGE,
                        Map.of("limit", "1"),
                        "{'object':'list','data':'z','has_more':true}"),
                row(
                        "P14 credit note lines",
                        Paging.P14_LINES,
                        Map.of("limit", "1"),
                        "{'object':'list','data':'z','has_more':true,'url':'/v2/things'}"),
                row(
                        "P14 customer meters",
                        Paging.P14_CUSTOMER_METERS,
                        Map.of(),
                        "{'object':'list','data':'zyxwvutsrqponmlkjihgfedcba','has_more':false,'url':'/v2/things'}"),
                row("P14 open disputes", Paging.P14_OPEN, Map.of("limit", "2"), "{'data':'zy'}"),
                row("P14 automations", Paging.P14_AUTOMATIONS, Map.of("limit", "2"), "{'object':'list','data':'zy'}"),
                row(
                        "P14 payment attempts",
                        Paging.P14_ATTEMPTS,
                        Map.of("limit", "2"),
                        "{'data':'zy','meta':{'count':2,'limit':2}}"));
    }

    private static Arguments row(String name, Paging paging, Map<String, String> query, String expected) {
        return Arguments.of(name, paging, query, expected.replace('\'', '"'));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void each_envelope_is_as_documented(String name, Paging paging, Map<String, String> query, String expected) {
        alphabet();
        assertThat(shown(answer(paging, query))).as(name).isEqualTo(expected);
    }

    /** Envelope, and how many items a page has when nobody says. */
    static List<Arguments> usual() {
        return List.of(
                Arguments.of(Paging.P1, 20),
                Arguments.of(Paging.P2, 20),
                Arguments.of(Paging.P4, 20),
                Arguments.of(Paging.P6, 20),
                Arguments.of(Paging.P7, 20),
                Arguments.of(Paging.P7.usual(50), 50),
                Arguments.of(Paging.P8, 50),
                Arguments.of(Paging.P9, 20),
                Arguments.of(Paging.P10, 20),
                Arguments.of(Paging.P11, 20),
                Arguments.of(Paging.P13, 50),
                Arguments.of(Paging.P14_METERS, 50),
                Arguments.of(Paging.P14_USAGE, 100),
                Arguments.of(Paging.P14_LINES, 100),
                Arguments.of(Paging.P14_AUTOMATIONS, 25));
    }

    @ParameterizedTest
    @MethodSource("usual")
    void a_page_has_its_usual_size_and_at_most_a_hundred(Paging paging, int usual) {
        add(120);
        assertThat(answer(paging, Map.of()).get("data").size()).isEqualTo(usual);
        assertThat(answer(paging, Map.of("limit", "500")).get("data").size()).isEqualTo(100);
        for (String wrong : List.of("0", "-1", "many", "1.5")) {
            assertThatThrownBy(() -> answer(paging, Map.of("limit", wrong)))
                    .as(wrong)
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.status()).isEqualTo(400);
                        assertThat(refusal.param()).isEqualTo("limit");
                    });
        }
    }

    @Test
    void cursors_go_both_ways() {
        List<String> all = alphabet();
        assertThat(letters(answer(Paging.P1, Map.of("limit", "3", "starting_after", all.get(22)))))
                .isEqualTo("vut");
        ObjectNode before = answer(Paging.P1, Map.of("limit", "3", "ending_before", all.get(0)));
        assertThat(letters(before)).isEqualTo("dcb");
        assertThat(Json.yes(before, "has_more")).isTrue();
        assertThat(letters(answer(Paging.P1, Map.of("starting_after", all.get(10), "ending_before", all.get(6)))))
                .isEqualTo("jih");
        ObjectNode end = answer(Paging.P1, Map.of("starting_after", all.get(2)));
        assertThat(letters(end)).isEqualTo("ba");
        assertThat(Json.yes(end, "has_more")).isFalse();
        assertThat(letters(answer(Paging.P4, Map.of("limit", "2", "ending_before", all.get(0)))))
                .as("forward only")
                .isEqualTo("zy");
        assertThatThrownBy(() -> answer(Paging.P1, Map.of("starting_after", "nobody")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.param()).isEqualTo("starting_after"));
    }

    @ParameterizedTest
    @MethodSource("cursors")
    void a_walk_by_cursor_meets_each_object_once_while_others_are_added(Paging paging) {
        List<String> before = add(95);
        List<String> met = new ArrayList<>();
        String after = null;
        while (true) {
            Map<String, String> query =
                    after == null ? Map.of("limit", "10") : Map.of("limit", "10", "starting_after", after);
            var data = answer(paging, query).get("data");
            data.forEach(item -> met.add(Json.need(item, "id")));
            add(3);
            if (data.size() < 10) {
                break;
            }
            after = met.getLast();
        }
        assertThat(met).containsExactlyElementsOf(before.reversed());
    }

    static List<Paging> cursors() {
        return List.of(Paging.P1, Paging.P2, Paging.P4);
    }

    @Test
    void pages_by_number_stay_put_while_objects_are_added() {
        List<String> before = add(25);
        List<String> met = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            answer(Paging.P11, Map.of("limit", "10", "page", Integer.toString(page)))
                    .get("data")
                    .forEach(item -> met.add(Json.need(item, "id")));
            add(1);
        }
        assertThat(met.subList(0, 25)).isEqualTo(before);
    }

    @Test
    void lists_that_are_made_for_the_answer_page_like_stored_ones() {
        List<String> all = alphabet();
        List<ObjectNode> items = database.read(tx -> Query.of("thing").all(tx));
        for (Map<String, String> query : List.<Map<String, String>>of(
                Map.of("limit", "3"),
                Map.of("limit", "3", "starting_after", all.get(22)),
                Map.of("limit", "3", "ending_before", all.get(0)),
                Map.of("starting_after", all.get(10), "ending_before", all.get(6)))) {
            ObjectNode made = database.read(tx -> Paging.P2.answer(call(tx, query), items, "/things"));
            assertThat(made).isEqualTo(answer(Paging.P2, query));
        }
    }

    @Test
    void a_counted_list_tells_the_whole_while_it_is_walked() {
        List<String> all = alphabet();
        ObjectNode page = answer(Paging.P1_COUNTED, Map.of("limit", "2", "starting_after", all.get(20)));
        assertThat(letters(page)).isEqualTo("ts");
        assertThat(page.get("total_count").longValue()).isEqualTo(26);
    }

    private List<String> alphabet() {
        return add(26);
    }

    private List<String> add(int count) {
        return database.transaction(tx -> {
            Work work = Work.own(tx, Instant.EPOCH, ids);
            List<String> made = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ObjectNode thing = work.draft("thing").put("letter", String.valueOf((char) ('a' + i % 26)));
                work.insert("thing", thing.put("_inside", "never shown"));
                made.add(Json.need(thing, "id"));
            }
            return made;
        });
    }

    private ObjectNode answer(Paging paging, Map<String, String> query) {
        return database.read(tx -> paging.answer(call(tx, query), Query.of("thing"), "/things"));
    }

    private Call call(io.keentill.sandbox.data.Tx tx, Map<String, String> query) {
        Keys.ApiKey caller = new Keys.ApiKey("", Set.of(), Versions.CURRENT, null, null);
        Work work = Work.own(tx, Instant.EPOCH, ids);
        return new Call(work, caller, "req_1", Map.of("id", "owner"), query, Json.object());
    }

    /** The answer with its items written as one word. */
    private static String shown(ObjectNode answer) {
        assertThat(answer.toString()).doesNotContain("_inside");
        String name = answer.propertyNames().stream()
                .filter(field -> answer.get(field).isArray())
                .findFirst()
                .orElseThrow();
        String word = word(answer, name);
        return answer.put(name, word).toString();
    }

    private static String letters(ObjectNode answer) {
        return word(answer, "data");
    }

    private static String word(ObjectNode answer, String name) {
        StringBuilder word = new StringBuilder();
        answer.get(name).forEach(item -> word.append(Json.need(item, "letter")));
        return word.toString();
    }
}
