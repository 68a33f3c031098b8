package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;

/** Follows a search; called from the searching threads. */
public interface SearchWatch {

    /** So many of all places were looked at. */
    void progress(int done, int all);

    /** Something was found. */
    void found(Candidate candidate);

    /** A place could not be looked at; why, for people. */
    void trouble(Sentence message);

    /** Whether to stop; asked before each place. */
    boolean cancelled();
}
