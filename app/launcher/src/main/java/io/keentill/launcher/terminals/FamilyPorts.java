package io.keentill.launcher.terminals;

import io.keentill.launcher.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the terminals of a family usually listen.
 *
 * @param family first part of the address
 * @param link second part
 * @param port TCP port
 * @param words for people
 */
record FamilyPorts(String family, String link, int port, String words) {

    private static final List<FamilyPorts> USUAL = List.of(
            new FamilyPorts("zvt", "tcp", 20007, "listens where ZVT terminals do"),
            new FamilyPorts("weblink", "tls", 8080, "listens where PAX terminals with WebLink do"),
            new FamilyPorts("nexo", "tls", 8443, "listens where nexo terminals do"),
            new FamilyPorts("poslink", "tcp", 10009, "listens where PAX terminals with POSLINK do"));

    /** The usual ones, with other ports for some families. */
    static List<FamilyPorts> with(Map<String, Integer> other) {
        for (Map.Entry<String, Integer> entry : other.entrySet()) {
            boolean known = USUAL.stream().anyMatch(f -> f.family.equals(entry.getKey()));
            if (!known || entry.getValue() < 1 || entry.getValue() > 65_535) {
                throw new Problem("\"" + entry.getKey() + "=" + entry.getValue()
                        + "\" is no port of a family: write zvt, weblink, nexo or poslink, = and 1 to 65535.");
            }
        }
        List<FamilyPorts> all = new ArrayList<>();
        for (FamilyPorts usual : USUAL) {
            int port = other.getOrDefault(usual.family, usual.port);
            all.add(new FamilyPorts(usual.family, usual.link, port, usual.words));
        }
        return all;
    }
}
