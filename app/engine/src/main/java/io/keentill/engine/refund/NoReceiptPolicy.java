package io.keentill.engine.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.ShiftGate;
import io.keentill.engine.setup.Settings;
import io.keentill.store.StaffRecord;
import io.keentill.store.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the shop allows of returns without a receipt, by its settings, in words for people. Off where nothing is set. */
public final class NoReceiptPolicy {

    private NoReceiptPolicy() {}

    /** Whether the shop allows them at all. */
    public static boolean isOn(View view) {
        return view.setting(Settings.RETURN_WITHOUT_RECEIPT)
                .filter("true"::equals)
                .isPresent();
    }

    /** The most that one gives, in minor units; empty where nothing that can be read is set, and then none is given. */
    public static Optional<Long> limit(View view) {
        return view.setting(Settings.RETURN_LIMIT)
                .filter(set -> set.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .filter(minor -> minor > 0);
    }

    /** What holds now. */
    static NoReceiptTerms terms(View view) {
        Optional<Shop> shop = view.shop();
        Optional<Long> limit = limit(view);
        if (!isOn(view) || shop.isEmpty() || limit.isEmpty()) {
            return new NoReceiptTerms.NotNow(Sentence.of(
                    "refund.this-shop-takes-nothing-back-without",
                    "This shop takes nothing back without a receipt. A manager can allow it under Rules,"
                            + " or by command with \"till refund rules\"."));
        }
        return ShiftGate.cashProblem(view)
                .<NoReceiptTerms>map(NoReceiptTerms.NotNow::new)
                .orElseGet(() -> new NoReceiptTerms.Allowed(
                        Money.of(limit.get(), shop.get().currency())));
    }

    /** Why {@code approvedBy} may not approve one; null if they may. Whoever is not on the staff may not. */
    static @Nullable Sentence mayNotApprove(View view, String approvedBy) {
        boolean may = view.staff().stream()
                .map(StaffRecord::staff)
                .anyMatch(s -> s.id().equals(approvedBy) && Permission.RETURN_WITHOUT_RECEIPT.isOf(s.role()));
        return may
                ? null
                : Sentence.of(
                        "refund.cash-for-goods-without-a-receipt",
                        "Cash for goods without a receipt needs a manager's approval.");
    }
}
