package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.text.Sentence;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTest {

    private static final List<String> DROP_TRIGGERS = List.of(
            "DROP TRIGGER journal_only_grows",
            "DROP TRIGGER journal_keeps_its_words",
            "DROP TRIGGER journal_keeps_its_entries");

    @TempDir
    private Path folder;

    private TillStore store;

    @BeforeEach
    void open() throws StoreException {
        store = TillStore.open(folder, Samples.CLOCK);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void growsWithoutGapsAndVerifies() throws StoreException {
        assertThat(JournalVerifier.verify(store)).isEqualTo(new JournalVerdict.Intact(0, "0".repeat(64)));
        JournalEntry last = write(2500);
        assertThat(last.seq()).isEqualTo(2500);
        assertThat(last.at()).isEqualTo(Samples.NOW);
        assertThat(JournalVerifier.verify(store)).isEqualTo(new JournalVerdict.Intact(2500, last.hash()));
        assertThat(store.<List<JournalEntry>>read(v -> v.journal(2498, 10)))
                .extracting(JournalEntry::seq)
                .containsExactly(2499L, 2500L);
    }

    @Test
    void refusesADetailThatIsNoJson() {
        assertThatThrownBy(() -> store.write(tx -> tx.appendJournal("sale", "ann", "o1", "{oops")))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theDatabaseRefusesToRewriteIt(String sql) throws StoreException {
        write(3);
        assertThatThrownBy(() -> Samples.raw(folder, sql)).isInstanceOf(SQLException.class);
        assertThat(JournalVerifier.verify(store)).isInstanceOf(JournalVerdict.Intact.class);
    }

    static Stream<String> refused() {
        String row = "VALUES (%s, 1, 'x', 'x', 'x', '{}', 'x', 'x')";
        return Stream.of(
                "UPDATE journal SET actor = 'bob' WHERE seq = 2",
                "DELETE FROM journal WHERE seq = 3",
                "INSERT OR REPLACE INTO journal " + row.formatted(2),
                "INSERT INTO journal " + row.formatted(9));
    }

    @ParameterizedTest
    @MethodSource("tampered")
    void noticesWhatSomebodyDidToIt(String sql, long seq, String word) throws Exception {
        write(6);
        List<String> statements = new ArrayList<>(DROP_TRIGGERS);
        statements.addAll(Arrays.asList(sql.split(";")));
        Samples.raw(folder, statements.toArray(String[]::new));

        assertThat(JournalVerifier.verify(store)).isInstanceOfSatisfying(JournalVerdict.Broken.class, broken -> {
            assertThat(broken.seq()).isEqualTo(seq);
            assertThat(broken.what()).contains(word);
        });
    }

    static Stream<Arguments> tampered() {
        return Stream.of(
                Arguments.of("DELETE FROM journal WHERE seq = 3", 3, "removed"),
                Arguments.of("DELETE FROM journal WHERE seq = 1", 1, "removed"),
                Arguments.of("DELETE FROM journal WHERE seq > 4", 5, "entries 5 to 6"),
                Arguments.of("DELETE FROM journal", 1, "entries 1 to 6"),
                Arguments.of("UPDATE journal SET detail = '{\"n\":99}' WHERE seq = 2", 2, "edited"),
                Arguments.of("UPDATE journal SET actor = 'bob' WHERE seq = 6", 6, "edited"),
                Arguments.of("UPDATE journal SET at = at + 1 WHERE seq = 4", 4, "edited"),
                Arguments.of("UPDATE journal SET type = 'salea', actor = 'nn' WHERE seq = 4", 4, "edited"),
                Arguments.of("UPDATE journal SET hash = '00' WHERE seq = 4", 4, "edited"),
                Arguments.of("UPDATE journal SET previous = '00' WHERE seq = 4", 4, "follow"),
                Arguments.of(
                        "UPDATE journal SET seq = -1 WHERE seq = 3;UPDATE journal SET seq = 3 WHERE seq = 4;"
                                + "UPDATE journal SET seq = 4 WHERE seq = -1",
                        3,
                        "reordered"),
                Arguments.of(
                        "DELETE FROM journal WHERE seq = 3;UPDATE journal SET seq = seq - 1 WHERE seq > 3",
                        3,
                        "follow"),
                Arguments.of(
                        "INSERT INTO journal SELECT 7, at, type, actor, subject, detail, hash, 'x' FROM journal WHERE seq = 6",
                        7,
                        "edited"),
                Arguments.of("UPDATE counters SET value = 5 WHERE name = 'journal'", 6, "added"),
                Arguments.of("UPDATE counters SET hash = '00' WHERE name = 'journal'", 6, "replaced"),
                Arguments.of("DELETE FROM counters WHERE name = 'journal'", 1, "added"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void noticesAnEndThatWasCutOffWithAllThatTheDataSayAboutIt(int left, long seq, String word) throws Exception {
        write(6);
        JournalAnchor early = anchor(2, "the backup of Monday");
        JournalAnchor late = anchor(5, "order 7 at RevKeen");
        assertThat(JournalVerifier.verify(store, List.of(late, early))).isInstanceOf(JournalVerdict.Intact.class);
        List<String> statements = new ArrayList<>(DROP_TRIGGERS);
        statements.add("DELETE FROM journal WHERE seq > " + left);
        statements.add("UPDATE counters SET value = " + left
                + ", hash = coalesce((SELECT hash FROM journal WHERE seq = " + left + "), '" + "0".repeat(64)
                + "') WHERE name = 'journal'");
        Samples.raw(folder, statements.toArray(String[]::new));

        assertThat(JournalVerifier.verify(store))
                .as("by the data alone nobody can tell")
                .isInstanceOf(JournalVerdict.Intact.class);
        assertThat(JournalVerifier.verify(store, List.of(late, early)))
                .isInstanceOfSatisfying(JournalVerdict.Broken.class, broken -> {
                    assertThat(broken.seq()).isEqualTo(seq);
                    assertThat(broken.what()).contains("cut off").contains(word);
                });
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(4, 5, "order 7 at RevKeen"),
                Arguments.of(2, 3, "order 7 at RevKeen"),
                Arguments.of(1, 2, "the backup of Monday"),
                Arguments.of(0, 1, "the backup of Monday"));
    }

    @Test
    void noticesAJournalThatWasWrittenAnewFromSomewhereOn() throws Exception {
        write(6);
        JournalAnchor anchor = anchor(5, "order 7 at RevKeen");
        List<String> statements = new ArrayList<>(DROP_TRIGGERS);
        statements.add("DELETE FROM journal WHERE seq > 3");
        statements.add("UPDATE counters SET value = 3, hash = (SELECT hash FROM journal WHERE seq = 3)"
                + " WHERE name = 'journal'");
        Samples.raw(folder, statements.toArray(String[]::new));
        store.write(tx -> {
            tx.appendJournal("sale", "bob", "other", "{}");
            return tx.appendJournal("sale", "bob", "other", "{}");
        });
        assertThat(JournalVerifier.verify(store, List.of(anchor)))
                .isInstanceOfSatisfying(JournalVerdict.Broken.class, broken -> {
                    assertThat(broken.seq()).isEqualTo(5);
                    assertThat(broken.what()).contains("order 7 at RevKeen");
                });
    }

    private JournalAnchor anchor(long seq, String where) throws StoreException {
        JournalEntry entry =
                store.<List<JournalEntry>>read(v -> v.journal(seq - 1, 1)).getFirst();
        return new JournalAnchor(JournalHead.parse(new JournalHead(seq, entry.hash()).brief()), Sentence.quoted(where));
    }

    private JournalEntry write(int entries) throws StoreException {
        return store.write(tx -> {
            JournalEntry last = null;
            for (int i = 1; i <= entries; i++) {
                last = tx.appendJournal("sale", "ann", "o" + i, "{\"n\":" + i + "}");
            }
            return last;
        });
    }
}
