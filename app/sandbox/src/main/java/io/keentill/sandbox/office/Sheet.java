package io.keentill.sandbox.office;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an uploaded file holds: a table, or a reason why it is none. */
sealed interface Sheet {
    /**
     * Rows below named columns. A row has one cell per column; an empty cell is a JSON null.
     *
     * @param columns as the file names them
     * @param rows in the file's order
     */
    record Table(List<String> columns, List<List<JsonNode>> rows) implements Sheet {}

    /** A file that cannot be read, and why, as a sentence. */
    record Broken(String why) implements Sheet {}
}
