package io.keentill.storefront.sell;

import io.keentill.domain.shop.Permission;
import java.util.function.Consumer;

/** Somebody who may, for what not everybody may. */
@FunctionalInterface
public interface Approver {

    /**
     * Hands the id of who answers for {@code what} to {@code granted}, at once where whoever is logged in may do it by
     * themselves, and not at all if nobody approves.
     *
     * @param about what it is for, in words for people and journal
     */
    void ask(Permission what, String about, Consumer<String> granted);
}
