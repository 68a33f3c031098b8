package io.keentill.device.conformance;

import io.keentill.device.terminal.TerminalDriver;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * What a driver's author extends, once for each way of reaching the terminal. Every scenario has a simulated terminal and a
 * driver for itself; many run side by side, so neither may keep anything in static fields.
 */
public abstract class TerminalConformance {

    /** For subclasses. */
    protected TerminalConformance() {}

    /** The driver under test. */
    protected abstract TerminalDriver driver();

    /** What the kit must know of it. */
    protected abstract Profile profile();

    /**
     * Starts a simulated terminal.
     *
     * @param variant one of {@link Profile#variants}
     * @throws Exception if it cannot be started; the scenario fails
     */
    protected abstract SimulatedTerminal start(String variant) throws Exception;

    /** The wall clock of till and simulated terminal. */
    protected Clock clock() {
        return Clock.system(java.time.ZoneId.systemDefault());
    }

    /** Why nothing can be tested on this machine, for instance for want of a program; empty if it can. */
    protected Optional<String> missing() {
        return Optional.empty();
    }

    /** How many scenarios run side by side. */
    protected int sideBySide() {
        return 12;
    }

    /** All scenarios, grouped. */
    @TestFactory
    Stream<DynamicNode> conforms(TestReporter reporter) throws Exception {
        missing().ifPresent(why -> Assumptions.abort(why));
        return new ConformanceRun(this).nodes(reporter);
    }
}
