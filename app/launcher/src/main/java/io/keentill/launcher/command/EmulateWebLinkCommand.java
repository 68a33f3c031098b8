package io.keentill.launcher.command;

import io.keentill.device.emulation.Profile;
import io.keentill.device.weblink.emulator.Behaviour;
import io.keentill.device.weblink.emulator.WebLinkEmulator;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Running;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till emulate weblink}. */
@Command(name = "weblink", description = "A PAX terminal with POSitive WebLink.")
final class EmulateWebLinkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Mixin
    private EmulationOptions options = new EmulationOptions();

    @Option(names = "--old", description = "Behaves like an older build: transaction ids of its own.")
    private boolean old;

    /** Where it listens. */
    static final class Where {
        @Option(names = "--tls", paramLabel = "PORT", description = "TLS port on loopback; 0 takes any.")
        private @Nullable Integer tls;

        @Option(names = "--tcp", paramLabel = "PORT", description = "The same without TLS, to watch the bytes.")
        private @Nullable Integer tcp;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine().getOut(), options.json());
        try {
            Profile profile = options.profile();
            Behaviour behaviour = old ? Behaviour.OLD : Behaviour.DOCUMENTED;
            WebLinkEmulator emulator = where.tls != null
                    ? WebLinkEmulator.tls(where.tls, profile, behaviour, options.certificate(profile))
                    : WebLinkEmulator.plain(java.util.Objects.requireNonNull(where.tcp), profile, behaviour);
            String control = "http://127.0.0.1:" + emulator.control(options.control());
            String address = "weblink:" + (where.tls != null ? "tls" : "tcp") + ":127.0.0.1:" + emulator.port();
            console.say("WebLink terminal " + profile.serial() + " at " + address + ", pairing code "
                    + emulator.pairingCode() + ", control " + control);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("address", address);
            result.put("control", control);
            result.put("pairing_code", emulator.pairingCode());
            result.put("serial", profile.serial());
            console.result(result);
            Running.untilStopped(emulator);
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("The terminal cannot be emulated there: " + e.getMessage(), e);
        }
    }
}
