package io.keentill.engine.shift;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.View;
import io.keentill.store.ZRow;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports are read for ever, also those that were made before a figure was kept. */
class ZTextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void oneFromBeforeReturnsWithoutAReceiptSaysThatThereWereNone() throws Exception {
        try (TestTill till = TestTill.open(folder, TestClock.still(), new FakeTerminal())) {
            till.shifts().open(pounds(5_000), CLERK);
            till.sellForCash();
            till.shifts().count(CashCount.inOne(pounds(5_250)), CLERK);
            ZReport z = ((CloseResult.Closed) till.shifts().close(CloseWish.PLAIN, CLERK)).report();
            ZRow row = till.store().read((View v) -> v.shifts().z(1)).orElseThrow();

            ObjectNode text = (ObjectNode) JSON.readTree(row.data());
            ObjectNode figures = (ObjectNode) text.get("figures");
            assertThat(figures.remove("returns_without_receipt")).isNotNull();
            assertThat(((ObjectNode) figures.get("drawer")).remove("returns_without_receipt"))
                    .isNotNull();
            ZReport older = ZText.read(
                    new ZRow(row.number(), row.shift(), row.at(), text.toString(), row.previous(), row.hash()));
            assertThat(older.figures().returns()).isEqualTo(ShiftFigures.ReturnSums.none(pounds(0)));
            assertThat(older.figures()).isEqualTo(z.figures());
            assertThat(older.figures().drawer().expected()).isEqualTo(pounds(5_250));
        }
    }
}
