package io.keentill.device.poslink.emulator;

/** What can befall the answer to a payment in this protocol alone, whatever became of the payment. */
public sealed interface Peculiarity {

    /** It holds this code, six digits, and no detail. */
    record Code(String code) implements Peculiarity {}

    /** It never comes, and the connection stays open. */
    record Silence() implements Peculiarity {}

    /** It is the answer to the payment before. */
    record AnswerOfBefore() implements Peculiarity {}
}
