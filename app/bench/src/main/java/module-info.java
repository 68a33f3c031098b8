import org.jspecify.annotations.NullMarked;

/** Measurements to run by hand, each beside the ceiling that the machine sets; never part of the product. */
@NullMarked
module io.keentill.bench {
    requires static transitive org.jspecify;
    requires io.keentill.device.nexo;
    requires io.keentill.device.poslink;
    requires io.keentill.device.weblink;
    requires io.keentill.device.zvt;
    requires io.keentill.engine;
    requires io.keentill.revkeen;
    requires io.keentill.sandbox;
    requires io.keentill.storefront;
    requires javafx.controls;
    requires jdk.management;
    requires jmh.core;
    requires tools.jackson.databind;
    // To measure the client against the bare library below it.
    requires okhttp3;
    // For the ceiling only: what the same disk and the same database do without a server around them.
    requires java.sql;
    requires org.xerial.sqlitejdbc;
}
