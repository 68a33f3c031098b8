package io.keentill.engine.sync;

import io.keentill.revkeen.connector.ToServer;
import java.util.Locale;

/** What a till says of itself when it opens RevKeen's connector channel. */
public final class Greeting {

    private Greeting() {}

    /** The first word of the till with this lasting id; {@code connects} whether commands for its terminal come to it. */
    public static ToServer.Hello of(String tillId, String name, String appVersion, boolean connects) {
        return new ToServer.Hello(tillId, name, platform(), appVersion, null, connects, null);
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("win") ? "windows" : os.contains("mac") ? "macos" : "linux";
    }
}
