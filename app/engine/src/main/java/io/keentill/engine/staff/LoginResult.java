package io.keentill.engine.staff;

import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import java.time.Instant;

/** How a login with a PIN went. Each is journalled. */
public sealed interface LoginResult {

    /** Welcome. */
    record LoggedIn(Staff staff) implements LoginResult {}

    /** Nobody has this PIN. */
    record WrongPin(int triesLeft) implements LoginResult {}

    /** Too many wrong PINs on this till; it opens again at {@code until}. */
    record LockedOut(Instant until) implements LoginResult {}

    /** Could not be checked; the message says why. */
    record NotPossible(Sentence message) implements LoginResult {}
}
