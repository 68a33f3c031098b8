package io.keentill.launcher.command;

import io.keentill.device.emulation.Profile;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.SecretStore;
import io.keentill.device.poslink.emulator.PoslinkEmulator;
import io.keentill.device.poslink.emulator.Traits;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Running;
import io.keentill.launcher.Wiring;
import java.io.IOException;
import java.time.Duration;
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

/** {@code till emulate poslink}. */
@Command(name = "poslink", description = "A PAX terminal that speaks POSLINK.")
final class EmulatePoslinkCommand implements Callable<Integer> {

    /** Where the emulated terminal listens. */
    static final class Where {
        @Option(names = "--tcp", paramLabel = "PORT", description = "TCP port on loopback; 0 takes any.")
        private @Nullable Integer tcp;

        @Option(names = "--http", paramLabel = "PORT", description = "HTTP port on loopback; 0 takes any.")
        private @Nullable Integer http;

        @Option(names = "--serial", paramLabel = "PATH", description = "Serial port or PTY.")
        private @Nullable String serial;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Mixin
    private EmulationOptions options = new EmulationOptions();

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine().getOut(), options.json());
        try {
            Profile profile = options.profile();
            PoslinkEmulator emulator = emulator(profile);
            int controlPort = emulator.control(options.control());
            String address = address(emulator) + "?currency=" + profile.currency();
            console.say("POSLINK terminal at " + address + ", control http://127.0.0.1:" + controlPort);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("address", address);
            result.put("control", "http://127.0.0.1:" + controlPort);
            console.result(result);
            Running.untilStopped(emulator);
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("The terminal cannot be emulated there: " + e.getMessage(), e);
        }
    }

    private PoslinkEmulator emulator(Profile profile) throws IOException {
        if (where.tcp != null) {
            return PoslinkEmulator.tcp(where.tcp, profile, Traits.STANDARD);
        }
        if (where.http != null) {
            return PoslinkEmulator.http(where.http, profile, Traits.STANDARD);
        }
        LinkAddress line = LinkAddress.parse("serial:" + where.serial + "?format=8N1");
        return PoslinkEmulator.on(
                Wiring.links(SecretStore.inMemory()).open(line, Duration.ofSeconds(5)), profile, Traits.STANDARD);
    }

    private String address(PoslinkEmulator emulator) {
        if (where.serial != null) {
            return "poslink:serial:" + where.serial;
        }
        return "poslink:" + (where.tcp != null ? "tcp" : "http") + ":127.0.0.1:" + emulator.port();
    }
}
