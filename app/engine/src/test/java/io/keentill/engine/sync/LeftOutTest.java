package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Language;
import io.keentill.domain.text.Sentence;
import io.keentill.store.RemoteObject;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOutTest {

    private static final Language GERMAN = new Language() {
        @Override
        public String pattern(String code, String english) {
            return switch (code) {
                case "setup.it-has-no-price-in" -> "kein Preis in {0}";
                case "setup.it-is-not-usable" -> "unbrauchbar ({0})";
                default -> english;
            };
        }

        @Override
        public String figure(Object value) {
            return value.toString();
        }
    };

    private TillStore store;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        store = TillStore.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void theReasonIsReadBackInAnyLanguage() throws Exception {
        store.write(tx -> {
            LeftOut.note(
                    tx,
                    "products",
                    "CAKE",
                    Sentence.of("setup.it-has-no-price-in", "it has no price in {0}", "GBP"),
                    1);
            return tx;
        });
        assertThat(all()).containsExactly("products: CAKE: kein Preis in GBP");
    }

    @Test
    void whatCannotBeReadIsNamedOnceWithTheWordsOfWhoeverReadIt() throws Exception {
        store.write(tx -> {
            LeftOut.noteUnreadable(tx, "customers", "cus_7: email is no text: 7", 1);
            return tx;
        });
        assertThat(all()).containsExactly("customers: cus_7: unbrauchbar (email is no text: 7)");
    }

    @Test
    void whatAnEarlierVersionStoredIsReadAsItStands() throws Exception {
        store.write(tx -> {
            tx.saveRemote(
                    new RemoteObject("left_out_products", "ODD", "", "", "{\"why\":\"ODD: it has no price\"}"), 1);
            return tx;
        });
        assertThat(all()).containsExactly("products: ODD: it has no price");
    }

    private List<String> all() throws StoreException {
        return store.read(view -> LeftOut.all(view)).stream().map(GERMAN::say).toList();
    }
}
