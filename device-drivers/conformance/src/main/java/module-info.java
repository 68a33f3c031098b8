import org.jspecify.annotations.NullMarked;

/** The test kit that every driver of a payment terminal must pass. */
@NullMarked
module io.keentill.device.conformance {
    requires static transitive org.jspecify;
    requires transitive io.keentill.device;
    requires java.management;
    requires transitive org.junit.jupiter.api;

    exports io.keentill.device.conformance;
    exports io.keentill.device.conformance.fuzz;
    exports io.keentill.device.conformance.sample;
}
