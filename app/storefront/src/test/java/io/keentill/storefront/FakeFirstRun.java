package io.keentill.storefront;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.setup.DownloadWatch;
import io.keentill.engine.setup.FirstRun;
import io.keentill.engine.setup.KeyCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A first run in memory: one key is good, one lacks scopes, every other is refused. */
final class FakeFirstRun implements FirstRun {

    static final String GOOD = "rk_live_good";
    static final String NARROW = "rk_sandbox_narrow";

    final List<String> checked = new ArrayList<>();
    final List<Wish> wishes = new ArrayList<>();
    volatile boolean downloadGoesOn;

    @Override
    public KeyCheck.Result check(String api, String key) {
        checked.add(api + " " + key);
        return switch (key) {
            case GOOD -> new KeyCheck.Result.Taken(KeyCheck.Environment.LIVE, List.of());
            case NARROW ->
                new KeyCheck.Result.Taken(KeyCheck.Environment.TEST, List.of("credit_notes:write", "terminal:write"));
            default ->
                new KeyCheck.Result.Refused(
                        Sentence.quoted("RevKeen refuses this key. Copy it again from Settings > API Keys."));
        };
    }

    @Override
    public Optional<Sentence> pinProblem(String pin) {
        return pin.length() < 4
                ? Optional.of(Sentence.of("staff.a-pin-has-four-to-eight", "A PIN has four to eight digits."))
                : Optional.empty();
    }

    @Override
    public Result finish(Wish wish, DownloadWatch watch) {
        wishes.add(wish);
        watch.progress(1200);
        while (downloadGoesOn && !watch.cancelled()) {
            Thread.onSpinWait();
        }
        return watch.cancelled()
                ? new Result.Cancelled()
                : new Result.Ready(
                        2418, List.of("SKU7 Old mug: its tax rate \"luxury\" is not among RevKeen's tax rates"));
    }
}
