package io.keentill.engine.cloud;

import io.keentill.device.link.LinkAddress;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.Set;

/**
 * Waits of one cloud terminal.
 *
 * @param poll first pause between two questions
 * @param slowest longest pause between two questions
 * @param limit after which a payment without an outcome is given to the recovery
 * @param grace after which a request that was sent and never answered cannot arrive any more
 */
record CloudSettings(Duration poll, Duration slowest, Duration limit, Duration grace) {

    private static final Set<String> NAMES = Set.of("poll", "slowest", "limit", "grace");

    static CloudSettings from(LinkAddress address) {
        for (String name : address.options().keySet()) {
            if (!NAMES.contains(name)) {
                throw new BadInputException(Sentence.of(
                        "cloud.a-revkeen-terminal-has-no-option",
                        "A RevKeen terminal has no option \"{0}\"; there are poll, slowest, limit and grace, in seconds",
                        name));
            }
        }
        Duration poll = seconds(address, "poll", "2");
        Duration slowest = seconds(address, "slowest", "5");
        return new CloudSettings(
                poll,
                slowest.compareTo(poll) < 0 ? poll : slowest,
                seconds(address, "limit", "200"),
                seconds(address, "grace", "75"));
    }

    /** The pause after {@code before}: half as long again, up to the slowest. */
    Duration after(Duration before) {
        Duration next = before.plus(before.dividedBy(2));
        return next.compareTo(slowest) > 0 ? slowest : next;
    }

    private static Duration seconds(LinkAddress address, String name, String usual) {
        Duration value = address.seconds(name, usual);
        if (value.isZero()) {
            throw new BadInputException(Sentence.of(
                    "cloud.is-above-zero-seconds", "\"{0}\" is above zero seconds, for example {1}", name, usual));
        }
        return value;
    }
}
