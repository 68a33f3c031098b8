package io.keentill.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Where a sandbox may listen: on loopback, or elsewhere when that was said twice, by a flag and by a key. */
final class Listening {
    private static final String PREFIX = "rk_sandbox_";
    private static final int SHORTEST_SECRET = 32;

    private Listening() {}

    /** The address of {@code config.host()}; refused in words that say what is missing. */
    static InetAddress address(SandboxConfig config) {
        InetAddress address;
        try {
            address = InetAddress.getByName(config.host());
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "The sandbox knows no host " + config.host() + "; use 127.0.0.1.", unknown);
        }
        if (address.isLoopbackAddress()) {
            return address;
        }
        SandboxConfig.Exposure exposure = config.exposure();
        if (!exposure.elsewhere()) {
            throw new IllegalArgumentException("The sandbox listens on this machine only, not on " + config.host()
                    + ". To let other machines in, say so (--other-machines) and give them a key (--key-file).");
        }
        if (!strong(exposure.key())) {
            throw new IllegalArgumentException("To listen on " + config.host() + " the sandbox needs a key of its own: "
                    + PREFIX + " and at least " + SHORTEST_SECRET + " letters and digits, kept secret.");
        }
        return address;
    }

    private static boolean strong(@Nullable String key) {
        return key != null && key.matches(PREFIX + "[A-Za-z0-9_-]{" + SHORTEST_SECRET + ",}");
    }
}
