package io.keentill.launcher.command;

import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Running;
import io.keentill.launcher.SampleShop;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.sandbox.SandboxConfig.Exposure;
import io.keentill.sandbox.SandboxConfig.Habits;
import io.keentill.sandbox.SandboxConfig.RateLimit;
import io.keentill.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till sandbox}: a RevKeen to develop, train and test against, on this machine alone unless told twice. */
@Command(name = "sandbox", description = "Runs a RevKeen-compatible sandbox with the sample shop.")
public final class SandboxCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", description = "TCP port on the loopback address; 0 takes any (default 0).")
    private int port;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Where its data lives.")
    private Path data = Path.of("");

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests a minute before 429; 0 means no limit (default: 100, as RevKeen's test mode).")
    private int rate = SandboxConfig.TEST_RATE;

    @Option(names = "--burst", paramLabel = "N", description = "Requests at once before 429 (default: twice the rate).")
    private @Nullable Integer burst;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default 127.0.0.1). Another machine's view of this one needs"
                    + " --other-machines and --key-file.")
    private String host = "127.0.0.1";

    @Option(names = "--other-machines", description = "Lets other machines reach it; needs --key-file.")
    private boolean otherMachines;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File with the key that other machines must have: rk_sandbox_ and at least 32 letters and"
                    + " digits.")
    private @Nullable Path keyFile;

    @Option(names = "--older-spelling", description = "Spells answers as RevKeen did up to May 2026.")
    private boolean olderSpelling;

    @Option(names = "--older-events", description = "Names terminal webhooks as RevKeen did up to April 2026.")
    private boolean olderEvents;

    @Option(names = "--webhooks-anywhere", description = "Delivers webhooks to any address, not to loopback only.")
    private boolean webhooksAnywhere;

    @Option(names = "--json", description = "Print address and key as one line of JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine().getOut(), json);
        LogFile.into(data);
        Sandbox sandbox = start();
        console.say("RevKeen sandbox at " + sandbox.baseUrl());
        console.say("Key: " + sandbox.key());
        console.say("Controls: " + sandbox.adminUrl());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("base_url", sandbox.baseUrl().toString());
        result.put("key", sandbox.key());
        result.put("admin_url", sandbox.adminUrl().toString());
        console.result(result);
        Running.untilStopped(sandbox);
        return 0;
    }

    private Sandbox start() {
        try {
            int most = burst == null ? 2 * rate : burst;
            return Sandbox.start(SandboxConfig.of(port, data.toAbsolutePath())
                    .withHost(host)
                    .withLimit(new RateLimit(rate, most))
                    .withExposure(new Exposure(otherMachines, key()))
                    .withHabits(new Habits(olderSpelling, olderEvents, webhooksAnywhere))
                    .withSeed(SampleShop.seed()));
        } catch (SandboxException | IllegalArgumentException e) {
            throw new Problem(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable String key() {
        if (keyFile == null) {
            return null;
        }
        try {
            return Files.readString(keyFile).strip();
        } catch (IOException unreadable) {
            throw new Problem("The key file " + keyFile + " cannot be read; give one that holds the key.", unreadable);
        }
    }
}
