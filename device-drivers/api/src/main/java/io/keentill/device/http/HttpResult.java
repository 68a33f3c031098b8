package io.keentill.device.http;

/** How an exchange ended. What it means for money is the driver's to say. */
public sealed interface HttpResult {

    /** A whole, well-formed answer. */
    record Answered(HttpReply reply) implements HttpResult {}

    /** Certainly no byte of the request left; {@code why} is for people. */
    record NotSent(String why) implements HttpResult {}

    /**
     * The request may have arrived, and there is no whole, well-formed answer to it: the link was lost, time ran out, or
     * what came is no HTTP. {@code why} is for people.
     */
    record NoAnswer(String why) implements HttpResult {}
}
