package io.keentill.engine.office;

import io.keentill.domain.money.Money;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.ShiftGate;
import io.keentill.engine.refund.NoReceiptPolicy;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.shift.ShiftRule;
import io.keentill.store.StaffRecord;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop's rules among the till's settings: the one place that sets them, for the screen and for the command line. */
public final class StoredRules implements RulesDesk {

    /** What every reader of these settings takes: twelve digits. */
    private static final long MOST = 999_999_999_999L;

    private final TillStore store;

    /** On {@code store}; one that is open for reading alone tells what holds. */
    public StoredRules(TillStore store) {
        this.store = store;
    }

    @Override
    public ShopRules now() {
        try {
            return store.read(StoredRules::rules);
        } catch (StoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static ShopRules rules(View view) {
        Currency currency = currency(view);
        Money limit = NoReceiptPolicy.limit(view)
                .map(minor -> Money.of(minor, currency))
                .orElse(null);
        return new ShopRules(
                ShiftGate.isRequired(view),
                Money.of(ShiftRule.limit(view), currency),
                NoReceiptPolicy.isOn(view) && limit != null,
                limit,
                StoredLabels.now(view));
    }

    private static Currency currency(View view) {
        return view.shop()
                .map(Shop::currency)
                .orElseThrow(() -> new IllegalStateException("This till is not set up: run till init first."));
    }

    @Override
    public RulesChange setShifts(@Nullable Boolean required, @Nullable Money difference, String by) {
        return write(tx -> {
            Optional<Sentence> no = mayNot(tx, by).or(() -> badDifference(tx, difference));
            if (no.isPresent()) {
                return new RulesChange.Refused(no.get());
            }
            JournalText changed = JournalText.none();
            put(tx, Settings.SHIFT_REQUIRED, required, "required", changed);
            put(tx, Settings.SHIFT_DIFFERENCE, minor(difference), "difference_minor", changed);
            tx.appendJournal("shift.rules", by, "shift", changed.json());
            return new RulesChange.Done(rules(tx));
        });
    }

    @Override
    public RulesChange setReturns(@Nullable Boolean withoutReceipt, @Nullable Money limit, String by) {
        return write(tx -> {
            Optional<Sentence> no = mayNot(tx, by)
                    .or(() -> badLimit(tx, limit))
                    .or(() -> withoutLimit(tx, Boolean.TRUE.equals(withoutReceipt) && limit == null));
            if (no.isPresent()) {
                return new RulesChange.Refused(no.get());
            }
            JournalText changed = JournalText.none();
            put(tx, Settings.RETURN_WITHOUT_RECEIPT, withoutReceipt, "without_receipt", changed);
            put(tx, Settings.RETURN_LIMIT, minor(limit), "limit_minor", changed);
            tx.appendJournal("refund.rules", by, "refund", changed.json());
            return new RulesChange.Done(rules(tx));
        });
    }

    @Override
    public RulesChange setLabels(List<String> patterns, String by) {
        return write(tx -> {
            Optional<Sentence> no = mayNot(tx, by).or(() -> StoredLabels.problem(patterns));
            if (no.isPresent()) {
                return new RulesChange.Refused(no.get());
            }
            StoredLabels.set(tx, patterns, by);
            return new RulesChange.Done(rules(tx));
        });
    }

    private static @Nullable Long minor(@Nullable Money amount) {
        return amount == null ? null : amount.minor();
    }

    private static void put(Tx tx, String setting, @Nullable Object value, String name, JournalText changed) {
        if (value != null) {
            tx.putSetting(setting, value.toString());
            changed.with(name, value.toString());
        }
    }

    private RulesChange write(TillStore.Work<RulesChange> change) {
        try {
            return store.write(change);
        } catch (StoreException e) {
            return new RulesChange.Refused(e.said());
        }
    }

    private static Optional<Sentence> mayNot(View view, String by) {
        boolean may = by.equals(COMMAND_LINE)
                || view.staff().stream()
                        .map(StaffRecord::staff)
                        .anyMatch(s -> s.id().equals(by) && Permission.RULES.isOf(s.role()));
        return may
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "rules.only-a-manager-sets-them", "Only a manager sets the shop's rules. Log in as one."));
    }

    private static Optional<Sentence> badDifference(View view, @Nullable Money difference) {
        if (difference != null && difference.isNegative()) {
            return Optional.of(
                    Sentence.of("rules.a-difference-is-zero-or-more", "A difference is zero or more, like 2.00."));
        }
        return unusable(view, difference);
    }

    private static Optional<Sentence> badLimit(View view, @Nullable Money limit) {
        if (limit != null && !limit.isPositive()) {
            return Optional.of(Sentence.of(
                    "rules.a-limit-is-above-zero",
                    "A limit is above zero, like 20.00. Where nothing is to come back without a receipt, switch that"
                            + " off instead."));
        }
        return unusable(view, limit);
    }

    private static Optional<Sentence> unusable(View view, @Nullable Money amount) {
        if (amount == null) {
            return Optional.empty();
        }
        Currency currency = currency(view);
        if (!amount.currency().equals(currency)) {
            return Optional.of(Sentence.of("rules.this-shop-counts-in", "This shop counts in {0}.", currency));
        }
        return amount.minor() <= MOST
                ? Optional.empty()
                : Optional.of(
                        Sentence.of("rules.is-more-than-any-till-counts", "{0} is more than any till counts.", amount));
    }

    private static Optional<Sentence> withoutLimit(View view, boolean needed) {
        return needed && NoReceiptPolicy.limit(view).isEmpty()
                ? Optional.of(Sentence.of(
                        "rules.say-first-how-much-one-return",
                        "Say first how much one return without a receipt gives at most."))
                : Optional.empty();
    }
}
