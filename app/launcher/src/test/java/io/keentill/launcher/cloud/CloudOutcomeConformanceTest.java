package io.keentill.launcher.cloud;

/** Trouble with the answer that says how the payment ended. */
class CloudOutcomeConformanceTest extends CloudConformance {

    CloudOutcomeConformanceTest() {
        super("revkeen cloud, trouble with the outcome", SimulatedCloud.Trouble.OUTCOME, 181);
    }
}
