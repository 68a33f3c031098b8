package io.keentill.bench.screen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A till in a process of its own, with the flags that the launcher gives it. */
final class Child {

    private static final int STARTS = Integer.getInteger("starts", 7);

    private Child() {}

    /** Start to PIN pad, and to ready to scan with the PIN typed at once: without and with the start-up cache. */
    static Map<String, Object> starts(Path folder, int products) throws IOException, InterruptedException {
        Path cache = folder.resolve("start.aot");
        Files.deleteIfExists(cache);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("without_cache", start(folder, products, List.of()));
        start(folder, products, List.of("-XX:AOTCacheOutput=" + cache), 1);
        report.put("with_cache", start(folder, products, List.of("-XX:AOTCache=" + cache)));
        return report;
    }

    private static Map<String, Object> start(Path folder, int products, List<String> flags)
            throws IOException, InterruptedException {
        return start(folder, products, flags, STARTS);
    }

    private static Map<String, Object> start(Path folder, int products, List<String> flags, int times)
            throws IOException, InterruptedException {
        List<Long> pad = new ArrayList<>();
        List<Long> ready = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            run(command(folder, products, "start", flags), line -> {
                if (line.equals("PIN")) {
                    pad.add(System.nanoTime() - began);
                } else if (line.equals("READY")) {
                    ready.add(System.nanoTime() - began);
                }
            });
        }
        return Map.of("pin_pad", Figures.of(pad), "ready_to_scan", Figures.of(ready));
    }

    /** The report of a {@link Memory} run. */
    static String memory(Path folder, int products) throws IOException, InterruptedException {
        StringBuilder report = new StringBuilder();
        run(command(folder, products, "memory", List.of()), report::append);
        return report.toString();
    }

    private static List<String> command(Path folder, int products, String what, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dsales=" + System.getProperty("sales", "2000"),
                "-Dsearches=" + System.getProperty("searches", "200")));
        command.addAll(flags);
        command.addAll(List.of(
                "--module",
                "io.keentill.bench/" + StorefrontBench.class.getName(),
                what,
                folder.toString(),
                Integer.toString(products)));
        return command;
    }

    private static void run(List<String> command, java.util.function.Consumer<String> lines)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.accept(line);
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The till's process ended with " + process.exitValue());
        }
    }
}
