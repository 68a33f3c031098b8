import org.jspecify.annotations.NullMarked;

/**
 * What emulated terminals of every family have in common: customer, host, an acquirer's ledger of its own, a script and a
 * control port. A family adds its protocol in front.
 */
@NullMarked
module io.keentill.device.emulation {
    requires static transitive org.jspecify;
    requires transitive jdk.httpserver;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires tools.jackson.databind;

    exports io.keentill.device.emulation;
}
