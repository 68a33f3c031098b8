package io.keentill.engine.office;

import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import java.util.List;

/**
 * Who works here. Each change is journalled under {@code by}, who has to be at least a manager, and may give no role above
 * their own nor change somebody whose role is above theirs.
 */
public interface StaffDesk {

    /** Everybody, by name. */
    List<Staff> list();

    /**
     * Takes somebody on.
     *
     * @param name 1 to 60 characters
     * @param pin four to eight digits that nobody else has
     */
    StaffChange add(String name, Role role, String pin, String by);

    /** Gives somebody another name or role. The last manager stays one. */
    StaffChange change(String staffId, String name, Role role, String by);

    /**
     * Takes somebody off: they cannot log in any more, and their name stays on what they did. Nobody takes off themselves,
     * and the last manager stays.
     */
    StaffChange remove(String staffId, String by);

    /** Gives somebody another PIN; the old one is worth nothing from then on. Anybody may change their own. */
    StaffChange changePin(String staffId, String pin, String by);
}
