package io.keentill.launcher.kill;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The program as it is shipped: every module a jar, and the JDK's start-up cache made from a first run, so that a till is
 * up in well under a second and most of a kill's time is spent selling.
 */
final class TillImage {

    private static final String NATIVE =
            "--enable-native-access=com.fazecast.jSerialComm,io.keentill.device.links,org.xerial.sqlitejdbc,javafx.graphics";

    private final Path modules;
    private final Path cache;

    private TillImage(Path modules, Path cache) {
        this.modules = modules;
        this.cache = cache;
    }

    /** Packs what this test runs from into {@code folder}. */
    static TillImage pack(Path folder) throws IOException {
        Path modules = Files.createDirectories(folder.resolve("modules"));
        int number = 0;
        for (String entry : System.getProperty("jdk.module.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            if (Files.isDirectory(from)) {
                jar(from, modules.resolve("keentill-" + number++ + ".jar"));
            } else {
                Files.copy(from, modules.resolve(from.getFileName()));
            }
        }
        return new TillImage(modules, folder.resolve("till.aot"));
    }

    private static void jar(Path from, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(new ZipEntry(from.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    /** Runs a command to its end. */
    void run(Path log, String... arguments) throws IOException, InterruptedException {
        Process process = process(log, List.of(), arguments)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("till " + arguments[0] + " did not succeed:\n" + Files.readString(log));
        }
    }

    /** A till at its counter, to be worked and killed; the first one that ends by itself leaves the start-up cache. */
    KillableTill counter(Path log, Path data, boolean trains) throws IOException {
        List<String> flags = trains ? List.of("-XX:AOTCacheOutput=" + cache) : List.of();
        return new KillableTill(
                process(log, flags, "counter", "--data", data.toString()).start());
    }

    private ProcessBuilder process(Path log, List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--module-path", modules.toString(), NATIVE));
        command.addAll(List.of(
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xlog:disable", "-Xlog:all=error:stderr"));
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(flags);
        command.addAll(List.of("-m", "io.keentill.launcher/io.keentill.launcher.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }
}
