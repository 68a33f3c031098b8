package io.keentill.device.zvt.kit;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Messages and their frames as the specification of the serial link (PA00P016) shows them, in hexadecimal digits. */
public final class Vectors {

    private Vectors() {}

    /** Message, frame. */
    public static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of("80 00 00", "10 02 80 00 00 10 03 F5 1F"),
                Arguments.of("84 83 00", "10 02 84 83 00 10 03 91 8E"),
                Arguments.of("06 0F 00", "10 02 06 0F 00 10 03 C6 33"),
                Arguments.of("05 01 00", "10 02 05 01 00 10 03 10 06"),
                Arguments.of("06 00 06 12 34 56 BA 09 78", "10 02 06 00 06 12 34 56 BA 09 78 10 03 24 C3"),
                Arguments.of("06 01 07 04 00 00 00 00 10 00", "10 02 06 01 07 04 00 00 00 00 10 10 00 10 03 62 91"));
    }
}
