package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.zvt.emulator.EmulatorSettings;
import io.keentill.device.zvt.emulator.NextOutcome;
import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.launcher.demo.SteadyPort;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox RevKeen, an emulated terminal on TCP, and the command line to run against them. */
final class TestWorld implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Path folder;
    final ZvtEmulator terminal;
    Sandbox sandbox;

    TestWorld(Path folder) throws IOException {
        this.folder = folder;
        this.terminal = ZvtEmulator.tcp(0, quick());
        this.sandbox = sandbox(SteadyPort.free());
    }

    /** Quick itself, and patient: the till's answer comes after a commit, on a disk that may be busy with something else. */
    static EmulatorSettings quick() {
        return EmulatorSettings.standard(Clock.systemUTC())
                .times(Duration.ofMillis(20), Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofMillis(200));
    }

    private Sandbox sandbox(int port) {
        return Sandbox.start(
                SandboxConfig.of(port, folder.resolve("revkeen")).withRate(0).withSeed(SampleShop.seed()));
    }

    String terminalAddress() {
        return "zvt:tcp:127.0.0.1:" + terminal.port();
    }

    Path data() {
        return folder.resolve("till");
    }

    int stopSandbox() {
        int port = sandbox.baseUrl().getPort();
        sandbox.close();
        return port;
    }

    void startSandbox(int port) {
        sandbox = sandbox(port);
    }

    Ran init() {
        return run(
                "init",
                "--api",
                sandbox.baseUrl().toString(),
                "--key",
                sandbox.key(),
                "--terminal",
                terminalAddress(),
                "--manager-pin",
                "4321");
    }

    /**
     * Runs a command with {@code --data} of this world and {@code --json}. A sale waits for RevKeen for longer than people
     * would, unless it says for how long: the machine may be busy with something else.
     */
    Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString(), "--json"));
        if (all.getFirst().equals("sell") && !all.contains("--wait")) {
            all.addAll(List.of("--wait", "120"));
        }
        return runPlain(all.toArray(String[]::new));
    }

    /** Runs a command in a process of its own, and kills it as soon as {@code seen}: it must not have ended before. */
    void killOnce(BooleanSupplier seen, String... arguments) throws IOException, InterruptedException {
        Process command = inAProcessOfItsOwn(arguments);
        try {
            assertThat(Waiting.until(Duration.ofSeconds(120), () -> !command.isAlive() || seen.getAsBoolean()))
                    .isTrue();
            assertThat(command.isAlive()).as("it is killed while it runs").isTrue();
        } finally {
            command.destroyForcibly().waitFor();
        }
    }

    /**
     * The terminal gets the payment of a command that is killed before it hears how it went, however long it takes to see
     * that it was sent.
     */
    void killOnceSent(String... arguments) throws IOException, InterruptedException {
        terminal.next(new NextOutcome.HoldAnswer());
        killOnce(() -> isLast("sent"), arguments);
    }

    /** Whether the last payment on the terminal is stored with this state. */
    boolean isLast(String state) {
        Ran last = run("terminals", "last", terminalAddress());
        return last.status() == 0 && last.json().get("state").asString().equals(state);
    }

    private Process inAProcessOfItsOwn(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String modules = System.getProperty("jdk.module.path");
        if (modules == null) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        } else {
            command.addAll(List.of("--module-path", modules, "-m", "io.keentill.launcher/" + Main.class.getName()));
        }
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data().toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static Ran runPlain(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int status = line.execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }

    /** What RevKeen answers to a GET. */
    JsonNode get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                    .header("x-api-key", sandbox.key())
                    .build();
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    @Override
    public void close() {
        sandbox.close();
        terminal.close();
    }

    /** How a command ended. */
    record Ran(int status, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }
}
