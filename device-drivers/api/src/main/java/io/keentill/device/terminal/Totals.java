package io.keentill.device.terminal;

import io.keentill.domain.money.Money;
import java.util.List;

/**
 * What a terminal counted since its day was opened.
 *
 * @param count payments of every type together
 * @param net what it took, less what it gave back
 * @param lines the same in detail, as far as it says: by type, by scheme, or not at all. Lines of different kinds overlap
 * @param slip what the terminal wants the till to print of it, line by line; empty where it prints itself
 */
public record Totals(int count, Money net, List<Line> lines, List<String> slip) {

    /** Copies the lists. */
    public Totals {
        lines = List.copyOf(lines);
        slip = List.copyOf(slip);
    }

    /** Without a slip. */
    public Totals(int count, Money net, List<Line> lines) {
        this(count, net, lines, List.of());
    }

    /** Without detail. */
    public Totals(int count, Money net) {
        this(count, net, List.of());
    }

    /** What a line adds up. */
    public enum Kind {
        /** Sales. */
        SALES,
        /** Money given back. */
        REFUNDS,
        /** Payments undone. */
        REVERSALS,
        /** Money held. */
        PRE_AUTHORISATIONS,
        /** Held money taken. */
        COMPLETIONS,
        /** Tips, also contained in the sales. */
        GRATUITIES,
        /** Cash handed out with a sale, also contained in the sales. */
        CASHBACK,
        /** All of one scheme or card group, named by the line. */
        SCHEME
    }

    /**
     * One line.
     *
     * @param name the terminal's own name of it, for people; may be empty
     * @param count how many
     * @param sum how much, zero or above whatever its kind
     */
    public record Line(Kind kind, String name, int count, Money sum) {}
}
