package io.keentill.engine.sync;

import java.io.IOException;
import java.util.Optional;

/** Keeps the token that a connector was linked with; among the till's secrets, never in its database. */
public interface LinkKeeper {

    /** The one that is kept. */
    Optional<String> token() throws IOException;

    /** Keeps one, in place of an earlier one. */
    void keep(String token) throws IOException;

    /** Forgets it. */
    void forget() throws IOException;

    /** Keeps none: the connector connects with the till's key. */
    LinkKeeper NONE = new LinkKeeper() {
        @Override
        public Optional<String> token() {
            return Optional.empty();
        }

        @Override
        public void keep(String token) throws IOException {
            throw new IOException("Nothing is kept here");
        }

        @Override
        public void forget() {
            // There is nothing.
        }
    };
}
