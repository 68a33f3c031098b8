package io.keentill.device.terminal;

/**
 * Where terminals of a family listen unless somebody set them up otherwise: what a search of the network tries.
 *
 * @param link kind of link, one of {@link TerminalDriver#links}
 * @param port TCP port, 1 to 65535
 */
public record UsualPlace(String link, int port) {

    private static final int HIGHEST = 65_535;

    /** Refuses a port that is none. */
    public UsualPlace {
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException("A TCP port is 1 to 65535, not " + port);
        }
    }
}
