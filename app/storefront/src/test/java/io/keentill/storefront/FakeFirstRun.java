package io.keentill.storefront;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.setup.DownloadWatch;
import io.keentill.engine.setup.FirstRun;
import io.keentill.engine.setup.KeyCheck;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A first run in memory: one key is good, two lack scopes, every other is refused. */
final class FakeFirstRun implements FirstRun {

    static final String GOOD = "rk_live_good";
    static final String NARROW = "rk_sandbox_narrow";
    static final String BLIND = "rk_sandbox_blind";

    final List<String> checked = new CopyOnWriteArrayList<>();
    final List<Wish> wishes = new CopyOnWriteArrayList<>();
    volatile boolean downloadGoesOn;
    volatile boolean stores;
    volatile boolean breaks;
    volatile boolean stopped;
    /** How often it tells how far it is. */
    volatile int pages = 12;

    @Override
    public KeyCheck.Result check(String api, String key) {
        checked.add(api + " " + key);
        return switch (key) {
            case GOOD -> new KeyCheck.Result.Taken(KeyCheck.Environment.LIVE, List.of());
            case NARROW ->
                new KeyCheck.Result.Taken(KeyCheck.Environment.TEST, List.of("credit_notes:write", "terminal:write"));
            case BLIND ->
                new KeyCheck.Result.Taken(
                        KeyCheck.Environment.TEST, List.of("products:read", "tax_rates:read", "terminal:write"));
            default ->
                new KeyCheck.Result.Refused(RealWords.said(
                        "setup.revkeen-at-refuses-this-key-copy", api, Sentence.quoted("Invalid API key")));
        };
    }

    @Override
    public Optional<Sentence> pinProblem(String pin) {
        return pin.length() < 4 ? Optional.of(RealWords.said("staff.a-pin-has-four-to-eight")) : Optional.empty();
    }

    @Override
    public Result finish(Wish wish, DownloadWatch watch) {
        wishes.add(wish);
        for (int page = 1; page <= pages; page++) {
            watch.progress(page * 100);
        }
        if (stores) {
            watch.storing();
        }
        while (downloadGoesOn && (stores || !watch.cancelled())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (breaks) {
            return new Result.NotReady(RealWords.said(
                    "setup.revkeen-at-cannot-be-reached-check",
                    KeyCheck.TEST,
                    Sentence.quoted("Connection reset by peer")));
        }
        stopped = watch.cancelled();
        return stopped
                ? new Result.Cancelled()
                : new Result.Ready(
                        2418,
                        List.of(RealWords.said(
                                "setup.left-out",
                                "SKU7",
                                "Old mug",
                                RealWords.said("setup.its-tax-rate-is-not-among", "luxury"))));
    }
}
