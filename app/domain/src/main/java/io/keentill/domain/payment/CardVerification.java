package io.keentill.domain.payment;

/** How the cardholder proved to be the cardholder (EMV: CVM). */
public enum CardVerification {
    /** Nothing was asked, as for small contactless amounts. */
    NONE,
    /** A PIN, checked by the issuer or by the card. */
    PIN,
    /** A signature: the clerk compares it with the card before goods leave. */
    SIGNATURE,
    /** A PIN and a signature. */
    PIN_AND_SIGNATURE,
    /** On the customer's own device (CDCVM): fingerprint, face or code of a phone or watch. */
    DEVICE,
    /** The terminal did not say. */
    UNKNOWN
}
