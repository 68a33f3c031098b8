package io.keentill.device.terminal;

import io.keentill.device.link.LinkAddress;

/**
 * A terminal as people write it: {@code family:link:where}, for instance {@code zvt:tcp:127.0.0.1:20007} or {@code
 * zvt:serial:/dev/pts/3}.
 *
 * @param family names the driver
 * @param link how to reach it
 */
public record TerminalAddress(String family, LinkAddress link) {

    /**
     * Reads {@code family:link:where[?options]}.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static TerminalAddress parse(String text) {
        String[] parts = text.strip().split(":", 3);
        if (parts.length < 3 || parts[0].isBlank()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no terminal address: write family:link:where, for example zvt:tcp:192.168.1.20:20007");
        }
        return new TerminalAddress(parts[0], LinkAddress.parse(parts[1] + ":" + parts[2]));
    }

    /** The way it is written, without options: stable, and the key under which attempts are stored. */
    @Override
    public String toString() {
        return family + ":" + link;
    }
}
