package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;

/** The tone, without a loudspeaker. */
class ToneBeeperTest {

    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final List<byte[]> played = new ArrayList<>();

    @Test
    void soundsOnAThreadOfItsOwnAndOneToneIsEnoughAtATime() {
        ToneBeeper beeper = new ToneBeeper(thread::add, (samples, format) -> played.add(samples));
        beeper.refuse();
        beeper.refuse();
        assertThat(played).as("nobody waits for it").isEmpty();
        assertThat(thread).hasSize(1);
        thread.remove().run();
        assertThat(played).hasSize(1);
        beeper.refuse();
        assertThat(thread).hasSize(1);
    }

    @Test
    void aMachineWithoutSoundStaysSilentAndGoesOn() {
        ToneBeeper beeper = new ToneBeeper(thread::add, (samples, format) -> {
            throw new LineUnavailableException("no card");
        });
        for (int i = 0; i < 3; i++) {
            beeper.refuse();
            thread.remove().run();
        }
        assertThat(thread).isEmpty();
    }

    @Test
    void neitherClicksNorClips() {
        byte[] tone = ToneBeeper.tone();
        int loudest = 0;
        for (int i = 0; i < tone.length; i += 2) {
            loudest = Math.max(loudest, Math.abs((short) ((tone[i] & 0xFF) | (tone[i + 1] << 8))));
        }
        assertThat(loudest).isBetween(10_000, 20_000);
        assertThat(Math.abs((short) ((tone[0] & 0xFF) | (tone[1] << 8)))).isLessThan(200);
        assertThat(Math.abs((short) ((tone[tone.length - 2] & 0xFF) | (tone[tone.length - 1] << 8))))
                .isLessThan(400);
    }
}
