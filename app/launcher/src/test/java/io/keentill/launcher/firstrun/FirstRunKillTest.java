package io.keentill.launcher.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.setup.LocalFirstRun;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle of a first run. Whenever it strikes, the next start either asks for everything again or
 * asks for a PIN, and never is there something half. {@code -Dkeentill.firstrun.kills=N} kills more often.
 */
class FirstRunKillTest {

    private static final int KILLS = Integer.getInteger("keentill.firstrun.kills", 3);

    /** The catalogue of these tests is in within this on most machines, so that kills fall before, into and after it. */
    private static final int LONGEST_MILLIS = 800;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void killedWhileItAsksAndWhileTheCatalogueComesInItBeginsAnew() throws Exception {
        try (Person person = office.newTill()) {
            person.cursorComesTo("first-shop");
            person.kill();
        }
        office.slowly();
        try (Person person = office.newTill()) {
            Office.shop(person);
            office.account(person);
            Office.manager(person);
            Office.comesIn(person);
            person.kill();
        }
        office.assertNothingIsIn();
        assertThat(office.hasKey()).isFalse();
        try (Person person = office.newTill()) {
            Office.shop(person);
            office.account(person);
            Office.manager(person);
            person.cursorComesTo("first-sell");
            person.kill();
        }
        office.assertAllIsIn();
        try (Person person = office.newTill()) {
            Office.logIn(person);
            person.closeWindow();
        }
    }

    @Test
    void killedAtAnyMomentThereIsAllOrNothing() throws Exception {
        long seed = Long.getLong("keentill.firstrun.kills.seed", System.nanoTime());
        Random chance = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            Path here = folder.resolve("round-" + i);
            try (Office round = new Office(here)) {
                int millis = chance.nextInt(LONGEST_MILLIS);
                String where = "kill " + i + " after " + millis + " ms, seed " + seed;
                try (Person person = round.newTill()) {
                    Office.shop(person);
                    round.account(person);
                    Office.manager(person);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
                    person.kill();
                }
                boolean begins;
                try (TillStore store = TillStore.open(round.data(), Clock.systemUTC())) {
                    begins = LocalFirstRun.isNeeded(store);
                }
                if (begins) {
                    round.assertNothingIsIn();
                } else {
                    round.assertAllIsIn();
                }
                try (Person again = round.newTill()) {
                    if (begins) {
                        again.cursorComesTo("first-shop");
                    } else {
                        Office.logIn(again);
                    }
                    again.closeWindow();
                } catch (AssertionError e) {
                    throw new AssertionError(where + ": " + e.getMessage(), e);
                }
            }
        }
    }
}
