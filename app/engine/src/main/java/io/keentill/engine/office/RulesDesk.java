package io.keentill.engine.office;

import io.keentill.domain.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this shop asks of its shifts, allows of returns and prints on its labels. A change holds at once, for the sale on the counter, too; each is
 * journalled under {@code by}, in the same commit. {@code by} is the id of somebody on the staff who has
 * {@link io.keentill.domain.shop.Permission#RULES}, or {@link #COMMAND_LINE}. Amounts are in the shop's currency, and below
 * a million million minor units.
 */
public interface RulesDesk {

    /** Stands for whoever has the machine and works by command. */
    String COMMAND_LINE = "command line";

    /**
     * What holds now.
     *
     * @throws IllegalStateException if the till is not set up or its data cannot be read
     */
    ShopRules now();

    /**
     * Sets what is asked of shifts, journalled as {@code shift.rules}.
     *
     * @param required whether the till sells in an open shift alone; null leaves that as it is
     * @param difference how much over or short needs no reason, zero or above; null leaves that as it is
     */
    RulesChange setShifts(@Nullable Boolean required, @Nullable Money difference, String by);

    /**
     * Sets what is allowed of goods without a receipt, journalled as {@code refund.rules}. Refused where they would be
     * allowed without a limit.
     *
     * @param withoutReceipt whether they come back at all; null leaves that as it is
     * @param limit the most that one return gives, above zero; null leaves that as it is
     */
    RulesChange setReturns(@Nullable Boolean withoutReceipt, @Nullable Money limit, String by);

    /**
     * Sets how labels of the shop's own scales are read, journalled as {@code label.rules}. Refused where a pattern makes no
     * sense.
     *
     * @param patterns as {@link io.keentill.domain.catalogue.EmbeddedRules} writes them, the first to be tried first; none if
     *     no label hides anything
     */
    RulesChange setLabels(List<String> patterns, String by);
}
