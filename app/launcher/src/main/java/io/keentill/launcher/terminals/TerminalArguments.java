package io.keentill.launcher.terminals;

import io.keentill.device.terminal.TerminalAddress;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.command.DataOptions;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands on one terminal have in common: its address and the till's data folder. */
final class TerminalArguments {

    @Mixin
    private DataOptions options = new DataOptions();

    @Parameters(
            index = "0",
            paramLabel = "ADDRESS",
            description = "zvt:tcp:HOST:20007, weblink:tls:HOST:8080, nexo:tls:HOST:8443, poslink:tcp:HOST:10009,"
                    + " revkeen:cloud:DEVICE_ID, zvt:serial:PATH…")
    private String address = "";

    DataOptions options() {
        return options;
    }

    Path folder() {
        return options.folder();
    }

    /** The address as written, once it is one. */
    String address() {
        requireAddress();
        return address;
    }

    private void requireAddress() {
        try {
            TerminalAddress.parse(address);
        } catch (IllegalArgumentException e) {
            throw Problem.because(e);
        }
    }

    /** The address as attempts are stored under it. */
    String key() {
        try {
            return TerminalAddress.parse(address).toString();
        } catch (IllegalArgumentException e) {
            throw Problem.because(e);
        }
    }

    /** A session with the terminal; nothing is opened yet. */
    TerminalSession session() {
        try {
            return Wiring.terminal(folder(), address);
        } catch (IllegalArgumentException e) {
            throw Problem.because(e);
        }
    }
}
