package io.keentill.revkeen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.http.Caller;
import java.nio.charset.StandardCharsets;

/** Writes outside of the group under test, as they go over the wire; single quotes stand for double ones. */
final class Raw {
    private Raw() {}

    /** The id of what {@code POST path} makes or changes. */
    static String post(World w, String path, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        byte[] reply = w.client()
                .send(new FrozenRequest("POST", path, bytes, w.fresh("raw")))
                .orThrow();
        String id = Caller.parse(reply, f -> f.needText("id"));
        assertThat(id).isNotBlank();
        return id;
    }
}
