package io.keentill.sandbox.api;

/**
 * What can be switched while the sandbox runs: older habits of the platform that clients must still cope with. All are
 * off at the start.
 */
public final class Switches {
    private volatile boolean olderSpelling;
    private volatile boolean olderEvents;

    /** Whether answers that were spelt in camelCase up to May 2026 are so again (API reference A.10). */
    public boolean olderSpelling() {
        return olderSpelling;
    }

    /** See {@link #olderSpelling()}. */
    public void olderSpelling(boolean on) {
        olderSpelling = on;
    }

    /** Whether webhooks of terminal payments are named and filled as up to April 2026 (API reference D.6). */
    public boolean olderEvents() {
        return olderEvents;
    }

    /** See {@link #olderEvents()}. */
    public void olderEvents(boolean on) {
        olderEvents = on;
    }

    /** Everything off. */
    public void reset() {
        olderSpelling = false;
        olderEvents = false;
    }
}
