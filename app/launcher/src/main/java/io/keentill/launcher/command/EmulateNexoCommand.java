package io.keentill.launcher.command;

import io.keentill.device.emulation.Profile;
import io.keentill.device.nexo.emulator.NexoEmulator;
import io.keentill.device.nexo.message.NexoKey;
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

/** {@code till emulate nexo}. */
@Command(name = "nexo", description = "A terminal with nexo Sale-to-POI, as Adyen's on the local network.")
final class EmulateNexoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Mixin
    private EmulationOptions options = new EmulationOptions();

    @Option(
            names = "--passphrase",
            defaultValue = "emulated terminal",
            description =
                    "Passphrase of the shared key (default: ${DEFAULT-VALUE}); its identifier is emulated, version 1.")
    private String passphrase = "";

    /** Where it listens. */
    static final class Where {
        @Option(names = "--tls", paramLabel = "PORT", description = "TLS port on loopback; 0 takes any.")
        private @Nullable Integer tls;

        @Option(names = "--tcp", paramLabel = "PORT", description = "The same without TLS.")
        private @Nullable Integer tcp;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine().getOut(), options.json());
        try {
            Profile profile = options.profile();
            NexoKey key = new NexoKey(passphrase, "emulated", 1);
            NexoEmulator emulator = where.tls != null
                    ? NexoEmulator.tls(where.tls, profile, key, options.certificate(profile))
                    : NexoEmulator.plain(java.util.Objects.requireNonNull(where.tcp), profile, key);
            String control = "http://127.0.0.1:" + emulator.control(options.control());
            String address = "nexo:" + (where.tls != null ? "tls" : "tcp") + ":127.0.0.1:" + emulator.port();
            console.say("nexo terminal " + emulator.poiId() + " at " + address + ", key emulated, version 1, control "
                    + control);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("address", address);
            result.put("control", control);
            result.put("poiid", emulator.poiId());
            result.put("key_identifier", "emulated");
            result.put("key_version", 1);
            console.result(result);
            Running.untilStopped(emulator);
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("The terminal cannot be emulated there: " + e.getMessage(), e);
        }
    }
}
