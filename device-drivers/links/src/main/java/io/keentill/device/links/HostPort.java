package io.keentill.device.links;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;

/**
 * Where a TCP link goes.
 *
 * @param host name, IPv4 address, or IPv6 address without its brackets
 * @param port 1 to 65535
 */
record HostPort(String host, int port) {

    private static final int HIGHEST_PORT = 65_535;
    private static final Sentence NO_PORT = Sentence.of("link.the-port-is-missing", "the port is missing");

    /**
     * Reads {@code host:port} or {@code [IPv6]:port}.
     *
     * @throws LinkException saying which part is missing or wrong
     */
    static HostPort parse(String where) throws LinkException {
        int colon = where.lastIndexOf(':');
        boolean bracketed = where.startsWith("[");
        int closing = where.indexOf(']');
        if (bracketed && closing < 0) {
            throw wrong(
                    where,
                    Sentence.of("link.the-bracket-is-not-closed", "the bracket around the IPv6 address is not closed"));
        }
        if (colon < 0 || (bracketed && colon < closing)) {
            throw wrong(where, NO_PORT);
        }
        if (!bracketed && where.indexOf(':') != colon) {
            throw wrong(
                    where,
                    Sentence.of("link.an-ipv6-address-needs-brackets", "an IPv6 address needs brackets around it"));
        }
        if (bracketed && colon != closing + 1) {
            throw wrong(
                    where,
                    Sentence.of(
                            "link.after-the-bracket-a-colon", "after the bracket a colon and the port must follow"));
        }
        String host = bracketed ? where.substring(1, closing) : where.substring(0, colon);
        if (host.isBlank()) {
            throw wrong(where, Sentence.of("link.the-host-is-missing", "the host is missing"));
        }
        return new HostPort(host.strip(), port(where, where.substring(colon + 1)));
    }

    private static int port(String where, String text) throws LinkException {
        if (text.isEmpty()) {
            throw wrong(where, NO_PORT);
        }
        boolean digits = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = digits ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw wrong(
                    where,
                    Sentence.of(
                            "link.the-port-must-be-a-number", "the port must be a number from 1 to {0}", HIGHEST_PORT));
        }
        return port;
    }

    private static LinkException wrong(String where, Sentence what) {
        return new LinkException(Sentence.of(
                "link.is-no-tcp-address",
                "\"{0}\" is no TCP address: {1}. Write host:port, for example 192.168.1.20:20007 or [fe80::1]:20007",
                where,
                what));
    }

    /** The way it is written. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
