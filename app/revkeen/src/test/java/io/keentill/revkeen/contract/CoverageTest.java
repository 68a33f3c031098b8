package io.keentill.revkeen.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every endpoint that we offer has a client method, a sandbox handler and a contract test that calls one with the other.
 * Run with {@code -Dcoverage.write=true} to bring {@code docs/revkeen-coverage.md} up to date.
 */
class CoverageTest {
    private static final Path PAGE = Path.of("../../docs/revkeen-coverage.md");
    private static final String REWRITE = "rewrite it with -Dtest=CoverageTest -Dcoverage.write=true";

    private final Client client = Client.walk();
    private final Map<String, List<String>> tables = Tables.byEndpoint();

    @Test
    void names_are_those_of_the_contract() {
        Set<String> known = Endpoints.all().stream().map(Endpoints.Row::name).collect(toSet());
        assertThat(known)
                .as("endpoints named by the client")
                .containsAll(client.byEndpoint().keySet());
        assertThat(known).as("endpoints named by contract tests").containsAll(tables.keySet());
        assertThat(client.unnamed()).as("calls without @Endpoint").isEmpty();
    }

    @Test
    void nothing_is_missing(@TempDir Path directory) {
        assertThat(missing(served(directory))).isEmpty();
    }

    @Test
    void the_page_tells_the_present_state() throws IOException {
        String page = page();
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as(REWRITE).isEqualTo(page);
    }

    private static Set<String> served(Path directory) {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.of(0, directory))) {
            return sandbox.operations().stream()
                    .map(operation -> Endpoints.normal(operation.method() + " " + operation.path()))
                    .collect(toSet());
        }
    }

    private String missing(Set<String> served) {
        StringBuilder lines = new StringBuilder();
        for (Endpoints.Row row : ours()) {
            List<String> gaps = new ArrayList<>();
            if (!client.byEndpoint().containsKey(row.name())) {
                gaps.add("client");
            }
            if (!served.contains(Endpoints.normal(row.name()))) {
                gaps.add("sandbox");
            }
            if (!tables.containsKey(row.name())) {
                gaps.add("contract");
            }
            if (!gaps.isEmpty()) {
                lines.append(row.name())
                        .append(": ")
                        .append(String.join(", ", gaps))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private String page() {
        String rows = ours().stream()
                .map(row -> "| "
                        + String.join(
                                " | ",
                                row.category().replace(" (not in index)", ""),
                                "`" + row.name() + "`",
                                row.scope(),
                                cell(client.byEndpoint().get(row.name())),
                                cell(tables.get(row.name())))
                        + " |")
                .collect(joining("\n"));
        long done = ours().stream()
                .filter(row -> client.byEndpoint().containsKey(row.name()) && tables.containsKey(row.name()))
                .count();
        return """
                # RevKeen endpoints

                Made by `CoverageTest` in `app/revkeen`; the test fails when this page is stale. Each contract test calls the
                client method against the sandbox over HTTP. Written so: %d of %d, %d missing.

                | Group | Endpoint | Scope | Client method | Contract test |
                |---|---|---|---|---|
                %s
                """.formatted(done, ours().size(), ours().size() - done, rows);
    }

    private static String cell(List<String> names) {
        return names == null
                ? "–"
                : names.stream().map(name -> "`" + name + "`").collect(joining(", "));
    }

    private static List<Endpoints.Row> ours() {
        return Endpoints.all().stream().filter(Endpoints.Row::isOurs).toList();
    }
}
