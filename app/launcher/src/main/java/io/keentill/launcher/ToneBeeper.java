package io.keentill.launcher;

import io.keentill.storefront.Beeper;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * A tone from the machine's own loudspeaker, made here and played on a thread of its own: nobody at the counter waits for
 * it. Where there is no sound it stays silent, and says so in the log once. A tone that is asked for while one sounds is
 * that one.
 */
final class ToneBeeper implements Beeper {

    private static final System.Logger LOG = System.getLogger(ToneBeeper.class.getName());
    private static final float RATE = 44_100;
    private static final int HERTZ = 330;
    private static final double SECONDS = 0.18;

    /** A twentieth of it fades in and out, or it would click. */
    private static final double FADE = 0.05;

    private static final double LOUD = 0.5;

    private final Executor thread;
    private final Speaker speaker;
    private final AtomicBoolean sounding = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();

    /** Plays samples of 16 bits, one channel, and returns when they have sounded. */
    @FunctionalInterface
    interface Speaker {
        /**
         * Plays them.
         *
         * @throws LineUnavailableException if there is no sound or somebody else has it
         */
        void play(byte[] samples, AudioFormat format) throws LineUnavailableException;
    }

    /** On the machine's loudspeaker. */
    ToneBeeper() {
        this(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("beep").factory()),
                ToneBeeper::play);
    }

    ToneBeeper(Executor thread, Speaker speaker) {
        this.thread = thread;
        this.speaker = speaker;
    }

    @Override
    public void refuse() {
        if (sounding.compareAndSet(false, true)) {
            thread.execute(this::sound);
        }
    }

    private void sound() {
        try {
            speaker.play(tone(), new AudioFormat(RATE, 16, 1, true, false));
        } catch (LineUnavailableException | RuntimeException | LinkageError e) {
            // No card, no driver, no right to use it: a till without sound sells all the same.
            if (told.compareAndSet(false, true)) {
                LOG.log(System.Logger.Level.INFO, "No sound here: {0}", e.getMessage());
            }
        } finally {
            sounding.set(false);
        }
    }

    private static void play(byte[] samples, AudioFormat format) throws LineUnavailableException {
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        }
    }

    /** Low, so that it is told from a scanner's own high one. */
    static byte[] tone() {
        int count = (int) (RATE * SECONDS);
        byte[] samples = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            double at = (double) i / count;
            double edge = Math.min(1, Math.min(at, 1 - at) / FADE);
            short value = (short) (Math.sin(2 * Math.PI * HERTZ * i / RATE) * edge * LOUD * Short.MAX_VALUE);
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        return samples;
    }
}
