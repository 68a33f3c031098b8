package io.keentill.engine.install;

import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses to look at: a thousand at most, so that a search ends. */
public final class NetworkRange {

    private static final Pattern NETWORK =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final int WIDEST = 22;

    private NetworkRange() {}

    /**
     * The hosts of {@code text}: one host, or a network such as {@code 192.168.1.0/24} with a prefix from 22 to 32.
     *
     * @throws BadInputException if it is neither
     */
    public static List<String> of(String text) {
        Matcher network = NETWORK.matcher(text.strip());
        if (!network.matches()) {
            if (HOST.matcher(text.strip()).matches()) {
                return List.of(text.strip());
            }
            throw wrong(text);
        }
        long base = 0;
        for (int part = 1; part <= 4; part++) {
            int value = Integer.parseInt(network.group(part));
            if (value > 255) {
                throw wrong(text);
            }
            base = base * 256 + value;
        }
        int prefix = Integer.parseInt(network.group(5));
        if (prefix < WIDEST || prefix > 32) {
            throw wrong(text);
        }
        return hosts(base, prefix);
    }

    private static BadInputException wrong(String text) {
        return new BadInputException(Sentence.of(
                "install.is-no-range",
                "\"{0}\" is no range: write one host, or a network like 192.168.1.0/24 with a prefix from 22 to 32.",
                text));
    }

    private static List<String> hosts(long address, int prefix) {
        long size = 1L << (32 - prefix);
        long first = address & ~(size - 1);
        List<String> hosts = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            // The first and last address of a network are its own and everybody's.
            if (size <= 2 || (i > 0 && i < size - 1)) {
                long ip = first + i;
                hosts.add((ip >> 24 & 255) + "." + (ip >> 16 & 255) + "." + (ip >> 8 & 255) + "." + (ip & 255));
            }
        }
        return hosts;
    }
}
