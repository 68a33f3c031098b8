package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.storefront.FxWatchdog.Piece;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;

/**
 * The same steps again and again, each weighed with the frames after it. Work that is too heavy is so each time; a core
 * that others use makes single pieces dearer, and not the same ones: of each step the lightest round counts.
 */
final class Weighing {

    /** The first rounds load classes and run interpreted. */
    private static final int MOST_ROUNDS = 30;

    private static final int LEAST_ROUNDS = 3;

    final FxWatchdog watchdog = new FxWatchdog();
    private final Map<String, Piece> lightest = new LinkedHashMap<>();

    /** One round of steps, or what is done in a step. */
    interface Round {
        void walk() throws Exception;
    }

    /** Does this; its heaviest piece counts. */
    void step(String name, StorefrontDriver person, Scene scene, Round action) throws Exception {
        Toolkit.run(watchdog::begin);
        action.walk();
        person.settle();
        watchdog.frame(scene);
        watchdog.frame(scene);
        AtomicReference<Piece> heaviest = new AtomicReference<>();
        Toolkit.run(() -> {
            assertThat(watchdog.count()).as("pieces weighed: %s", name).isPositive();
            heaviest.set(watchdog.heaviest());
        });
        lightest.merge(name, heaviest.get(), (a, b) -> a.millis() <= b.millis() ? a : b);
    }

    /** Walks until every step was light once, or often enough to say that one is not. */
    void holdsUpNothing(Round round) throws Exception {
        for (int i = 0; i < MOST_ROUNDS && (i < LEAST_ROUNDS || isAnyHeavy()); i++) {
            if (i == 1) {
                lightest.clear();
            }
            round.walk();
        }
        assertThat(lightest)
                .as("heaviest piece of each step in its lightest round")
                .isNotEmpty()
                .allSatisfy((step, piece) -> assertThat(piece.millis()).isLessThanOrEqualTo(FxWatchdog.MOST_MILLIS));
    }

    private boolean isAnyHeavy() {
        return lightest.values().stream().anyMatch(piece -> piece.millis() > FxWatchdog.MOST_MILLIS);
    }
}
