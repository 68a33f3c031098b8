package io.keentill.revkeen;

import java.util.Locale;
import java.util.Optional;

/**
 * A word of the API that may be one we do not know yet: new enum members can appear without a new API version (section
 * A.4).
 *
 * @param text the word exactly as received
 * @param known the member it stands for, when we know it
 * @param <E> the members we know
 */
public record OpenEnum<E extends Enum<E>>(String text, Optional<E> known) {

    /** The word as received, in either letter case. */
    public static <E extends Enum<E>> OpenEnum<E> of(Class<E> type, String text) {
        for (E member : type.getEnumConstants()) {
            if (member.name().equalsIgnoreCase(text)) {
                return new OpenEnum<E>(text, Optional.of(member));
            }
        }
        return new OpenEnum<E>(text, Optional.empty());
    }

    /** A member we know. */
    public static <E extends Enum<E>> OpenEnum<E> of(E member) {
        return new OpenEnum<E>(wire(member), Optional.of(member));
    }

    /** How a member is written on the wire: its name in lower case. */
    public static String wire(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is this member. */
    public boolean is(E member) {
        return known.isPresent() && known.get() == member;
    }

    /** The member, or this one when the word is unknown. */
    public E or(E otherwise) {
        return known.orElse(otherwise);
    }

    @Override
    public String toString() {
        return text;
    }
}
