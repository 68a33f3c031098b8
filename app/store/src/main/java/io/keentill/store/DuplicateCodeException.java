package io.keentill.store;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;

/** A SKU or barcode belongs to another product already. */
public final class DuplicateCodeException extends RuntimeException implements Spoken {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Sentence said;

    /** With the code and the name of the product that has it. */
    public DuplicateCodeException(String code, String holder) {
        this(
                code,
                Sentence.of(
                        "store.code-belongs-to-already",
                        "Code {0} belongs to {1} already. Remove it there first.",
                        code,
                        holder));
    }

    private DuplicateCodeException(String code, Sentence said) {
        super(said.toString());
        this.code = code;
        this.said = said;
    }

    @Override
    public Sentence said() {
        return said;
    }

    /** The code that is taken. */
    public String code() {
        return code;
    }
}
