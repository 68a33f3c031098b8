package io.keentill.store;

/** A SKU or barcode belongs to another product already. */
public final class DuplicateCodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** With the code and the name of the product that has it. */
    public DuplicateCodeException(String code, String holder) {
        super("Code " + code + " belongs to " + holder + " already. Remove it there first.");
        this.code = code;
    }

    /** The code that is taken. */
    public String code() {
        return code;
    }
}
