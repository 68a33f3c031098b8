package io.keentill.revkeen.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The endpoints that the API has, from {@code endpoints.tsv}. */
final class Endpoints {
    private static final String OUTSIDE = " (not in index)";

    private Endpoints() {}

    /**
     * One of them.
     *
     * @param name method and path
     * @param category the group that the index puts it in
     * @param scope what a key needs
     * @param errorShape how it says no, as section A.8 names the shapes
     */
    record Row(String name, String category, String scope, String errorShape) {

        /** Whether we offer it: what the index names, and what a counter needs besides. */
        boolean isOurs() {
            return !category.endsWith(OUTSIDE)
                    || category.equals("Tax Rates" + OUTSIDE)
                    || category.equals("Payment Methods" + OUTSIDE)
                    || name.equals("GET /payment-attempts");
        }
    }

    /** All of them, in the order of the file. */
    static List<Row> all() {
        var stream = Objects.requireNonNull(Endpoints.class.getResourceAsStream("endpoints.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cell -> new Row(cell[0] + " " + cell[1], cell[2], cell[5], cell[7]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same whatever the placeholders are called: their names are not on the wire. */
    static String normal(String endpoint) {
        return endpoint.replaceAll("\\{[^}]*}", "{}");
    }
}
