package io.keentill.engine.office;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;

/** The back office on the till's own data. */
public final class LocalOffice implements BackOffice {

    private final Approvals approvals;
    private final StoredSales sales;
    private final StaffRoom staff;
    private final StoredJournal journal;
    private final StoredRefusals refusals;
    private final StoredPreferences preferences;
    private final StoredRules rules;

    /** On {@code store}; the zone of {@code clock} says which day it is. */
    public LocalOffice(
            TillStore store,
            StaffRoom staff,
            Payments payments,
            Clock clock,
            Currency currency,
            CashRounding rounding) {
        this.staff = staff;
        approvals = new Approvals(store, staff);
        sales = new StoredSales(store, payments, staff, clock, currency, rounding);
        journal = new StoredJournal(store, staff);
        refusals = new StoredRefusals(store);
        preferences = new StoredPreferences(store);
        rules = new StoredRules(store);
    }

    @Override
    public ApprovalResult approve(Permission what, String about, String operator, String pin) {
        return approvals.approve(what, about, operator, pin);
    }

    @Override
    public SaleArchive sales() {
        return sales;
    }

    @Override
    public StaffDesk staff() {
        return staff;
    }

    @Override
    public JournalDesk journal() {
        return journal;
    }

    @Override
    public RefusalDesk refusals() {
        return refusals;
    }

    @Override
    public Preferences preferences() {
        return preferences;
    }

    @Override
    public RulesDesk rules() {
        return rules;
    }

    /** Choices among the settings, under a name that nothing else uses. */
    private record StoredPreferences(TillStore store) implements Preferences {

        private static final String PREFIX = "screen.";

        @Override
        public Optional<String> get(String name) {
            try {
                return store.read(view -> view.setting(PREFIX + name));
            } catch (StoreException e) {
                // A screen in its plain looks is worth more than none.
                System.getLogger(LocalOffice.class.getName())
                        .log(System.Logger.Level.WARNING, "The looks of the screen could not be read", e);
                return Optional.empty();
            }
        }

        @Override
        public Optional<Sentence> put(String name, String value) {
            try {
                store.write(tx -> {
                    tx.putSetting(PREFIX + name, value);
                    return value;
                });
                return Optional.empty();
            } catch (StoreException e) {
                return Optional.of(e.said());
            }
        }
    }
}
