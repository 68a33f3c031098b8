package io.keentill.storefront.sell;

import io.keentill.domain.order.Quantity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the one field: an optional quantity before an asterisk, then a code or words.
 *
 * @param quantity from {@code 3*}; null if none was typed
 * @param rest what follows, stripped
 */
public record ScanText(@Nullable Quantity quantity, String rest) {

    private static final Pattern PREFIX = Pattern.compile("\\s*(\\d{1,4})\\s*[*×]\\s*(.*)");
    private static final Pattern CODE = Pattern.compile("\\d{3,}");

    /** Reads the field. A quantity of zero counts as none. */
    public static ScanText parse(String typed) {
        Matcher matcher = PREFIX.matcher(typed);
        if (!matcher.matches()) {
            return new ScanText(null, typed.strip());
        }
        int pieces = Integer.parseInt(matcher.group(1));
        return new ScanText(
                pieces == 0 ? null : Quantity.of(pieces), matcher.group(2).strip());
    }

    /** Whether only figures follow: a code to look up, never words to search for. */
    public boolean isCode() {
        return CODE.matcher(rest).matches();
    }

    /** The typed quantity. */
    public Optional<Quantity> asked() {
        return Optional.ofNullable(quantity);
    }
}
