package io.keentill.bench.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A till in a process of its own, with the flags that the launcher gives it. */
final class Child {

    private Child() {}

    /** The report of a {@link Memory} run. */
    static String memory(Path folder, int products) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(folder, products))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The till's process ended with " + process.exitValue());
        }
        return report;
    }

    private static List<String> command(Path folder, int products) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms80m",
                "-Xmn32m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=35",
                "-XX:MetaspaceSize=96m",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dsales=" + System.getProperty("sales", "2000"),
                "-Dsearches=" + System.getProperty("searches", "200"),
                "--module",
                "io.keentill.bench/" + StorefrontBench.class.getName(),
                folder.toString(),
                Integer.toString(products));
    }
}
