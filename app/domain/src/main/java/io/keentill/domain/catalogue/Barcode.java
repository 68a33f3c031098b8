package io.keentill.domain.catalogue;

/** Check digits of GS1 numbers (GTIN-8, UPC-A, EAN-13, GTIN-14): weights 3 and 1 alternating from the right. */
public final class Barcode {

    private Barcode() {}

    /** Whether {@code code} is 8, 12, 13 or 14 digits with a right check digit. */
    public static boolean isValidGtin(String code) {
        int length = code.length();
        if (length != 8 && length != 12 && length != 13 && length != 14) {
            return false;
        }
        if (!code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return checkDigit(code.substring(0, length - 1)) == code.charAt(length - 1) - '0';
    }

    /** The check digit that belongs after {@code digits}. */
    public static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }

    /**
     * The spelling under which codes are stored and looked up: blanks removed, and UPC-A written as the EAN-13 that
     * scanners may send for the same symbol (a leading zero).
     */
    public static String normalise(String scanned) {
        String code = scanned.strip().replace(" ", "");
        return code.length() == 12 && isValidGtin(code) ? "0" + code : code;
    }
}
