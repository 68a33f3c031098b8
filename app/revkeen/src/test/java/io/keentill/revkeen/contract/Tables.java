package io.keentill.revkeen.contract;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The contract classes beside this one. */
final class Tables {
    private static final String END = "Contract.class";

    private Tables() {}

    /** The simple names of the classes that call an endpoint, by endpoint. */
    static Map<String, List<String>> byEndpoint() {
        Map<String, List<String>> found = new TreeMap<>();
        for (Contract table : all()) {
            String name = table.getClass().getSimpleName();
            table.cases().stream()
                    .map(Case::endpoint)
                    .distinct()
                    .forEach(endpoint -> found.computeIfAbsent(endpoint, key -> new ArrayList<>())
                            .add(name));
        }
        return found;
    }

    private static List<Contract> all() {
        try (Stream<Path> files =
                Files.list(Path.of(Tables.class.getResource("").toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END) && !name.equals(END))
                    .sorted()
                    .map(name -> made(name.substring(0, name.length() - ".class".length())))
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("the tests are class files in a folder", e);
        }
    }

    private static Contract made(String name) {
        try {
            Constructor<?> constructor =
                    Class.forName(Tables.class.getPackageName() + "." + name).getDeclaredConstructor();
            return (Contract) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name + " needs a constructor without parameters", e);
        }
    }
}
