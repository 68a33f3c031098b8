package io.keentill.device.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/drivers.md shows is what is compiled and tested here. */
class ExampleInTheDocumentsTest {

    private static final Path SOURCE = Path.of("src/main/java/io/keentill/device/example/ExampleTerminal.java");

    @Test
    void theDocumentsShowTheExampleAsItIs() throws IOException {
        String source = Files.readString(SOURCE);
        String shown = source.substring(source.indexOf("/** A terminal that"));
        assertThat(Files.readString(Path.of("../../docs/drivers.md"))).contains("```java\n" + shown + "```");
    }
}
