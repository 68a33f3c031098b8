package io.keentill.device.zvt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of card schemes (PA00P015, list of card types). */
final class CardSchemes {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(2, "EC"),
            Map.entry(5, "GIROCARD"),
            Map.entry(6, "MASTERCARD"),
            Map.entry(8, "AMEX"),
            Map.entry(10, "VISA"),
            Map.entry(11, "VISA_ELECTRON"),
            Map.entry(12, "DINERS"),
            Map.entry(13, "V_PAY"),
            Map.entry(14, "JCB"),
            Map.entry(46, "MAESTRO"),
            Map.entry(97, "ALIPAY"),
            Map.entry(198, "UNIONPAY"),
            Map.entry(232, "DISCOVER"));

    private CardSchemes() {}

    /** The scheme with this number, or null if it is not among those we know. */
    static @Nullable String name(int type) {
        return NAMES.get(type);
    }
}
