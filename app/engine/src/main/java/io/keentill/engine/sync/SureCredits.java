package io.keentill.engine.sync;

import io.keentill.engine.ApiWords;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.util.Optional;

/**
 * Credit notes as they are followed, and before them each sale of which too much seems to have gone back: what was heard of
 * it may be out of date, since a credit note that is taken back later is not told again. All of it is asked for anew, and
 * somebody is told only if it is so.
 */
final class SureCredits implements Feed {

    private final Feed credits;
    private final TillStore store;
    private final SaleMoney money;
    private final TooMuchBack tooMuch;
    private boolean inVain;

    SureCredits(TillStore store, RevKeen api, TooMuchBack tooMuch) {
        this.credits = CreditFeed.of(store, api, tooMuch);
        this.store = store;
        this.money = new SaleMoney(store, api);
        this.tooMuch = tooMuch;
    }

    @Override
    public String name() {
        return credits.name();
    }

    @Override
    public Duration every() {
        return credits.every();
    }

    @Override
    public Step step() throws StoreException {
        Optional<String> sale = store.read(TooMuchBack::suspect);
        Optional<SaleMoney.Places> places = sale.isEmpty()
                ? Optional.empty()
                : store.read(view -> Optional.of(SaleMoney.Places.of(view, sale.get())));
        if (places.isEmpty() || places.get().isEmpty() || inVain) {
            inVain = false;
            return credits.step();
        }
        return switch (money.read(places.get(), tx -> tooMuch.confirm(tx, sale.get()))) {
            case ApiResult.Ok<?> ok -> new Step(new Answer.Accepted(ok.status(), ""), false);
            case ApiResult.Refused<?> no -> inVain(sale.get(), Answer.of(no.error()));
            case ApiResult.Unreachable<?> lost -> inVain(sale.get(), Answer.unreachable(ApiWords.lost(lost)));
        };
    }

    /** Neither the list nor another sale is held up by one that cannot be asked about. */
    private Step inVain(String sale, Answer answer) throws StoreException {
        inVain = true;
        store.write(tx -> {
            TooMuchBack.later(tx, sale);
            return tx;
        });
        return new Step(answer, false);
    }
}
