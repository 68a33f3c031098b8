package io.keentill.device.poslink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives mutated frames the check byte that they would have, so that what is in them gets read. */
final class Repair {

    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final Pattern QUERY = Pattern.compile("\\?([A-Za-z0-9+/=]*)");

    private Repair() {}

    /** The same with a right check byte behind each ETX, made longer if it ended before. */
    static byte[] frames(byte[] input) {
        byte[] all = Arrays.copyOf(input, input.length);
        boolean within = false;
        int lrc = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == STX) {
                within = true;
                lrc = 0;
            } else if (within) {
                lrc ^= all[at];
                if (all[at] == ETX) {
                    within = false;
                    at++;
                    all = at < all.length ? all : Arrays.copyOf(all, at + 1);
                    all[at] = (byte) lrc;
                }
            }
        }
        return all;
    }

    /** A request line whose base64 holds a frame with a right check byte; unchanged if it holds no base64. */
    static byte[] request(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        Matcher query = QUERY.matcher(text);
        if (!query.find()) {
            return input;
        }
        byte[] frame;
        try {
            frame = Base64.getDecoder().decode(query.group(1));
        } catch (IllegalArgumentException noBase64) {
            return input;
        }
        String whole = text.substring(0, query.start(1))
                + Base64.getEncoder().encodeToString(frames(frame))
                + text.substring(query.end(1));
        return whole.getBytes(StandardCharsets.ISO_8859_1);
    }
}
