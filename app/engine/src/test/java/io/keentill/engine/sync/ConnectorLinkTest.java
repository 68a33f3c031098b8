package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.book.SaleBook;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.TestClock;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.sandbox.SandboxSeed;
import io.keentill.store.TillStore;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector is linked with a code, as the sandbox gives it, and keeps what it was given. */
class ConnectorLinkTest {

    @TempDir
    private Path folder;

    private final AtomicReference<String> kept = new AtomicReference<>();
    private Sandbox sandbox;
    private TillStore store;
    private Cloud cloud;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start(SandboxConfig.of(0, folder.resolve("sandbox"))
                .withRate(0)
                .withSeed(new SandboxSeed(List.of(), List.of(), List.of())));
        store = TillStore.open(folder.resolve("till"), TestClock.running());
    }

    @AfterEach
    void close() throws Exception {
        cloud.close();
        store.close();
        sandbox.close();
    }

    private void connect(String key) throws Exception {
        TestClock clock = TestClock.running();
        IdSource ids = new IdSource(clock, new Random(3));
        TillEvents events = new TillEvents();
        cloud = new Cloud(
                store,
                new Payments(store, new SaleBook(clock), ids, clock, events),
                RevKeen.at(sandbox.baseUrl().toString(), key),
                new ToServer.Hello("till-7", "Till", "linux", "0", null, false, null),
                ids,
                clock,
                new Random(5),
                Waits.REAL,
                events,
                new Keeper(),
                () -> {});
    }

    private final class Keeper implements LinkKeeper {
        @Override
        public Optional<String> token() {
            return Optional.ofNullable(kept.get());
        }

        @Override
        public void keep(String token) {
            kept.set(token);
        }

        @Override
        public void forget() {
            kept.set(null);
        }
    }

    private String code() throws Exception {
        HttpURLConnection call = (HttpURLConnection)
                URI.create(sandbox.adminUrl() + "/linking-codes").toURL().openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty("x-api-key", sandbox.key());
        call.setDoOutput(true);
        call.getOutputStream().close();
        String answer = new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher found = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return found.group(1);
    }

    private void linked() throws Exception {
        Eventually.until("the channel stands", () -> cloud.connectorState() == ConnectorState.LINKED);
    }

    @Test
    void aCodeIsExchangedForATokenThatStandsForTheTillFromThenOn() throws Exception {
        connect(sandbox.key());
        linked();
        assertThat(cloud.linkedByCode()).isFalse();
        LinkResult result = cloud.link(code());
        assertThat(result).isInstanceOf(LinkResult.Linked.class);
        assertThat(kept.get()).isNotBlank();
        assertThat(cloud.linkedByCode()).isTrue();
        linked();
        cloud.close();
        connect(sandbox.issueKey(Set.of("products:read")));
        linked();
        assertThat(cloud.linkedByCode())
                .as("the key alone could not open the channel")
                .isTrue();
    }

    @Test
    void aCodeThatIsNoneChangesNothing() throws Exception {
        connect(sandbox.key());
        linked();
        assertThat(cloud.link("AAAAABBBBB"))
                .isInstanceOfSatisfying(
                        LinkResult.NotLinked.class,
                        no -> assertThat(no.message()).contains("does not take this code"));
        linked();
        assertThat(cloud.linkedByCode()).isFalse();
        assertThat(kept.get()).isNull();
    }

    @Test
    void aCodeIsGoodOnceAndALinkCanBeForgotten() throws Exception {
        connect(sandbox.key());
        String code = code();
        assertThat(cloud.link(code)).isInstanceOf(LinkResult.Linked.class);
        String token = kept.get();
        assertThat(cloud.link(code)).isInstanceOf(LinkResult.NotLinked.class);
        assertThat(kept.get()).as("the link before stands").isEqualTo(token);
        linked();
        cloud.unlink();
        assertThat(kept.get()).isNull();
        assertThat(cloud.linkedByCode()).isFalse();
        linked();
    }
}
