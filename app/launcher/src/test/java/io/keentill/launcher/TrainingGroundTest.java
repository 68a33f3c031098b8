package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.setup.Training;
import io.keentill.revkeen.RevKeen;
import java.nio.file.Path;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever begins to train in one currency and sets the shop up in another finds goods that can be sold. */
class TrainingGroundTest {

    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final Currency EUROS = Currency.getInstance("EUR");

    @TempDir
    Path data;

    private static String currency(Training.Place place) {
        try (RevKeen api = RevKeen.at(place.api().toString(), place.key())) {
            return api.products()
                    .list(null)
                    .pageSize(1)
                    .firstPage()
                    .orThrow()
                    .items()
                    .getFirst()
                    .currency();
        }
    }

    @Test
    void theGoodsAreInTheCurrencyThatIsAskedForNow() {
        try (TrainingGround ground = new TrainingGround(data)) {
            assertThat(currency(ground.start(POUNDS))).isEqualToIgnoringCase("GBP");
            assertThat(currency(ground.start(EUROS))).isEqualToIgnoringCase("EUR");
            assertThat(currency(ground.start(POUNDS))).isEqualToIgnoringCase("GBP");
        }
    }

    @Test
    void whatALaterRunAsksForCountsToo() {
        String key;
        try (TrainingGround first = new TrainingGround(data)) {
            key = first.start(POUNDS).key();
        }
        try (TrainingGround second = new TrainingGround(data)) {
            assertThat(currency(second.start(EUROS))).isEqualToIgnoringCase("EUR");
        }
        try (TrainingGround third = new TrainingGround(data)) {
            assertThat(third.start(POUNDS).key())
                    .as("the one from before, with what was sold")
                    .isEqualTo(key);
        }
    }
}
