package io.keentill.launcher;

import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.setup.Training;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.sandbox.SandboxException;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The sandbox of a till that trains, in {@code training} beside its data. It runs while the till's window is open. */
public final class TrainingGround implements Training, AutoCloseable {

    private final Path data;
    private @Nullable Sandbox sandbox;

    /** For the till in this data folder; not yet started. */
    public TrainingGround(Path data) {
        this.data = data;
    }

    @Override
    public synchronized Place start(Currency currency) {
        try {
            Sandbox running = sandbox;
            if (running == null) {
                running = Sandbox.start(SandboxConfig.of(0, data.resolve("training"))
                        .withRate(0)
                        .withSeed(SampleShop.seed(currency)));
                sandbox = running;
            }
            return new Place(running.baseUrl(), running.key());
        } catch (SandboxException e) {
            throw new IllegalStateException("The training sandbox cannot start: " + e.getMessage(), e);
        }
    }

    /** Starts it if the till of this store trains, and tells the till where it is this time: its port is another each time. */
    public void startIfWanted(TillStore store) {
        try {
            boolean wanted = store.read(view -> view.setting(Settings.TRAINING))
                    .map(Boolean::parseBoolean)
                    .orElse(false);
            if (wanted) {
                Place place =
                        start(store.read(view -> view.shop()).orElseThrow().currency());
                new Secrets(data).put(Secrets.REVKEEN_KEY, place.key());
                store.write(tx -> {
                    tx.putSetting(Settings.API_URL, place.api().toString());
                    return place;
                });
            }
        } catch (StoreException | IOException | IllegalStateException e) {
            throw Problem.because(e);
        }
    }

    @Override
    public synchronized void close() {
        Sandbox running = sandbox;
        if (running != null) {
            running.close();
            sandbox = null;
        }
    }
}
