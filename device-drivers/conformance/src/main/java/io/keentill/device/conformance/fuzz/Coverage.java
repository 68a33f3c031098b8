package io.keentill.device.conformance.fuzz;

import java.util.function.Predicate;

/** Which code was run. What guides a fuzzer beside the reactions of its target. For one thread. */
public interface Coverage {

    /** Nothing is known about the code: every input seems to reach the same. */
    Coverage NONE = new Coverage() {
        @Override
        public void begin() {
            // Nothing was noted.
        }

        @Override
        public long reached() {
            return 0;
        }

        @Override
        public boolean keep() {
            return false;
        }

        @Override
        public Covered covered() {
            return new Covered(0, 0, 0);
        }
    };

    /**
     * What a run covered.
     *
     * @param probes how many probes were passed; the agent sets one at each end of each piece of code without branches
     * @param outOf how many there are in the classes of which anything was reached
     * @param classes how many those are
     */
    record Covered(int probes, int outOf, int classes) {}

    /**
     * That of this process if the JaCoCo agent is attached to it, {@link #NONE} otherwise.
     *
     * @param counts which of the agent's classes count; names as in {@code io/keentill/device/zvt/Dialogue}
     * @throws IllegalStateException if the agent is one that this cannot read
     */
    static Coverage ofThisProcess(Predicate<String> counts) {
        return JacocoCoverage.attached(counts).map(Coverage.class::cast).orElse(NONE);
    }

    /** Forgets what was reached: an input begins. */
    void begin();

    /** A number for the set of all that was reached since {@link #begin}: equal sets have the same, others hardly ever. */
    long reached();

    /**
     * Adds what was reached since {@link #begin} to what is covered.
     *
     * @return whether any of it is new
     */
    boolean keep();

    /** What is covered by now. */
    Covered covered();
}
