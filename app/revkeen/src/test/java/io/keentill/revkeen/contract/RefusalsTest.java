package io.keentill.revkeen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.json.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint of the contract's table asks for the scope and says no in the shape that stand there (A.3, A.8). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String UNDOCUMENTED = "undocumented";

    /** What an error of each shape consists of: members of the body, those of an error object in braces. */
    private static final Map<String, Set<String>> SHAPES = Map.of(
            "error-object", Set.of("error{type,code,message}", "error{type,code,message,param}"),
            "error-object-min", Set.of("error{type,code,message}"),
            "code-message", Set.of("error{code,message}"),
            "string", Set.of("error"),
            "string+code", Set.of("error,code"),
            "string+message+code", Set.of("error,message,code"),
            "string+message", Set.of("error,message"),
            "string+details", Set.of("error", "error,details"),
            "string-or-object", Set.of("error", "error{message,type}"),
            "string+field", Set.of("error", "error,field"));

    private final OkHttpClient http = new OkHttpClient();
    private World world;
    private String weak;

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new World(folder);
        weak = world.sandbox().issueKey(Set.of("nothing:read"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    static Stream<Endpoints.Row> ours() {
        return Endpoints.all().stream().filter(Endpoints.Row::isOurs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ours")
    void without_a_key_or_its_scope_it_says_no_in_its_own_shape(Endpoints.Row row) {
        Refused stranger = call(row, null);
        assertThat(stranger.status()).isEqualTo(401);
        fits(row, stranger);
        Refused reader = call(row, weak);
        assertThat(reader.status()).isEqualTo(row.scope().startsWith("portal-session") ? 401 : 403);
        fits(row, reader);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ours")
    void a_key_with_its_scope_alone_is_let_in(Endpoints.Row row) {
        if (row.scope().startsWith("portal-session")) {
            return; // asks for a customer's token, which no key replaces: PortalContract
        }
        for (String scope : row.scope().replace(" (inferred)", "").split("\\s*[|/]\\s*(?=[a-z_]+:)")) {
            Refused answer = call(row, world.sandbox().issueKey(Set.of(scope)));
            assertThat(answer.text()).as(scope).doesNotContain("lacks the scope");
            assertThat(answer.status()).as(scope).isNotEqualTo(401);
        }
    }

    private static void fits(Endpoints.Row row, Refused refused) {
        String shape = row.errorShape().replace(" (inferred)", "");
        if (!shape.equals(UNDOCUMENTED)) {
            assertThat(SHAPES).containsKey(shape);
            assertThat(SHAPES.get(shape)).contains(refused.shape());
        }
    }

    private record Refused(int status, String text) {
        String shape() {
            Fields body = Fields.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return String.join(",", body.all().keySet()) + inside(body.object("error"));
        }

        private static String inside(Fields error) {
            return error == null ? "" : "{" + String.join(",", error.all().keySet()) + "}";
        }
    }

    private Refused call(Endpoints.Row row, String key) {
        String[] name = row.name().split(" ");
        boolean bodiless = name[0].equals("GET") || name[0].equals("DELETE");
        Request.Builder request = new Request.Builder()
                .url(world.sandbox().baseUrl() + name[1].replaceAll("\\{[^}]*}", NOBODY))
                .method(name[0], bodiless ? null : RequestBody.create("{}".getBytes()));
        if (key != null) {
            request.header("x-api-key", key);
        }
        try (Response response = http.newCall(request.build()).execute()) {
            return new Refused(response.code(), response.body().string());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + row.name(), e);
        }
    }
}
