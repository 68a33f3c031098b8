package io.keentill.device.weblink.emulator;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The code on the terminal's screen and the token that it buys. The token stays good, as on real terminals. */
final class Pairing {

    private final String code;
    private final String token;

    Pairing() {
        SecureRandom random = new SecureRandom();
        code = "%06d".formatted(random.nextInt(1_000_000));
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        token = HexFormat.of().formatHex(bytes);
    }

    String code() {
        return code;
    }

    String token() {
        return token;
    }

    boolean admits(String authorization) {
        return authorization.equals("Bearer " + token);
    }
}
