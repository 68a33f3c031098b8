package io.keentill.engine.simulation;

import io.keentill.engine.LocalTill;

/**
 * One customer at the counter, as the clerk sees it: always what the screen shows, then the next thing to do. The till may
 * go dark at any moment; after that the screen is read again.
 */
interface Visit {

    /** How it stands. */
    enum State {
        /** Go on at once. */
        ON,
        /** Look again in a moment. */
        AGAIN,
        /** In doubt and set aside. */
        ASIDE,
        /** At its end. */
        DONE
    }

    /** Does the next thing. */
    State goOn(LocalTill engine);

    /** The till went dark and is on again: what was being done may have happened or not. */
    void wentDark();

    /** One that may be set aside, while the terminal is asked, and brought back. */
    interface Waiting extends Visit {

        /** Whether it came to its end where it lay. */
        boolean settledAside(LocalTill engine);

        /** Whether nothing about it is in doubt any more. */
        boolean known(LocalTill engine);

        /** It lies aside and is still in doubt; somebody may be asked about it. */
        default void lies(LocalTill engine) {}

        /** Brings it back to the counter; answers whether it is there. */
        boolean recall(LocalTill engine);
    }
}
