package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.engine.sync.Cloud;
import io.keentill.engine.sync.LinkResult;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connector of the running till.
 *
 * @param cloud null where no RevKeen is set up
 */
record LocalConnector(TillStore store, @Nullable Cloud cloud) implements ConnectorDesk {

    private static final Sentence NO_REVKEEN =
            Sentence.of("install.no-revkeen-is-set-up-on", "No RevKeen is set up on this till.");

    @Override
    public Standing standing() {
        return cloud == null
                ? new Standing(ConnectorState.DISCONNECTED, false, false)
                : new Standing(cloud.connectorState(), true, cloud.linkedByCode());
    }

    @Override
    public LinkResult link(String code, String operator) {
        if (cloud == null) {
            return new LinkResult.NotLinked(NO_REVKEEN);
        }
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!plain.matches("[A-Z0-9]{4,40}")) {
            return new LinkResult.NotLinked(Sentence.of(
                    "install.type-the-code-as-the-dashboard",
                    "Type the code as the dashboard shows it: letters and digits, such as" + " 7KQ2M-X9RDA."));
        }
        LinkResult result = cloud.link(plain);
        if (result instanceof LinkResult.Linked(String device)) {
            journal("connector.linked", operator, device);
        }
        return result;
    }

    @Override
    public Optional<Sentence> unlink(String operator) {
        if (cloud == null) {
            return Optional.of(NO_REVKEEN);
        }
        try {
            cloud.unlink();
            journal("connector.unlinked", operator, "connector");
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Sentence.of(
                    "install.the-link-cannot-be-forgotten", "The link cannot be forgotten: {0}", e.getMessage()));
        }
    }

    private void journal(String type, String operator, String subject) {
        try {
            store.write(tx ->
                    tx.appendJournal(type, operator, subject, JournalText.none().json()));
        } catch (StoreException e) {
            // The link itself stands, and is kept with the secrets.
            System.getLogger(LocalConnector.class.getName())
                    .log(System.Logger.Level.ERROR, "A link could not be journalled", e);
        }
    }
}
