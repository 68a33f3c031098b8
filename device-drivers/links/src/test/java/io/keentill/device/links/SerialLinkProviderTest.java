package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class SerialLinkProviderTest {

    @TempDir
    private Path folder;

    @Test
    void defaultsSuitZvt() throws LinkException {
        assertThat(SerialSettings.of(LinkAddress.parse("serial:COM3"))).isEqualTo(new SerialSettings(9600, 8, 'N', 2));
    }

    @Test
    void readsBaudAndFormat() throws LinkException {
        SerialSettings settings = SerialSettings.of(LinkAddress.parse("serial:COM3?baud=115200&format=7e1"));
        assertThat(settings).isEqualTo(new SerialSettings(115_200, 7, 'E', 1));
        assertThat(settings.millisFor(11_520)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "baud=fast, baud rate",
        "baud=0, baud rate",
        "baud=99999999, baud rate",
        "format=9N1, 8N1",
        "format=8X1, 8N1",
        "parity=N, parity"
    })
    void saysWhichOptionIsWrong(String option, String what) {
        assertThatThrownBy(() -> open("/dev/ttyUSB0?" + option))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining(what);
    }

    @Test
    void saysWhenThereIsNoSuchPort() {
        String path = folder.resolve("ttyUSB77").toString();
        assertThatThrownBy(() -> open(path))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("There is no serial port " + path);
        assertThatThrownBy(() -> open("noSuchPort9"))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("There is no serial port noSuchPort9");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysWhenAPathIsNoPort() throws IOException {
        Path file = Files.createFile(folder.resolve("notAPort"));
        assertThatThrownBy(() -> open(file.toString()))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("is no serial port");
    }

    @ParameterizedTest
    @CsvSource({
        "13, Linux, dialout",
        "1, Linux, dialout",
        "13, Mac OS X, right to read and write",
        "16, Linux, another program",
        "11, Linux, another program",
        "35, Mac OS X, another program",
        "19, Linux, not there any more",
        "25, Linux, no serial port",
        "99, Linux, error 99",
        "2, Windows 11, not there any more",
        "5, Windows 11, another program",
        "1167, Windows 11, error 1167"
    })
    void putsErrorNumbersIntoWords(int code, String os, String words) {
        assertThat(SerialFailure.opening("/dev/ttyUSB0", code, os))
                .hasMessageContaining("/dev/ttyUSB0")
                .hasMessageContaining(words);
    }

    private static void open(String where) throws LinkException {
        new SerialLinkProvider()
                .open(LinkAddress.parse("serial:" + where), Duration.ofSeconds(2))
                .close();
    }
}
