package io.keentill.engine.office;

import io.keentill.domain.text.Sentence;
import java.util.Optional;

/** What RevKeen refused for good, as {@code Till.tasks()} lists it: tried again, or settled by hand. */
public interface RefusalDesk {

    /** Tries it again with what the till knows now; nothing is made twice. Empty if it will be, else why not. */
    Optional<Sentence> retry(String taskId, String operator);

    /**
     * Takes it off the list as settled outside of the till.
     *
     * @param reason how; kept in the journal
     * @return empty if it is off the list, else why not
     */
    Optional<Sentence> dismiss(String taskId, String operator, String reason);
}
