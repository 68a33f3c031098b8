package io.keentill.store;

import io.keentill.domain.shop.Staff;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in, with what the log-in needs.
 *
 * @param staff who
 * @param pinHash Argon2id hash of the PIN, never the PIN
 * @param failedTries wrong PINs since the last right one
 * @param lockedUntil no try before this, if too many were wrong
 */
public record StaffRecord(
        Staff staff,
        String pinHash,
        int failedTries,
        @Nullable Instant lockedUntil) {

    /** The same log-in for who is somebody else in name or role. */
    public StaffRecord of(Staff changed) {
        return new StaffRecord(changed, pinHash, failedTries, lockedUntil);
    }

    /** With another PIN's hash. */
    public StaffRecord withPin(String newHash) {
        return new StaffRecord(staff, newHash, failedTries, lockedUntil);
    }

    /** Without the hash, so that it never reaches a log. */
    @Override
    public String toString() {
        return "StaffRecord[" + staff + ", failedTries=" + failedTries + ", lockedUntil=" + lockedUntil + "]";
    }
}
