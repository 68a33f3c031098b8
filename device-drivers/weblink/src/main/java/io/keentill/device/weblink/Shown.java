package io.keentill.device.weblink;

import io.keentill.domain.payment.PaymentKind;

/** Whose result the terminal shows under an attempt's {@code uti}. */
enum Shown {
    /** The attempt's own. */
    OURS,
    /** That of the original, or of an earlier attempt at it. */
    EARLIER,
    /** It does not say of which kind it is, so it may be the original's. */
    UNTOLD,
    /** One of the right kind under another reference: of an earlier attempt, or of none of this till's. */
    ANOTHERS;

    /**
     * Reads a final result. Most attempts have a {@code uti} to themselves; what undoes or completes shares that of its
     * original, whose approval must never be taken for its own.
     */
    static Shown of(PaymentKind kind, String reference, String was, Result result) {
        if (!WireType.namedByOriginal(kind)) {
            return OURS;
        }
        if (result.print().equals(was)) {
            return EARLIER;
        }
        if (result.type().isEmpty()) {
            return UNTOLD;
        }
        if (!WireType.fits(kind, result.type())) {
            return EARLIER;
        }
        return result.reference()
                        .filter(told -> !told.equals(WireType.reference(reference)))
                        .isPresent()
                ? ANOTHERS
                : OURS;
    }
}
