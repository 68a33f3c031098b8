package io.keentill.launcher.cloud;

/** Trouble with RevKeen's answer to the request, and on the way at many bytes. */
class CloudRequestConformanceTest extends CloudConformance {

    CloudRequestConformanceTest() {
        super("revkeen cloud", SimulatedCloud.Trouble.REQUEST, 23);
    }
}
