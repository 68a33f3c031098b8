package io.keentill.revkeen.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Page;
import io.keentill.revkeen.json.Reading;
import io.keentill.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client's reading of the contract against the sandbox's, over HTTP. A class for each API group lists its calls; each
 * must reach exactly its endpoint, succeed, and be read to the last member. How to add one: {@code docs/architecture.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Contract {
    private World world;

    /** The calls, each independent of the others. Made without a world, since the coverage table asks for them too. */
    abstract List<Case> cases();

    /** The plain call of an endpoint. */
    static Case on(String endpoint, Function<World, ?> call) {
        return new Case(endpoint, "", call);
    }

    /** A further call of an endpoint. */
    static Case on(String endpoint, String title, Function<World, ?> call) {
        return new Case(endpoint, title, call);
    }

    @BeforeAll
    void open(@TempDir Path directory) {
        world = new World(directory);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> the_sandbox_answers_and_the_client_reads_all_of_it() {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.toString(), () -> run(one)));
    }

    @TestFactory
    Stream<DynamicTest> the_older_spelling_says_the_same() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
                    world.controls().olderSpelling(true);
                    try {
                        run(one);
                    } finally {
                        world.controls().olderSpelling(false);
                    }
                }));
    }

    private void run(Case one) {
        world.sandbox().forgetServed();
        Object asked = one.call().apply(world);
        Reading.Watched<Object> watched = Reading.watch(() -> value(asked));
        assertThat(world.sandbox().served().stream().filter(Contract::succeeded).map(Contract::name))
                .as("what the sandbox served")
                .contains(Endpoints.normal(one.endpoint()));
        assertThat(Strays.in(watched.value()))
                .as("what the reply says and the typed form has no place for")
                .isEmpty();
        assertThat(Members.unread(watched.entries()))
                .as("what the reply says and nobody reads")
                .isEmpty();
        assertThat(Members.absent(watched.entries()))
                .as("what the client reads and the sandbox never says")
                .isEmpty();
    }

    /** The last call alone decides: what came before it was preparation. */
    private Object value(Object asked) {
        return switch (asked) {
            case ApiCall<?> call -> {
                world.sandbox().forgetServed();
                yield succeeded(call.send());
            }
            case Listing<?> list -> {
                world.sandbox().forgetServed();
                Page<?> page = (Page<?>) succeeded(list.firstPage());
                assertThat(page.items())
                        .as("a list with nothing in it proves nothing")
                        .isNotEmpty();
                yield page;
            }
            case ApiResult<?> result -> succeeded(result);
            default -> fail("a case gives an ApiResult, ApiCall or Listing, not " + asked);
        };
    }

    private static Object succeeded(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Ok<?> ok -> ok.value();
            case ApiResult.Refused<?> refused -> fail(refused.error().summary());
            case ApiResult.Unreachable<?> lost -> fail(lost.message(), lost.cause());
        };
    }

    private static boolean succeeded(Sandbox.Served served) {
        return served.path() != null && served.status() >= 200 && served.status() < 300;
    }

    private static String name(Sandbox.Served served) {
        return Endpoints.normal(served.method() + " " + served.path());
    }
}
