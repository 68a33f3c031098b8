package io.keentill.revkeen;

import java.time.Duration;

/** How the client waits; tests give one that moves their own clock. */
@FunctionalInterface
public interface Sleeper {

    /** Returns after this time, or throws when the thread is interrupted. */
    void sleep(Duration time) throws InterruptedException;
}
