package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.customers.CustomerRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The request log holds no key, no query, no body. */
class RequestLogTest {

    @Test
    void nothing_secret() throws Exception {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.keentill.revkeen");
        logger.addHandler(handler);
        var logging = RevKeenOptions.builder().logRequests(true).build();
        try (var server = new LoopbackServer();
                var revkeen = RevKeen.at(server.url(), "rk_live_secretsecret", logging)) {
            server.reply(201, "{\"data\":{\"id\":\"c1\"}}").reply(200, "{\"data\":[]}");
            revkeen.customers()
                    .create(CustomerRequest.of("person@shop.example"))
                    .send();
            revkeen.customers().list("person").firstPage();
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("POST /customers -> 201 in ");
        assertThat(lines.getLast()).startsWith("GET /customers?… -> 200 in ");
        assertThat(lines).noneMatch(l -> l.contains("secret") || l.contains("person"));
    }
}
