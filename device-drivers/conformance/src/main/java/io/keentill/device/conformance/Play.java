package io.keentill.device.conformance;

/** How a simulated terminal shall live the next payment; then it approves again. */
public enum Play {
    /** Approves all of it. */
    APPROVE,
    /** The host says no. */
    DECLINE,
    /** The host approves six tenths. */
    APPROVE_PART,
    /** The customer takes about two seconds, then all is approved; the till may stop it meanwhile. */
    SLOW,
    /** The customer presses stop. */
    STOPPED_BY_CUSTOMER,
    /** The host approves; instead of the answer the terminal ends the connection, where it has one. */
    ANSWER_LOST,
    /** The host approves; the terminal falls silent instead of answering. */
    ANSWER_HANGS,
    /** The host approves; then the terminal restarts without having answered. */
    REBOOT,
    /** The host approves; what the terminal sends instead of the answer is none of its protocol. */
    GARBAGE,
    /** The host says no; the terminal falls silent instead of answering. */
    DECLINE_LOST,
    /** The host says no; what the terminal sends instead of the answer is none of its protocol. */
    DECLINE_GARBAGE,
    /** The host approves; the answer comes twice. */
    ANSWER_TWICE,
    /** The host approves; the answer names one minor unit more than was asked and booked. */
    WRONG_AMOUNT,
    /** The host approves; the answer names another currency. */
    WRONG_CURRENCY,
    /** The host approves; the answer carries another reference than ours. Only for protocols that have one. */
    WRONG_REFERENCE,
    /** Nothing is booked; the answer is that of the payment before, which was approved. */
    ANSWER_OF_BEFORE
}
