import org.jspecify.annotations.NullMarked;

/** Typed client of the RevKeen API. Knows nothing of the till; the engine translates. */
@NullMarked
module io.keentill.revkeen {
    requires static transitive org.jspecify;
    requires okhttp3;
    requires tools.jackson.databind;

    exports io.keentill.revkeen;
}
