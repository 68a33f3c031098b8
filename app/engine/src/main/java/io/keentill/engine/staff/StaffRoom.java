package io.keentill.engine.staff;

import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.office.StaffChange;
import io.keentill.engine.office.StaffDesk;
import io.keentill.store.StaffRecord;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who works here and their PINs. A PIN alone says who somebody is, so PINs are unique in a shop and wrong tries count for
 * the till as a whole: five of them lock it for a minute, and again after each further one. The count is stored: it
 * survives a restart.
 */
public final class StaffRoom implements StaffDesk {

    private static final Sentence TAKEN =
            Sentence.of("staff.somebody-has-this-pin-already-choose", "Somebody has this PIN already. Choose another.");
    private static final int TRIES = 5;
    private static final Duration LOCK = Duration.ofMinutes(1);
    private static final Check LOGIN = new Check("login", "login", Role.CLERK);
    private static final Check PROOF = new Check("proof", "pin.proved", Role.MANAGER);

    private final TillStore store;
    private final IdSource ids;
    private final InstantSource clock;
    private final RandomGenerator secureRandom;

    /** Staff kept in {@code store}; {@code secureRandom} makes salts. */
    public StaffRoom(TillStore store, IdSource ids, InstantSource clock, RandomGenerator secureRandom) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.secureRandom = secureRandom;
    }

    /**
     * Takes somebody on.
     *
     * @param pin four to eight digits that nobody else has
     * @throws IllegalArgumentException if the PIN is not allowed; the message says why
     */
    public Staff add(String name, Role role, String pin) throws StoreException {
        Newcomer one = newcomer(name, role, pin);
        store.write(tx -> {
            take(tx, one);
            return tx;
        });
        return one.record().staff();
    }

    /** Somebody whose PIN was looked at and who is not taken on yet. */
    public record Newcomer(StaffRecord record) {}

    /**
     * Looks at a PIN before {@link #take} stores it with other things. Takes about a tenth of a second.
     *
     * @param pin four to eight digits that nobody else has
     * @throws IllegalArgumentException if the PIN is not allowed; the message says why
     */
    public Newcomer newcomer(String name, Role role, String pin) {
        badPin(pin, null).ifPresent(bad -> {
            throw new IllegalArgumentException(bad.toString());
        });
        Staff staff = new Staff(ids.next(), name, role);
        return new Newcomer(new StaffRecord(staff, PinHash.of(pin, secureRandom), 0, null));
    }

    /** Takes somebody on in a transaction of the caller's. */
    public void take(Tx tx, Newcomer one) {
        Staff staff = one.record().staff();
        tx.saveStaff(one.record());
        tx.appendJournal(
                "staff.added",
                "setup",
                staff.id(),
                JournalText.of("name", staff.name(), "role", staff.role()).json());
    }

    @Override
    public List<Staff> list() {
        try {
            return store.read(View::staff).stream().map(StaffRecord::staff).toList();
        } catch (StoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The name of everybody by their id, also of those who have left. */
    public Map<String, String> names() {
        try {
            return store.read(StaffRoom::everybody).stream().collect(Collectors.toMap(Staff::id, Staff::name));
        } catch (StoreException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Those who work here and those who did: what they did keeps their names. */
    private static List<Staff> everybody(View view) {
        return Stream.concat(view.staff().stream().map(StaffRecord::staff), view.formerStaff().stream())
                .toList();
    }

    @Override
    public StaffChange add(String name, Role role, String pin, String by) {
        Optional<Sentence> bad = badPin(pin, null);
        if (bad.isPresent()) {
            return new StaffChange.Refused(bad.get());
        }
        Staff staff = new Staff(ids.next(), name.strip(), role);
        StaffRecord record = new StaffRecord(staff, PinHash.of(pin, secureRandom), 0, null);
        return write(
                tx -> done(tx, record, "staff.added", by, StaffRules.in(tx, by).add(staff)));
    }

    @Override
    public StaffChange change(String staffId, String name, Role role, String by) {
        Staff staff = new Staff(staffId, name.strip(), role);
        return write(tx -> {
            Optional<StaffRecord> now = StaffRules.find(tx, staffId);
            return now.isEmpty()
                    ? new StaffChange.Refused(
                            Sentence.of("staff.nobody-like-that-works-here", "Nobody like that works here."))
                    : done(
                            tx,
                            now.get().of(staff),
                            "staff.changed",
                            by,
                            StaffRules.in(tx, by).change(now.get().staff(), staff));
        });
    }

    @Override
    public StaffChange remove(String staffId, String by) {
        return write(tx -> {
            Optional<StaffRecord> now = StaffRules.find(tx, staffId);
            if (now.isEmpty()) {
                return new StaffChange.Refused(
                        Sentence.of("staff.nobody-like-that-works-here", "Nobody like that works here."));
            }
            Staff staff = now.get().staff();
            Optional<Sentence> problem = StaffRules.in(tx, by).remove(staff);
            if (problem.isPresent()) {
                return new StaffChange.Refused(problem.get());
            }
            tx.dismissStaff(staffId, clock.instant());
            tx.appendJournal(
                    "staff.removed",
                    by,
                    staffId,
                    JournalText.of("name", staff.name(), "role", staff.role()).json());
            return new StaffChange.Done(staff);
        });
    }

    @Override
    public StaffChange changePin(String staffId, String pin, String by) {
        Optional<Sentence> bad = badPin(pin, staffId);
        if (bad.isPresent()) {
            return new StaffChange.Refused(bad.get());
        }
        String hash = PinHash.of(pin, secureRandom);
        return write(tx -> {
            Optional<StaffRecord> now = StaffRules.find(tx, staffId);
            return now.isEmpty()
                    ? new StaffChange.Refused(
                            Sentence.of("staff.nobody-like-that-works-here", "Nobody like that works here."))
                    : done(
                            tx,
                            now.get().withPin(hash),
                            "staff.pin_changed",
                            by,
                            StaffRules.in(tx, by).changePin(now.get().staff()));
        });
    }

    private static StaffChange done(Tx tx, StaffRecord record, String type, String by, Optional<Sentence> problem) {
        if (problem.isPresent()) {
            return new StaffChange.Refused(problem.get());
        }
        Staff staff = record.staff();
        tx.saveStaff(record);
        tx.appendJournal(
                type,
                by,
                staff.id(),
                JournalText.of("name", staff.name(), "role", staff.role()).json());
        return new StaffChange.Done(staff);
    }

    private StaffChange write(TillStore.Work<StaffChange> change) {
        try {
            return store.write(change);
        } catch (StoreException e) {
            return new StaffChange.Refused(e.said());
        }
    }

    /** What is wrong with a PIN; the one whose it is to be may have it already. */
    private Optional<Sentence> badPin(String pin, @Nullable String staffId) {
        if (!pin.matches("\\d{4,8}")) {
            return Optional.of(Sentence.of("staff.a-pin-has-four-to-eight", "A PIN has four to eight digits."));
        }
        try {
            return whose(pin).filter(s -> !s.id().equals(staffId)).map(s -> TAKEN);
        } catch (StoreException e) {
            return Optional.of(e.said());
        }
    }

    /** What is wrong with a PIN for somebody new; empty if it can be used. Takes about a tenth of a second. */
    public Optional<Sentence> pinProblem(String pin) {
        return badPin(pin, null);
    }

    /** Whether anybody works here yet. */
    public boolean isEmpty() throws StoreException {
        return store.read(View::staff).isEmpty();
    }

    /** Logs somebody in. */
    public LoginResult login(String pin) {
        return check(pin, LOGIN);
    }

    /**
     * Proves who stands at the till, for one step that needs a manager. Wrong tries are counted like those of a log-in, but
     * on their own, and only a manager's PIN ends the count: no clerk tries out a manager's PIN between log-ins. Somebody
     * who is no manager is named all the same, and it is the caller who refuses.
     */
    public LoginResult prove(String pin) {
        return check(pin, PROOF);
    }

    private LoginResult check(String pin, Check check) {
        try {
            Optional<Instant> locked = lockedUntil(check);
            if (locked.isPresent()) {
                return new LoginResult.LockedOut(locked.get());
            }
            Optional<Staff> found = whose(pin);
            return store.write(tx -> found.isPresent() ? welcome(tx, found.get(), check) : refuse(tx, check));
        } catch (StoreException e) {
            return new LoginResult.NotPossible(e.said());
        }
    }

    /** A lock lasts as long as it was meant to, even where a clock that was wrong when it began has been put right since. */
    private Optional<Instant> lockedUntil(Check check) throws StoreException {
        Instant now = clock.instant();
        Optional<Instant> until = store.read(view -> view.setting(check.lockedUntil()))
                .map(Instant::parse)
                .filter(now::isBefore);
        Instant longest = now.plus(LOCK);
        if (until.isEmpty() || !until.get().isAfter(longest)) {
            return until;
        }
        store.write(tx -> {
            tx.putSetting(check.lockedUntil(), longest.toString());
            return tx;
        });
        return Optional.of(longest);
    }

    /** The name for an operator id; the id itself where nobody has it, as for sales made by command. */
    public String nameOf(String operatorId) {
        try {
            return store.read(StaffRoom::everybody).stream()
                    .filter(s -> s.id().equals(operatorId))
                    .map(Staff::name)
                    .findFirst()
                    .orElse(operatorId);
        } catch (StoreException e) {
            return operatorId;
        }
    }

    private Optional<Staff> whose(String pin) throws StoreException {
        List<StaffRecord> all = store.read(View::staff);
        return all.stream()
                .filter(s -> PinHash.matches(pin, s.pinHash()))
                .map(StaffRecord::staff)
                .findFirst();
    }

    private static LoginResult welcome(Tx tx, Staff staff, Check check) {
        if (staff.role().compareTo(check.least()) >= 0) {
            tx.removeSetting(check.failed());
            tx.removeSetting(check.lockedUntil());
        }
        tx.appendJournal(
                check.journalled(),
                staff.id(),
                staff.id(),
                JournalText.none().with("name", staff.name()).json());
        return new LoginResult.LoggedIn(staff);
    }

    private LoginResult refuse(Tx tx, Check check) {
        int failed = tx.setting(check.failed()).map(Integer::parseInt).orElse(0) + 1;
        tx.putSetting(check.failed(), Integer.toString(failed));
        tx.appendJournal(
                "login.refused",
                "unknown",
                "till",
                JournalText.none().with("tries", failed).json());
        if (failed < TRIES) {
            return new LoginResult.WrongPin(TRIES - failed);
        }
        Instant until = clock.instant().plus(LOCK);
        tx.putSetting(check.lockedUntil(), until.toString());
        return new LoginResult.LockedOut(until);
    }

    /**
     * What a PIN is asked for.
     *
     * @param name under which wrong tries are counted
     * @param journalled what the journal says of a right one
     * @param least who ends the count of wrong ones
     */
    private record Check(String name, String journalled, Role least) {
        String failed() {
            return name + ".failed";
        }

        String lockedUntil() {
            return name + ".locked_until";
        }
    }
}
