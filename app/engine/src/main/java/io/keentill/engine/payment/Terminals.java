package io.keentill.engine.payment;

import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the driver of a terminal's family. */
public final class Terminals {

    private final List<TerminalDriver> drivers;
    private final TerminalDriver.Context context;

    /** Serves these drivers; one built for another version of the contract is left out and named in errors. */
    public Terminals(List<TerminalDriver> drivers, TerminalDriver.Context context) {
        this.drivers = List.copyOf(drivers);
        this.context = context;
    }

    /**
     * A session with the terminal at {@code address}; nothing is opened yet.
     *
     * @throws IllegalArgumentException if no driver knows the family or the address is wrong; the message is for people
     */
    public TerminalSession open(String address) {
        TerminalAddress parsed = TerminalAddress.parse(address);
        for (TerminalDriver driver : drivers) {
            if (driver.family().equals(parsed.family())) {
                requireContract(driver);
                PaymentTerminal terminal = driver.open(parsed, context);
                return new TerminalSession(parsed, terminal);
            }
        }
        String known = drivers.stream().map(TerminalDriver::family).sorted().collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "No driver for the terminal family \"" + parsed.family() + "\"; there are: " + known);
    }

    private static void requireContract(TerminalDriver driver) {
        if (driver.contractVersion() != TerminalDriver.CONTRACT) {
            throw new IllegalArgumentException("The driver \"" + driver.displayName() + "\" was built for version "
                    + driver.contractVersion() + " of the driver contract; this till speaks version "
                    + TerminalDriver.CONTRACT + ". Install a matching driver.");
        }
    }
}
