package io.keentill.engine.setup;

/** Follows the first download of a catalogue; called from the downloading thread. */
public interface DownloadWatch {

    /** So many products came in so far; how many there are RevKeen tells only at the end. */
    void progress(int products);

    /** Whether to stop; asked before each page and before anything is stored. What came in so far is not kept. */
    boolean cancelled();

    /** All is there and is being stored; from here on nothing can stop it. */
    default void storing() {
        // Most only count.
    }

    /** Lets it run to its end. */
    DownloadWatch NONE = new DownloadWatch() {
        @Override
        public void progress(int products) {
            // Nobody looks.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };
}
