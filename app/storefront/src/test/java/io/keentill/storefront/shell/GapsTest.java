package io.keentill.storefront.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final Bounds SCREEN = new BoundingBox(0, 50, 1000, 550);

    @Test
    void anEmptyScreenIsOneGap() {
        assertThat(Gaps.between(List.of(), SCREEN)).containsExactly(new BoundingBox(4, 54, 992, 542));
    }

    @Test
    void besideAndBelowAColumnOfKeysIsRoom() {
        Bounds key = new BoundingBox(10, 300, 380, 60);
        Bounds pad = new BoundingBox(410, 60, 580, 530);
        assertThat(Gaps.between(List.of(key, pad), SCREEN))
                .contains(new BoundingBox(4, 364, 402, 232), new BoundingBox(4, 54, 402, 242))
                .noneMatch(gap -> gap.intersects(key) || gap.intersects(pad));
    }

    @Test
    void aScreenFullOfKeysHasNone() {
        assertThat(Gaps.between(List.of(new BoundingBox(100, 80, 800, 490)), SCREEN))
                .isEmpty();
    }
}
