package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;
import java.util.Optional;

/**
 * A plug of this machine that a device may hang on.
 *
 * @param link as an address writes it: {@code serial:/dev/ttyUSB0}, {@code usb:04b8:0202}
 * @param words what it says of itself
 * @param hindrance why it cannot be used, with what to do
 */
public record FoundPort(String link, Sentence words, Optional<Sentence> hindrance) {}
