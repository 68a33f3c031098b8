package io.keentill.launcher.command;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.SecretStore;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Running;
import io.keentill.launcher.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till emulate}: the terminal side of a protocol, for tests and training. */
@Command(
        name = "emulate",
        description = "Emulates a payment terminal.",
        subcommands = {EmulateNexoCommand.class, EmulatePoslinkCommand.class, EmulateWebLinkCommand.class})
public final class EmulateCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Where the emulated terminal listens. */
    static final class Where {
        @Option(names = "--tcp", paramLabel = "PORT", description = "TCP port on loopback; 0 takes any.")
        private @Nullable Integer tcp;

        @Option(names = "--serial", paramLabel = "PATH", description = "Serial port or PTY.")
        private @Nullable String serial;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "zvt", description = "A ZVT terminal (girocard and others).")
    Integer zvt(
            @ArgGroup(multiplicity = "1") Where where,
            @Option(names = "--control", paramLabel = "PORT", description = "HTTP control port; 0 takes any (default).")
                    @Nullable
                    Integer control,
            @Option(names = "--ledger", paramLabel = "FILE", description = "Keeps its ledger in this file.") @Nullable
                    Path ledger,
            @Option(names = "--policy", description = "strict or books-at-host: without the till's confirmation.")
                    @Nullable
                    String policy,
            @Option(names = "--card-time", paramLabel = "MS", description = "How long the customer takes.") @Nullable
                    Long cardTime,
            @Option(names = "--json", description = "Print the addresses as one line of JSON.") boolean json)
            throws InterruptedException {
        Console console = new Console(spec.commandLine().getOut(), json);
        EmulatorSettings settings = settings(ledger, cardTime);
        try {
            ZvtEmulator emulator = where.tcp != null
                    ? ZvtEmulator.tcp(where.tcp, settings)
                    : ZvtEmulator.on(serial(String.valueOf(where.serial)), settings);
            if (policy != null) {
                emulator.policy(CommitPolicy.valueOf(
                        policy.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
            }
            int controlPort = emulator.control(control == null ? 0 : control);
            String address = where.tcp != null ? "zvt:tcp:127.0.0.1:" + emulator.port() : "zvt:serial:" + where.serial;
            console.say("ZVT terminal at " + address + ", control http://127.0.0.1:" + controlPort);
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

    private static EmulatorSettings settings(@Nullable Path ledger, @Nullable Long cardTime) {
        EmulatorSettings settings = EmulatorSettings.standard(Clock.system(ZoneId.systemDefault()));
        if (cardTime != null) {
            settings = settings.times(
                    Duration.ofMillis(cardTime), settings.answerTime(), settings.keepAlive(), settings.rebootTime());
        }
        return ledger == null ? settings : settings.ledgerIn(ledger);
    }

    private static io.keentill.device.link.Link serial(String path) throws LinkException {
        return Wiring.links(SecretStore.inMemory()).open(LinkAddress.parse("serial:" + path), Duration.ofSeconds(5));
    }
}
