package io.keentill.device.emulation;

/** What a till can ask an emulated terminal for. */
public enum Kind {
    /** Takes money. */
    SALE,
    /** Gives money back to the card that is presented. */
    REFUND,
    /** Undoes an unsettled sale, refund or completion as a whole. */
    REVERSAL,
    /** Reserves money. */
    PREAUTH,
    /** Takes money that was reserved, at most that much. */
    COMPLETION,
    /** Lets reserved money go. */
    RELEASE
}
