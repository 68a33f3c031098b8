package io.keentill.engine.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.engine.IdSource;
import io.keentill.engine.office.StaffChange;
import io.keentill.engine.support.TestClock;
import io.keentill.store.JournalEntry;
import io.keentill.store.TillStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffRoomTest {

    private static final String PIN = "80317264";

    @TempDir
    private Path folder;

    private final TestClock clock = TestClock.still();
    private final Random random = new Random(7);
    private TillStore store;
    private StaffRoom room;
    private Staff ann;

    @BeforeEach
    void open() throws Exception {
        reopen();
        ann = room.add("Ann", Role.MANAGER, PIN);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void thePinLogsInAndNothingElseDoes() {
        assertThat(room.login(PIN)).isEqualTo(new LoginResult.LoggedIn(ann));
        assertThat(room.login("80317265")).isEqualTo(new LoginResult.WrongPin(4));
        assertThat(room.login("")).isEqualTo(new LoginResult.WrongPin(3));
        assertThat(room.login(PIN)).isEqualTo(new LoginResult.LoggedIn(ann));
        assertThat(room.login("1")).as("a login clears the count").isEqualTo(new LoginResult.WrongPin(4));
    }

    @Test
    void whoIsTakenOffCannotLogInAndKeepsTheirNameOnWhatTheyDid() throws Exception {
        Staff bob = ((StaffChange.Done) room.add("Bob", Role.CLERK, "5566", ann.id())).staff();
        assertThat(room.remove(bob.id(), ann.id())).isEqualTo(new StaffChange.Done(bob));
        assertThat(room.login("5566")).isInstanceOf(LoginResult.WrongPin.class);
        assertThat(room.list()).containsExactly(ann);
        assertThat(room.nameOf(bob.id())).isEqualTo("Bob");
        assertThat(room.names()).containsEntry(bob.id(), "Bob");
        assertThat(room.remove(bob.id(), ann.id())).isInstanceOf(StaffChange.Refused.class);
        assertThat(room.add("Bob", Role.CLERK, "5566", ann.id()))
                .as("name and PIN are free again")
                .isInstanceOf(StaffChange.Done.class);
        List<JournalEntry> told = store.read(view -> view.journalOf(bob.id()));
        assertThat(told).extracting(JournalEntry::type).contains("staff.removed");
    }

    @Test
    void nobodyTakesOffThemselvesNorTheLastManagerNorSomebodyAboveThem() throws Exception {
        Staff bob = ((StaffChange.Done) room.add("Bob", Role.CLERK, "5566", ann.id())).staff();
        assertThat(room.remove(ann.id(), ann.id())).isInstanceOf(StaffChange.Refused.class);
        assertThat(room.remove(ann.id(), bob.id())).isInstanceOf(StaffChange.Refused.class);
        assertThat(room.list()).hasSize(2);
        assertThat(room.login(PIN)).isEqualTo(new LoginResult.LoggedIn(ann));
    }

    @Test
    void noPinIsInTheFolder() throws Exception {
        room.login(PIN);
        room.login("55667788");
        store.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(PIN)
                        .doesNotContain("55667788");
            }
        }
        reopen();
        assertThat(room.login(PIN)).isInstanceOf(LoginResult.LoggedIn.class);
    }

    @Test
    void fiveWrongPinsLockTheTillAlsoAcrossARestart() throws Exception {
        for (int left = 4; left > 0; left--) {
            assertThat(room.login("0000")).isEqualTo(new LoginResult.WrongPin(left));
        }
        LoginResult locked = new LoginResult.LockedOut(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(room.login("0000")).isEqualTo(locked);
        assertThat(room.login(PIN)).as("even the right one").isEqualTo(locked);

        store.close();
        reopen();
        assertThat(room.login(PIN)).isEqualTo(locked);
        clock.jump(Duration.ofSeconds(59));
        assertThat(room.login(PIN)).isEqualTo(locked);
        clock.jump(Duration.ofSeconds(1));
        assertThat(room.login(PIN)).isEqualTo(new LoginResult.LoggedIn(ann));
    }

    @Test
    void aLockFromAClockThatWasYearsAheadLastsNoLongerThanAnother() {
        clock.jump(Duration.ofDays(3650));
        for (int i = 0; i < 5; i++) {
            room.login("0000");
        }
        clock.jump(Duration.ofDays(-3650));
        assertThat(room.login(PIN))
                .isEqualTo(new LoginResult.LockedOut(clock.instant().plus(Duration.ofMinutes(1))));
        clock.jump(Duration.ofSeconds(59));
        assertThat(room.login(PIN)).isInstanceOf(LoginResult.LockedOut.class);
        clock.jump(Duration.ofSeconds(1));
        assertThat(room.login(PIN)).isInstanceOf(LoginResult.LoggedIn.class);
    }

    @Test
    void afterTheLockOneMoreWrongPinLocksAgain() {
        for (int i = 0; i < 5; i++) {
            room.login("0000");
        }
        clock.jump(Duration.ofMinutes(1));
        assertThat(room.login("0000")).isInstanceOf(LoginResult.LockedOut.class);
    }

    @Test
    void pinsHaveFourToEightDigitsAndOneOwner() {
        for (String bad : new String[] {"", "123", "123456789", "12a4", "12 34"}) {
            assertThatThrownBy(() -> room.add("Bob", Role.CLERK, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("four to eight digits");
        }
        assertThatThrownBy(() -> room.add("Bob", Role.CLERK, PIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Choose another");
    }

    @Test
    void operatorsHaveNames() {
        assertThat(room.nameOf(ann.id())).isEqualTo("Ann");
        assertThat(room.nameOf("command line")).isEqualTo("command line");
    }

    private void reopen() throws Exception {
        store = TillStore.open(folder, clock);
        room = new StaffRoom(store, new IdSource(clock, random), clock, random);
    }
}
