package io.keentill.engine;

import io.keentill.engine.paylink.LinkDesk;

/**
 * What a counter does through RevKeen.
 *
 * @param links payments by link
 */
public record OnlineDesk(LinkDesk links) {}
