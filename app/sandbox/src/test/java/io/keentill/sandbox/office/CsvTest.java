package io.keentill.sandbox.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Comma-separated values in and out. */
class CsvTest {
    @Test
    void quoted_cells_keep_commas_quotes_and_line_ends() {
        Sheet.Table table =
                (Sheet.Table) Csv.read("\uFEFFname, note\r\n\"Tea, black\",\"He said \"\"hot\"\"\n!\"\n\nMug\r\n");
        assertThat(table.columns()).containsExactly("name", "note");
        assertThat(table.rows())
                .containsExactly(
                        List.of(StringNode.valueOf("Tea, black"), StringNode.valueOf("He said \"hot\"\n!")),
                        List.of(StringNode.valueOf("Mug"), NullNode.getInstance()));
        assertThat(Csv.read(Csv.write(table))).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "a,b\n1,2,3\n", "a\n\"never closed\n", "a\nmis\"placed\n", "a\n\"x\"y\n"})
    void what_is_no_table_says_why(String text) {
        assertThat(Csv.read(text))
                .isInstanceOfSatisfying(
                        Sheet.Broken.class, broken -> assertThat(broken.why()).isNotBlank());
    }
}
