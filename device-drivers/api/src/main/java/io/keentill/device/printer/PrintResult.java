package io.keentill.device.printer;

/** How a print job went. */
public sealed interface PrintResult {

    /** The printer took all of it. */
    record Printed() implements PrintResult {}

    /** Not, or not wholly, printed; {@code message} says why and what to do. The receipt can be printed again. */
    record NotPrinted(String message) implements PrintResult {}
}
