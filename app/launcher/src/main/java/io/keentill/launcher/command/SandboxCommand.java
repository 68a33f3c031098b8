package io.keentill.launcher.command;

import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Running;
import io.keentill.launcher.SampleShop;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till sandbox}: a RevKeen to develop, train and test against, on this machine alone. */
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
            return Sandbox.start(
                    SandboxConfig.of(port, data.toAbsolutePath()).withRate(rate).withSeed(SampleShop.seed()));
        } catch (SandboxException | IllegalArgumentException e) {
            throw new Problem(String.valueOf(e.getMessage()), e);
        }
    }
}
