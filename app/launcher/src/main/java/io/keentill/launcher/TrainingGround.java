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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The sandbox of a till that trains, in {@code training} beside its data. It runs while the till's window is open. */
public final class TrainingGround implements Training, AutoCloseable {

    private static final String FOLDER = "training";
    private static final String CURRENCY = "currency";

    private final Path data;
    private @Nullable Sandbox sandbox;
    private @Nullable Path place;

    /** For the till in this data folder; not yet started. */
    public TrainingGround(Path data) {
        this.data = data;
    }

    @Override
    public synchronized Place start(Currency currency) {
        try {
            Path folder = folder(currency);
            Sandbox running = sandbox;
            if (running == null || !folder.equals(place)) {
                close();
                running = Sandbox.start(SandboxConfig.of(0, folder).withRate(0).withSeed(SampleShop.seed(currency)));
                sandbox = running;
                place = folder;
            }
            return new Place(running.baseUrl(), running.key());
        } catch (SandboxException | IOException e) {
            throw new IllegalStateException("The training sandbox cannot start: " + e.getMessage(), e);
        }
    }

    /**
     * Where the goods with prices in this currency are. A first run may have begun in another one and been left: nothing
     * can be sold of those goods, and they are left alone.
     */
    private Path folder(Currency currency) throws IOException {
        String code = currency.getCurrencyCode();
        Path usual = data.resolve(FOLDER);
        Path kept = usual.resolve(CURRENCY);
        if (!Files.exists(usual.resolve("sandbox.db"))) {
            Files.createDirectories(usual);
            Files.writeString(kept, code);
            return usual;
        }
        boolean another = Files.exists(kept) && !Files.readString(kept).strip().equals(code);
        return another ? data.resolve(FOLDER + "-" + code) : usual;
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
            place = null;
        }
    }
}
