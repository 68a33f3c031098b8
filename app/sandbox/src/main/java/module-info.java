import org.jspecify.annotations.NullMarked;

/** A RevKeen-compatible server to develop, train and test against. */
@NullMarked
module io.keentill.sandbox {
    requires static transitive org.jspecify;
    requires io.helidon.http;
    requires io.helidon.webserver;
    requires io.helidon.webserver.websocket;
    requires io.helidon.websocket;
    // Webhooks are delivered with it.
    requires java.net.http;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.databind;

    exports io.keentill.sandbox;
}
