package io.keentill.engine.setup;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.IdSource;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The first run on a data folder. */
public final class LocalFirstRun implements FirstRun {

    private static final System.Logger LOG = System.getLogger(LocalFirstRun.class.getName());

    private final StaffRoom staff;
    private final TillSetup setup;
    private final RevKeenOptions revKeen;
    private final Training training;

    /** Sets up the till of {@code store}. */
    public LocalFirstRun(
            TillStore store,
            Secrets secrets,
            IdSource ids,
            StaffRoom staff,
            RevKeenOptions revKeen,
            Training training) {
        this.staff = staff;
        this.setup = new TillSetup(store, secrets, ids, staff);
        this.revKeen = revKeen;
        this.training = training;
    }

    /** Whether the till of {@code store} cannot sell yet: nobody is set up to sell, or nobody can log in. */
    public static boolean isNeeded(TillStore store) throws StoreException {
        return store.read(view -> view.shop().isEmpty() || view.staff().isEmpty());
    }

    @Override
    public KeyCheck.Result check(String api, String key) {
        return KeyCheck.check(api.strip(), key.strip(), revKeen);
    }

    @Override
    public Optional<Sentence> pinProblem(String pin) {
        return staff.pinProblem(pin);
    }

    @Override
    public Result finish(Wish wish, DownloadWatch watch) {
        try {
            Training.Place place = switch (wish.source()) {
                case Source.Account(var api, var key) -> new Training.Place(api, key.strip());
                case Source.Practice practice -> training.start(wish.shop().currency());
            };
            TillSetup.Request request = new TillSetup.Request(
                    place.api(), place.key(), null, null, wish.tillName(), wish.shop(), List.of(wish.manager()));
            return switch (setup.run(request, watch, tx -> keep(tx, wish))) {
                case TillSetup.Result.Cancelled stopped -> new Result.Cancelled();
                case TillSetup.Result.NotReady no -> new Result.NotReady(no.message());
                case TillSetup.Result.Ready ready -> new Result.Ready(ready.products(), ready.leftOut());
            };
        } catch (StoreException | IOException | IllegalStateException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.ERROR, "The till could not be set up", e);
            return new Result.NotReady(ApiWords.by(e));
        }
    }

    /** Stored with all the rest: a till that trains is never taken for one that sells. */
    private static void keep(Tx tx, Wish wish) {
        tx.putSetting(Settings.LOCALE, wish.locale().toLanguageTag());
        if (wish.source() instanceof Source.Practice) {
            tx.putSetting(Settings.TRAINING, "true");
        } else {
            tx.removeSetting(Settings.TRAINING);
        }
    }
}
