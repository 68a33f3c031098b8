package io.keentill.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts a main class of the tests in another JVM, so that a real process can be killed or hold a lock. */
final class Child {

    private Child() {}

    static Process start(Class<?> main, Path folder) throws IOException {
        return new ProcessBuilder(command(main, folder))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** How such a JVM is started. */
    static List<String> command(Class<?> main, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                main.getName(),
                folder.toString());
    }

    private static String classPath() {
        List<String> parts = new ArrayList<>(List.of("target/classes", "target/test-classes"));
        Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .forEach(parts::add);
        return String.join(File.pathSeparator, parts);
    }
}
