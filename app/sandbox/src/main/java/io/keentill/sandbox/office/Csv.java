package io.keentill.sandbox.office;

import io.keentill.sandbox.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Comma-separated values with a header row (RFC 4180); line feeds alone end a row, too. */
final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The table in {@code text}. Blank lines are no rows; a short row is filled up, a long one breaks the file. */
    static Sheet read(String text) {
        Csv csv = new Csv(text);
        List<List<String>> lines = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            List<String> line = new ArrayList<>();
            if (!csv.line(line)) {
                return new Sheet.Broken("Line " + (lines.size() + 1) + " has a quotation mark out of place.");
            }
            if (line.size() > 1 || !line.getFirst().isBlank()) {
                lines.add(line);
            }
        }
        return lines.isEmpty() ? new Sheet.Broken("The file is empty.") : table(lines);
    }

    /** {@code table} as a file; rows end with CRLF. */
    static String write(Sheet.Table table) {
        StringBuilder file = new StringBuilder();
        file.append(table.columns().stream().map(Csv::quoted).collect(Collectors.joining(",")));
        for (List<JsonNode> row : table.rows()) {
            file.append("\r\n")
                    .append(row.stream().map(Csv::shown).map(Csv::quoted).collect(Collectors.joining(",")));
        }
        return file.append("\r\n").toString();
    }

    /** A cell as text: nothing for null, JSON for what is nested. */
    static String shown(JsonNode cell) {
        if (cell.isNull()) {
            return "";
        }
        return cell.isString() ? cell.stringValue() : Json.write(cell);
    }

    private static Sheet table(List<List<String>> lines) {
        List<String> columns = lines.removeFirst().stream().map(String::strip).toList();
        List<List<JsonNode>> rows = new ArrayList<>();
        for (List<String> line : lines) {
            if (line.size() > columns.size()) {
                return new Sheet.Broken("Row " + (rows.size() + 1) + " has " + line.size() + " cells for "
                        + columns.size() + " columns.");
            }
            List<JsonNode> row = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String cell = i < line.size() ? line.get(i).strip() : "";
                row.add(cell.isEmpty() ? NullNode.getInstance() : StringNode.valueOf(cell));
            }
            rows.add(row);
        }
        return new Sheet.Table(columns, rows);
    }

    /** Reads one line's cells; false when a quotation mark is out of place or never closed. */
    private boolean line(List<String> cells) {
        while (true) {
            StringBuilder cell = new StringBuilder();
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            if (!(quoted ? quotedCell(cell) : plainCell(cell))) {
                return false;
            }
            cells.add(cell.toString());
            if (at >= text.length() || text.charAt(at) != ',') {
                endOfLine();
                return true;
            }
            at++;
        }
    }

    private boolean plainCell(StringBuilder cell) {
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                return false;
            }
            cell.append(text.charAt(at++));
        }
        return true;
    }

    private boolean quotedCell(StringBuilder cell) {
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                cell.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append(text.charAt(at++));
            } else {
                return at >= text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0;
            }
        }
        return false;
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                && cell.equals(cell.strip());
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
