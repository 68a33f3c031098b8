package io.keentill.sandbox.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A workbook with one sheet, in the least that ECMA-376 asks for: text as inline strings, numbers as numbers. */
final class Xlsx {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Xlsx() {}

    /** The file's bytes; the same table at the same moment gives the same bytes. */
    static byte[] write(Sheet.Table table, Instant at) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main+xml")
                        + override("/xl/worksheets/sheet1.xml", "worksheet+xml") + "</Types>");
        parts.put("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Export\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet(table));
        return zip(parts, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private static String sheet(Sheet.Table table) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        row(xml, table.columns().stream().map(StringNode::valueOf).toList());
        table.rows().forEach(row -> row(xml, row));
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void row(StringBuilder xml, List<? extends JsonNode> cells) {
        xml.append("<row>");
        for (JsonNode cell : cells) {
            if (cell.isNumber()) {
                xml.append("<c><v>").append(Csv.shown(cell)).append("</v></c>");
            } else if (cell.isNull()) {
                xml.append("<c/>");
            } else {
                xml.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                xml.append(escaped(Csv.shown(cell))).append("</t></is></c>");
            }
        }
        xml.append("</row>");
    }

    /** Text for an XML element; characters that XML cannot hold become a question mark. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean legal = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c < 0xFFFE)
                    || c > 0xFFFF;
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(legal ? c : '?');
            }
        });
        return safe.toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static byte[] zip(Map<String, String> parts, LocalDateTime at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(at);
                zip.putNextEntry(entry);
                zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory refused to be written", impossible);
        }
        return bytes.toByteArray();
    }
}
