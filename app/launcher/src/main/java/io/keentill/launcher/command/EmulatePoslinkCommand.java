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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till emulate poslink}. */
@Command(name = "poslink", description = "A PAX terminal that speaks POSLINK.")
public final class EmulatePoslinkCommand implements Callable<Integer> {

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

    @Option(names = "--control", paramLabel = "PORT", description = "HTTP control port; 0 takes any (default).")
    private int control;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Keeps its ledger in this file.")
    private @Nullable Path ledger;

    @Option(names = "--currency", paramLabel = "CODE", description = "What it takes; GBP unless told otherwise.")
    private String currency = "GBP";

    @Option(names = "--card-time", paramLabel = "MS", description = "How long the customer takes.")
    private @Nullable Long cardTime;

    @Option(names = "--json", description = "Print the addresses as one line of JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine().getOut(), json);
        try {
            PoslinkEmulator emulator = emulator(profile());
            int controlPort = emulator.control(control);
            String address = address(emulator) + "?currency=" + currency;
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

    private Profile profile() {
        Profile profile = Profile.standard(Clock.system(ZoneId.systemDefault())).taking(currency);
        if (cardTime != null) {
            profile = profile.times(Duration.ofMillis(cardTime), profile.hostTime(), profile.rebootTime());
        }
        return ledger == null ? profile : profile.ledgerIn(ledger);
    }
}
