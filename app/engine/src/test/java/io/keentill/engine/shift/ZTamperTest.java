package io.keentill.engine.shift;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.shift.CashCount;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody writes into the till's file beside the till. */
class ZTamperTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoShifts() throws Exception {
        try (TestTill till = TestTill.open(folder, TestClock.still(), new FakeTerminal())) {
            for (int i = 0; i < 2; i++) {
                till.shifts().open(pounds(0), CLERK);
                till.sellForCash();
                till.shifts().count(CashCount.inOne(pounds(250)), CLERK);
                assertThat(till.shifts().close(CloseWish.PLAIN, CLERK)).isInstanceOf(CloseResult.Closed.class);
            }
        }
    }

    @Test
    void aReportIsNeitherChangedNorRemoved() {
        assertThatThrownBy(() -> sql("UPDATE z_reports SET data = '{}' WHERE number = 1"))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> sql("DELETE FROM z_reports WHERE number = 1")).hasMessageContaining("never removed");
        assertThatThrownBy(() -> sql("UPDATE shifts SET opening_float = 5 WHERE seq = 1"))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> sql("UPDATE tenders SET shift = 2")).hasMessageContaining("stays in it");
    }

    @Test
    void anEditedReportIsFoundAlsoWithItsHashMadeAnew() throws Exception {
        sql(
                "DROP TRIGGER z_report_stays",
                "UPDATE z_reports SET data = replace(data, '\"total\":250', '\"total\":240') WHERE number = 2");
        assertThat(find(2))
                .isInstanceOfSatisfying(
                        ZFound.Damaged.class, bad -> assertThat(bad.message()).contains("Z report 2", "hash"));
        assertThat(find(1)).isInstanceOf(ZFound.Report.class);
    }

    @Test
    void aReportThatTheJournalDoesNotKnowIsFound() throws Exception {
        sql("DROP TRIGGER z_report_stays", "UPDATE z_reports SET hash = previous, previous = hash WHERE number = 2");
        assertThat(find(2)).isInstanceOf(ZFound.Damaged.class);
    }

    @Test
    void aMissingReportBreaksTheChain() throws Exception {
        sql("DROP TRIGGER z_report_is_kept", "DELETE FROM z_reports WHERE number = 1");
        assertThat(find(1)).isInstanceOf(ZFound.None.class);
        assertThat(find(2))
                .isInstanceOfSatisfying(
                        ZFound.Damaged.class, bad -> assertThat(bad.message()).contains("before it"));
    }

    private ZFound find(long number) throws Exception {
        try (TestTill till = TestTill.open(folder, TestClock.still(), new FakeTerminal())) {
            return till.shifts().z(number);
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keentill.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }
}
