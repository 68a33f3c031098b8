package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of API reference C.2: what a cashier can still do with a sale in each of its states, and what is refused. */
class TerminalStatesTest {
    @TempDir
    Path directory;

    Shop shop;
    TestConnector till;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
        till = TestConnector.ready(shop);
    }

    @AfterEach
    void close() {
        till.close();
        shop.close();
    }

    @ParameterizedTest(name = "{0}, {1}: {2} {3}")
    @CsvSource({
        "requested, cancel, 200, cancelled",
        "in_progress, cancel, 200, cancelled",
        "approved, cancel, 409, not_cancellable",
        "declined, cancel, 409, not_cancellable",
        "cancelled, cancel, 409, not_cancellable",
        "error, cancel, 409, not_cancellable",
        "timed_out, cancel, 409, not_cancellable",
        "requested, refund, 422, not_reversible",
        "in_progress, refund, 422, not_reversible",
        "approved, refund, 201, approved",
        "settled, refund, 201, approved",
        "declined, refund, 422, not_reversible",
        "cancelled, refund, 422, not_reversible",
        "error, refund, 422, not_reversible",
        "timed_out, refund, 422, not_reversible",
        "requested, void, 422, not_reversible",
        "in_progress, void, 422, not_reversible",
        "approved, void, 201, approved",
        "settled, void, 422, already_settled",
        "declined, void, 422, not_reversible",
        "cancelled, void, 422, not_reversible",
        "error, void, 422, not_reversible",
        "timed_out, void, 422, not_reversible",
    })
    void each_action_from_each_state(String from, String action, int status, String outcome) {
        String path = "/terminal-payments/" + saleIn(from);
        String before = shop.status(path);
        Answer answer = shop.api.post(path + "/" + action, "{}");
        assertThat(answer.status()).isEqualTo(status);
        if (status < 400) {
            assertThat(shop.status(path)).isEqualTo(outcome);
        } else {
            assertThat(Json.text(answer.json(), "code")).isEqualTo(outcome);
            assertThat(shop.status(path)).isEqualTo(before);
        }
    }

    private String saleIn(String state) {
        String id = shop.api
                .post(
                        "/terminal-payments",
                        "{'device_id':'%s','amount_minor':500,'currency':'GBP'}".formatted(till.device))
                .id();
        String command = Json.need(till.await("command"), "command_id");
        switch (state) {
            case "requested" -> {}
            case "in_progress" -> accepted(command);
            case "timed_out" -> passes(Duration.ofMinutes(3));
            case "cancelled" -> shop.api.post("/terminal-payments/" + id + "/cancel", "");
            case "settled" -> {
                ends(command, "approved");
                passes(Duration.ofDays(2));
                till.close();
                till = TestConnector.ready(shop);
            }
            default -> ends(command, state);
        }
        String shown = shop.status("/terminal-payments/" + id);
        assertThat(shown).isEqualTo(state.equals("settled") ? "approved" : state);
        return id;
    }

    private void ends(String command, String result) {
        till.outcome(command, result, result.equals("approved") ? 500 : 0);
        till.await("settled");
    }

    /** Frames are taken in their order: once the nonsense is answered, the acceptance is done. */
    private void accepted(String command) {
        till.send("{'type':'accepted','command_id':'%s'}".formatted(command));
        till.send("nonsense");
        till.await("error");
    }

    private void passes(Duration time) {
        shop.clock.forward(time);
        shop.sandbox.tick();
    }
}
