package io.keentill.engine.staff;

import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
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

    Optional<Sentence> add(Staff who) {
        return name(who).or(() -> reach(who.role()));
    }

    Optional<Sentence> change(Staff before, Staff now) {
        return name(now)
                .or(() -> reach(before.role()))
                .or(() -> reach(now.role()))
                .or(() -> leavesNoManager(before, now));
    }

    Optional<Sentence> remove(Staff who) {
        if (by.map(Staff::id).filter(who.id()::equals).isPresent()) {
            return Optional.of(Sentence.of(
                    "staff.nobody-takes-off-themselves-have-another",
                    "Nobody takes off themselves. Have another manager do it."));
        }
        return reach(who.role()).or(() -> leavesNoManager(who, new Staff(who.id(), who.name(), Role.CLERK)));
    }

    Optional<Sentence> changePin(Staff who) {
        boolean own = by.map(Staff::id).filter(who.id()::equals).isPresent();
        return own ? Optional.empty() : reach(who.role());
    }

    private Optional<Sentence> reach(Role role) {
        if (by.filter(b -> Permission.STAFF.isOf(b.role())).isEmpty()) {
            return Optional.of(
                    Sentence.of("staff.only-a-manager-may-change-who", "Only a manager may change who works here."));
        }
        return by.get().role().compareTo(role) >= 0
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "staff.only-an-installer-may-do-that", "Only an installer may do that for an installer."));
    }

    private Optional<Sentence> name(Staff who) {
        if (who.name().isBlank() || who.name().length() > LONGEST_NAME) {
            return Optional.of(Sentence.of(
                    "staff.enter-a-name-of-at-most", "Enter a name of at most {0} characters.", LONGEST_NAME));
        }
        boolean taken = everybody.stream()
                .anyMatch(s -> !s.id().equals(who.id()) && s.name().equalsIgnoreCase(who.name()));
        return taken
                ? Optional.of(Sentence.of(
                        "staff.somebody-here-is-called-already", "Somebody here is called {0} already.", who.name()))
                : Optional.empty();
    }

    private Optional<Sentence> leavesNoManager(Staff before, Staff now) {
        boolean others =
                everybody.stream().anyMatch(s -> !s.id().equals(before.id()) && Permission.STAFF.isOf(s.role()));
        return others || Permission.STAFF.isOf(now.role())
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "staff.this-is-the-last-manager-make",
                        "This is the last manager. Make somebody else a manager first."));
    }
}
