package io.keentill.device.conformance;

/**
 * One thing that happens, and a check that what the driver says of it is what the host's books say.
 *
 * @param group for reports
 * @param name for reports, unique within its group
 * @param body runs it
 */
record Scenario(String group, String name, Body body) {

    /** Runs a scenario. */
    @FunctionalInterface
    interface Body {
        /**
         * @throws AssertionError if the driver is wrong
         * @throws NotPlayable if the simulated terminal cannot play it
         */
        void run() throws Exception;
    }

    /** The simulated terminal cannot do what the scenario needs. */
    static final class NotPlayable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlayable(String why) {
            super(why);
        }
    }
}
