package io.keentill.launcher.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.TerminalDriver;
import io.keentill.launcher.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class DriverFolderTest {

    @TempDir
    private Path work;

    private Path data;
    private DriverJarMaker maker;

    @BeforeEach
    void folder() throws IOException {
        data = work.resolve("data");
        maker = new DriverJarMaker(work, data.resolve("drivers"));
    }

    @Test
    void withoutAFolderThereAreTheBuiltInOnes() {
        FoundDrivers found = Wiring.drivers(work.resolve("nowhere"));
        assertThat(found.drivers()).extracting(TerminalDriver::family).contains("zvt");
        assertThat(found.leftOut()).isEmpty();
    }

    @Test
    void aJarDroppedInIsUsed() throws IOException {
        maker.jar("good.jar", DriverJarMaker.driver("com.example.good", "good", "1", ""));
        FoundDrivers found = Wiring.drivers(data);
        assertThat(found.leftOut()).isEmpty();
        assertThat(found.drivers()).extracting(TerminalDriver::family).contains("zvt", "good");
    }

    /** Its sources as they are, compiled against the contract alone. */
    @Test
    void theExampleOfTheDriverGuideIsUsed() throws IOException {
        Path source = Path.of("..", "..", "device-drivers", "example", "src", "main", "java");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(source.relativize(file).toString(), Files.readString(file));
            }
        }
        maker.jar("example.jar", files);
        FoundDrivers found = Wiring.drivers(data);
        assertThat(found.leftOut()).isEmpty();
        assertThat(found.drivers()).extracting(TerminalDriver::family).contains("example");
    }

    @Test
    void whateverIsWrongIsSaidAndLeftOutAndTheGoodOnesStay() throws IOException {
        maker.jar("a-good.jar", DriverJarMaker.driver("com.example.good", "good", "1", ""));
        maker.jar("contract.jar", DriverJarMaker.driver("com.example.contract", "old", "99", ""));
        maker.jar(
                "throws.jar",
                DriverJarMaker.driver(
                        "com.example.thrower", "thrower", "1", "if (true) throw new IllegalStateException(\"boom\");"));
        maker.jar(
                "error.jar",
                DriverJarMaker.driver("com.example.error", "error", "1", "if (true) throw new StackOverflowError();"));
        maker.jar("again.jar", DriverJarMaker.driver("com.example.again", "good", "1", ""));
        maker.jar("builtin.jar", DriverJarMaker.driver("com.example.builtin", "zvt", "1", ""));
        maker.jar("clash.jar", DriverJarMaker.driver("com.example.good", "clash", "1", ""));
        maker.jar("nameless.jar", DriverJarMaker.driver("com.example.nameless", "", "1", ""));
        maker.jar("parts.jar", clashing());
        maker.jar("wishes.jar", wishing());
        maker.jar("lacking.jar", lacking(), maker.jar("z-library.jar", library()));
        maker.jar("automatic.jar", automatic());
        wrongService();
        Files.writeString(data.resolve("drivers/damaged.jar"), "this is no jar");
        Files.createDirectory(data.resolve("drivers/folder.jar"));
        Files.writeString(data.resolve("drivers/readme.txt"), "ignored");

        FoundDrivers found = Wiring.drivers(data);

        assertThat(found.drivers()).extracting(TerminalDriver::family).contains("zvt", "good");
        assertThat(found.drivers()).hasSize(1 + Wiring.drivers(work).drivers().size());
        Map<String, String> why = new TreeMap<>();
        found.leftOut().forEach(out -> why.put(out.what(), out.why()));
        assertThat(why.get("contract.jar")).contains("version 99", "speaks version 1");
        assertThat(why.get("throws.jar")).contains("fails as it is loaded", "boom");
        assertThat(why.get("error.jar")).contains("fails as it is loaded");
        assertThat(why.get("again.jar")).contains("family \"good\" already");
        assertThat(why.get("builtin.jar")).contains("family \"zvt\" already");
        assertThat(why.get("clash.jar")).contains("package com.example.good is taken");
        assertThat(why.get("nameless.jar")).contains("does not say what it is");
        assertThat(why.get("parts.jar")).contains("is taken by the till");
        assertThat(why.get("wishes.jar")).contains("java.net.http", "Link alone");
        assertThat(why.get("lacking.jar")).contains("com.example.library");
        assertThat(why.get("z-library.jar")).contains("module-info that provides");
        assertThat(why.get("automatic.jar")).contains("module-info that provides");
        assertThat(why.get("wrong-service.jar")).isNotBlank();
        assertThat(why.get("damaged.jar")).contains("damaged");
        assertThat(why.get("folder.jar")).isNotBlank();
        assertThat(why).hasSize(15);
    }

    @Test
    void aJarThatEverybodyMayChangeIsNotTrusted() throws IOException {
        Path jar = maker.jar("open.jar", DriverJarMaker.driver("com.example.open", "open", "1", ""));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));
        FoundDrivers found = Wiring.drivers(data);
        assertThat(found.leftOut())
                .singleElement()
                .satisfies(out -> assertThat(out.why()).contains("Every user"));
    }

    /** A package of a part of the till that no driver reads, so that the compiler does not mind. */
    private static Map<String, String> clashing() {
        Map<String, String> files = DriverJarMaker.driver("com.example.parts", "parts", "1", "");
        files.put("io/keentill/engine/Till.java", "package io.keentill.engine; public class Till {}");
        return files;
    }

    private static Map<String, String> wishing() {
        Map<String, String> files = DriverJarMaker.driver("com.example.wishes", "wishes", "1", "");
        files.computeIfPresent(
                "module-info.java",
                (name, text) -> text.replace(
                        "requires io.keentill.device;", "requires io.keentill.device; requires java.net.http;"));
        return files;
    }

    private static Map<String, String> lacking() {
        Map<String, String> files = DriverJarMaker.driver("com.example.lacking", "lacking", "1", "");
        files.computeIfPresent(
                "module-info.java",
                (name, text) -> text.replace(
                        "requires io.keentill.device;", "requires io.keentill.device; requires com.example.library;"));
        return files;
    }

    private static Map<String, String> library() {
        Map<String, String> files = new TreeMap<>();
        files.put("module-info.java", "module com.example.library { exports com.example.library; }");
        files.put("com/example/library/Help.java", "package com.example.library; public class Help {}");
        return files;
    }

    private static Map<String, String> automatic() {
        Map<String, String> files = new TreeMap<>();
        files.put("com/example/automatic/Driver.java", "package com.example.automatic; public class Driver {}");
        return files;
    }

    /** The compiler refuses a wrong class in provides, so the class is exchanged afterwards. */
    private void wrongService() throws IOException {
        Path right = maker.jar("right.tmp", DriverJarMaker.driver("com.example.wrong", "wrong", "1", ""));
        Map<String, String> files = new TreeMap<>();
        files.put("com/example/wrong/Driver.java", "package com.example.wrong; public class Driver {}");
        Path other = maker.jar("other.tmp", files);
        Path jar = data.resolve("drivers/wrong-service.jar");
        Files.move(right, jar);
        try (var to = java.nio.file.FileSystems.newFileSystem(jar);
                var from = java.nio.file.FileSystems.newFileSystem(other)) {
            Files.copy(
                    from.getPath("com/example/wrong/Driver.class"),
                    to.getPath("com/example/wrong/Driver.class"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(other);
    }
}
