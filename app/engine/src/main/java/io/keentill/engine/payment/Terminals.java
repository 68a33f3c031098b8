package io.keentill.engine.payment;

import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
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
     * @throws BadInputException if no driver knows the family or the address is wrong
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
        throw new BadInputException(Sentence.of(
                "install.no-driver-for-the-terminal-family",
                "No driver for the terminal family \"{0}\"; there are: {1}",
                parsed.family(),
                known));
    }

    private static void requireContract(TerminalDriver driver) {
        if (driver.contractVersion() != TerminalDriver.CONTRACT) {
            throw new BadInputException(Sentence.of(
                    "install.the-driver-was-built-for-another-version",
                    "The driver \"{0}\" was built for version {1} of the driver contract; this till speaks version {2}."
                            + " Install a matching driver.",
                    driver.displayName(),
                    driver.contractVersion(),
                    TerminalDriver.CONTRACT));
        }
    }
}
