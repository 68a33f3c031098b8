package io.keentill.launcher.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.TerminalDriver;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

/** Makes real jars with the JDK's own compiler. */
final class DriverJarMaker {

    private final Path work;
    private final Path jars;

    DriverJarMaker(Path work, Path jars) throws IOException {
        this.work = work;
        this.jars = Files.createDirectories(jars);
    }

    /** A driver as its author would write it; the parts in brackets can be replaced. */
    static Map<String, String> driver(String module, String family, String contract, String constructor) {
        Map<String, String> files = new TreeMap<>();
        String pack = module.replace('.', '/');
        files.put(
                "module-info.java",
                "module " + module
                        + " { requires io.keentill.device; provides io.keentill.device.terminal.TerminalDriver"
                        + " with " + module + ".Driver; }");
        files.put(
                pack + "/Driver.java",
                "package " + module + "; import io.keentill.device.terminal.*; import java.util.Set;"
                        + " public class Driver implements TerminalDriver { public Driver() { " + constructor + " }"
                        + " public int contractVersion() { return " + contract + "; }"
                        + " public String family() { return \"" + family + "\"; }"
                        + " public String displayName() { return \"Driver of " + family + "\"; }"
                        + " public Set<String> links() { return Set.of(\"tcp\"); }"
                        + " public PaymentTerminal open(TerminalAddress address, Context context) {"
                        + " throw new IllegalArgumentException(\"nobody there\"); } }");
        return files;
    }

    /** Compiles {@code sources} and packs them into {@code name}. */
    Path jar(String name, Map<String, String> sources, Path... modules) throws IOException {
        Path source = Files.createDirectories(work.resolve(name + "-source"));
        Path classes = Files.createDirectories(work.resolve(name + "-classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-p", modulePath(modules)));
        for (Map.Entry<String, String> file : sources.entrySet()) {
            Path path = source.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            arguments.add(path.toString());
        }
        run("javac", arguments);
        Path jar = jars.resolve(name);
        run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        return jar;
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(code).as(said.toString()).isZero();
    }

    private static String modulePath(Path... more) {
        List<String> path = new ArrayList<>();
        for (Class<?> type : List.of(TerminalDriver.class, io.keentill.domain.money.Money.class)) {
            path.add(Path.of(java.net.URI.create(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString()))
                    .toString());
        }
        for (Path one : more) {
            path.add(one.toString());
        }
        return String.join(java.io.File.pathSeparator, path);
    }
}
