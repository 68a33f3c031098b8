package io.keentill.engine;

import io.keentill.engine.payment.Payments;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.sync.Cloud;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.Locale;

/**
 * Connects a till with RevKeen.
 *
 * @param name the till's name
 * @param changed runs whenever the connection, the channel or the backlog looks different
 */
record TillConnection(
        TillStore store,
        Payments payments,
        TillParts parts,
        IdSource ids,
        String name,
        TillEvents events,
        Runnable changed) {

    /** Connects with the API at {@code url} under this key. */
    Cloud to(String url, String key) throws StoreException {
        ToServer.Hello hello = new ToServer.Hello(
                store.read(view -> view.setting(Settings.TILL_ID)).orElseThrow(),
                name,
                platform(),
                parts.appVersion(),
                null,
                // The connector says for itself whether a terminal is there: that changes while the till runs.
                false,
                null);
        RevKeen api = RevKeen.at(url, key, parts.revkeen());
        Cloud.credentialsAre(store, key);
        return new Cloud(
                store, payments, api, hello, ids, parts.clock(), parts.random(), parts.waits(), events, changed);
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("win") ? "windows" : os.contains("mac") ? "macos" : "linux";
    }
}
