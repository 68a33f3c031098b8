package io.keentill.device.zvt;

import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import org.jspecify.annotations.Nullable;

/**
 * Completion of a status enquiry: an optional software version of counted length (Fx Fy Fz), then the terminal's status
 * (PA00P015, "Status-Enquiry"). Nothing at all counts as ready.
 *
 * @param code terminal status
 * @param software its version, if it said
 */
record StatusAnswer(int code, @Nullable String software) {

    private static final int VERSION_FIELD = 0xF0;

    static StatusAnswer read(Bytes data) {
        if (data.length() <= 1) {
            return new StatusAnswer(data.isEmpty() ? 0 : data.at(0), null);
        }
        int at = data.at(0) == VERSION_FIELD && data.length() > 4 && data.at(3) >> 4 == 0xF ? 1 : 0;
        if (data.length() < at + 3 || data.at(at) >> 4 != 0xF || data.at(at + 1) >> 4 != 0xF) {
            return new StatusAnswer(data.at(0), null);
        }
        int length = (data.at(at) & 0xF) * 100 + (data.at(at + 1) & 0xF) * 10 + (data.at(at + 2) & 0xF);
        int end = at + 3 + length;
        if (end > data.length()) {
            return new StatusAnswer(0, null);
        }
        String version = data.slice(at + 3, end).text(CharacterSet.STANDARD).strip();
        return new StatusAnswer(end < data.length() ? data.at(end) : 0, version.isEmpty() ? null : version);
    }
}
