package io.keentill.revkeen.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.LoopbackServer;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is absent, what is null, and times in both forms. */
class ClearingTest {
    private static final Layout WIRE = new Layout();
    private static final Member<String> NOTES = WIRE.member("notes");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Instant> CREATED_AFTER = WIRE.member("created_after");
    private static final Member<LocalDate> DAY = WIRE.member("day");

    private static final class Update extends RequestFields {
        Update(Members members) {
            super(members);
        }
    }

    private static String json(Members members) {
        return Body.of(new Update(members)).text();
    }

    @Test
    void null_is_written_only_where_it_is_meant() {
        Map<String, Object> changes = new HashMap<>();
        changes.put("shelf", null);
        assertThat(json(Members.NONE.with(NOTES, null))).isEqualTo("{}");
        assertThat(json(Members.NONE.cleared(NOTES).withPatch(METADATA, changes)))
                .isEqualTo("{\"notes\":null,\"metadata\":{\"shelf\":null}}");
        assertThat(json(Members.NONE.cleared(NOTES).with(NOTES, "x"))).isEqualTo("{\"notes\":\"x\"}");
        assertThat(Members.NONE.cleared(NOTES).get(NOTES)).isNull();
        changes.put("shelf", "later");
        assertThat(Members.NONE.cleared(NOTES))
                .isEqualTo(Members.NONE.cleared(NOTES))
                .isNotEqualTo(Members.NONE);
    }

    @Test
    void times_in_a_query_are_seconds_or_iso() {
        Update filter = new Update(Members.NONE
                .with(CREATED_AFTER, Instant.ofEpochSecond(1_700_000_000))
                .with(DAY, LocalDate.of(2026, 5, 1)));
        assertThat(Paths.Query.of(filter).text()).isEqualTo("?created_after=1700000000&day=2026-05-01");
        assertThat(Paths.Query.ofIso(filter).text())
                .isEqualTo("?created_after=2023-11-14T22%3A13%3A20Z&day=2026-05-01");
    }

    @Test
    void a_bearer_speaks_for_itself_and_deletes_carry_a_key() throws Exception {
        try (var server = new LoopbackServer()) {
            var transport = new Transport(Target.check(server.url(), "test-key", false), RevKeenOptions.defaults());
            server.reply(200, "{\"success\":true,\"data\":[]}").reply(200, "{\"success\":true}");
            var portal = new Caller(transport).bearer("rkcps_portal");
            assertThat(portal.getWhole("/x", new Paths.Query().put("a", 1), f -> f.flag("success"))
                            .orThrow())
                    .isTrue();
            var read = server.arrived.take();
            assertThat(read.line()).isEqualTo("GET /v2/x?a=1 HTTP/1.1");
            assertThat(read.headers())
                    .containsEntry("Authorization", "Bearer rkcps_portal")
                    .doesNotContainKey("x-api-key");
            new Caller(transport)
                    .prepareWhole("DELETE", "/x", null, f -> f.flag("success"))
                    .send()
                    .orThrow();
            var deleted = server.arrived.take();
            assertThat(deleted.line()).isEqualTo("DELETE /v2/x HTTP/1.1");
            assertThat(deleted.headers()).containsEntry("x-api-key", "test-key").containsKey("Idempotency-Key");
            transport.close();
        }
    }
}
