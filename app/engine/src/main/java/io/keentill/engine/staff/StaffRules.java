package io.keentill.engine.staff;

import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.store.StaffRecord;
import io.keentill.store.View;
import java.util.List;
import java.util.Optional;

/** Who may change what about whom; each answer is what is wrong, in words, or empty. */
record StaffRules(List<Staff> everybody, Optional<Staff> by) {

    private static final int LONGEST_NAME = 60;

    static StaffRules in(View view, String by) {
        List<Staff> all = view.staff().stream().map(StaffRecord::staff).toList();
        return new StaffRules(all, all.stream().filter(s -> s.id().equals(by)).findFirst());
    }

    static Optional<StaffRecord> find(View view, String staffId) {
        return view.staff().stream().filter(r -> r.staff().id().equals(staffId)).findFirst();
    }

    Optional<String> add(Staff who) {
        return name(who).or(() -> reach(who.role()));
    }

    Optional<String> change(Staff before, Staff now) {
        return name(now)
                .or(() -> reach(before.role()))
                .or(() -> reach(now.role()))
                .or(() -> leavesNoManager(before, now));
    }

    Optional<String> remove(Staff who) {
        if (by.map(Staff::id).filter(who.id()::equals).isPresent()) {
            return Optional.of("Nobody takes off themselves. Have another manager do it.");
        }
        return reach(who.role()).or(() -> leavesNoManager(who, new Staff(who.id(), who.name(), Role.CLERK)));
    }

    Optional<String> changePin(Staff who) {
        boolean own = by.map(Staff::id).filter(who.id()::equals).isPresent();
        return own ? Optional.empty() : reach(who.role());
    }

    private Optional<String> reach(Role role) {
        if (by.filter(b -> Permission.STAFF.isOf(b.role())).isEmpty()) {
            return Optional.of("Only a manager may change who works here.");
        }
        return by.get().role().compareTo(role) >= 0
                ? Optional.empty()
                : Optional.of("Only an installer may do that for an installer.");
    }

    private Optional<String> name(Staff who) {
        if (who.name().isBlank() || who.name().length() > LONGEST_NAME) {
            return Optional.of("Enter a name of at most " + LONGEST_NAME + " characters.");
        }
        boolean taken = everybody.stream()
                .anyMatch(s -> !s.id().equals(who.id()) && s.name().equalsIgnoreCase(who.name()));
        return taken ? Optional.of("Somebody here is called " + who.name() + " already.") : Optional.empty();
    }

    private Optional<String> leavesNoManager(Staff before, Staff now) {
        boolean others =
                everybody.stream().anyMatch(s -> !s.id().equals(before.id()) && Permission.STAFF.isOf(s.role()));
        return others || Permission.STAFF.isOf(now.role())
                ? Optional.empty()
                : Optional.of("This is the last manager. Make somebody else a manager first.");
    }
}
