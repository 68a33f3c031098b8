package io.keentill.storefront.counter;

import io.keentill.domain.shop.Staff;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who is logged in on this till. */
public final class Session {

    private final ReadOnlyObjectWrapper<Staff> staff = new ReadOnlyObjectWrapper<>();

    /** Somebody begins. */
    public void begin(Staff who) {
        staff.set(who);
    }

    /** Nobody is logged in any more; the sale on the counter stays. */
    public void end() {
        staff.set(null);
    }

    /** Who it is, if anybody. */
    public Optional<Staff> current() {
        return Optional.ofNullable(staff.get());
    }

    /** Changes with each login and logout; null while locked. */
    public ReadOnlyObjectProperty<Staff> staffProperty() {
        return staff.getReadOnlyProperty();
    }

    /** Id of who is logged in. Asking while nobody is, is a bug. */
    public String operator() {
        return current()
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in"))
                .id();
    }
}
