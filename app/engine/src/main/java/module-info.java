import org.jspecify.annotations.NullMarked;

/** What the till does: selling, payments and their recovery, sync, connector, staff. No UI. */
@NullMarked
module io.keentill.engine {
    requires static transitive org.jspecify;
    requires transitive io.keentill.device;
    requires transitive io.keentill.domain;
    requires transitive io.keentill.revkeen;
    requires transitive io.keentill.store;
    requires de.siegmar.fastcsv;
    requires org.bouncycastle.provider;
    requires tools.jackson.databind;

    exports io.keentill.engine;
    exports io.keentill.engine.account;
    exports io.keentill.engine.care;
    exports io.keentill.engine.cloud;
    exports io.keentill.engine.install;
    exports io.keentill.engine.mail;
    exports io.keentill.engine.office;
    exports io.keentill.engine.payment;
    exports io.keentill.engine.paylink;
    exports io.keentill.engine.receipts;
    exports io.keentill.engine.refund;
    exports io.keentill.engine.selling;
    exports io.keentill.engine.setup;
    exports io.keentill.engine.shift;
    exports io.keentill.engine.staff;
    exports io.keentill.engine.status;
    exports io.keentill.engine.sync;
}
