package io.keentill.sandbox.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Who hears what, whoever comes and goes meanwhile. */
class ConnectorsTest {
    @TempDir
    Path directory;

    Database database;
    Connectors connectors;

    /** A connection that keeps what it is sent. */
    private static final class Line implements Connectors.Peer {
        final List<ObjectNode> heard = new ArrayList<>();
        Runnable whenClosed = () -> {};

        @Override
        public Admission admission() {
            return new Admission.Merchant();
        }

        @Override
        public void send(ObjectNode frame) {
            heard.add(frame);
        }

        @Override
        public void close() {
            whenClosed.run();
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("connectors.db"));
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-01T09:00:00Z"));
        Ids ids = new Ids(new Random(1));
        connectors = new Connectors(database, new Keys(database, clock, ids), clock, ids);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void who_comes_while_all_are_sent_away_is_heard_from_then_on() {
        Line early = new Line();
        Line late = new Line();
        String earlyDevice = hello(early, "till-1");
        List<String> lateDevice = new ArrayList<>();
        early.whenClosed = () -> lateDevice.add(hello(late, "till-2"));
        connectors.closeAll();
        connectors.send(earlyDevice, Frames.cancel("c-1"));
        connectors.send(lateDevice.getFirst(), Frames.cancel("c-2"));
        assertThat(words(early)).containsExactly("welcome");
        assertThat(words(late)).containsExactly("welcome", "cancel");
    }

    private String hello(Line line, String connector) {
        return connectors.received(
                line, null, "{\"type\":\"hello\",\"protocol\":1,\"connector_id\":\"" + connector + "\"}");
    }

    private static List<String> words(Line line) {
        return line.heard.stream().map(frame -> Json.need(frame, "type")).toList();
    }
}
