package io.keentill.engine.office;

import io.keentill.domain.text.Sentence;
import java.util.Optional;

/** How the screen of this till looks, kept with its data. */
public interface Preferences {

    /** What was chosen, if anything was. */
    Optional<String> get(String name);

    /** Keeps a choice. Empty if it is kept, else what is wrong, in words. */
    Optional<Sentence> put(String name, String value);
}
