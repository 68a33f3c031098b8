package io.keentill.launcher.terminals;

import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.cloud.CloudDriver;
import io.keentill.engine.install.Candidate;
import io.keentill.engine.install.NetworkRange;
import io.keentill.engine.install.SearchWatch;
import io.keentill.engine.install.TerminalSearch;
import io.keentill.launcher.Console;
import io.keentill.launcher.Machine;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.command.DataOptions;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.terminal.TerminalDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals find}. */
@Command(
        name = "find",
        description = "Looks for terminals on the local network and behind RevKeen, without sending them anything.")
final class FindCommand implements Callable<Integer> {

    /** No store shop has more; a list that long is not read by anybody. */
    private static final int MOST_DEVICES = 500;

    private static final int HIGHEST_PORT = 65_535;

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            description = "192.168.1.0/24 (prefix 22 or longer) or one host (default: this machine's networks, /24).")
    private @Nullable String range;

    @Option(
            names = "--port",
            paramLabel = "FAMILY=PORT",
            description = "Instead of a family's usual port: zvt 20007, weblink 8080, nexo 8443, poslink 10009.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(names = "--within", paramLabel = "MS", description = "How long one address may take (default 400).")
    private int withinMillis = 400;

    @Override
    public Integer call() throws InterruptedException {
        Console console = options.console(spec);
        List<TerminalDriver> drivers = Wiring.drivers(options.folder()).drivers();
        requirePorts(drivers);
        TerminalSearch search = new TerminalSearch(
                drivers,
                Wiring.links(SecretStore.inMemory()),
                new Machine(),
                Duration.ofMillis(Math.max(1, withinMillis)));
        Listed listed = new Listed(console);
        search.network(hosts(), ports, listed);
        List<Map<String, @Nullable Object>> found = new ArrayList<>(listed.found);
        found.addAll(behindRevKeen(console));
        if (found.isEmpty()) {
            console.say("No terminal found. Check that it is switched on, on this network, and set up for the till.");
        }
        console.result(Map.of("found", found));
        return found.isEmpty() ? 1 : 0;
    }

    private List<String> hosts() {
        try {
            return range == null ? new Machine().networkHosts() : NetworkRange.of(range);
        } catch (IllegalArgumentException e) {
            throw Problem.because(e);
        }
    }

    private void requirePorts(List<TerminalDriver> drivers) {
        List<String> families = drivers.stream()
                .filter(d -> !d.usualPlaces().isEmpty())
                .map(TerminalDriver::family)
                .toList();
        ports.forEach((family, port) -> {
            if (!families.contains(family) || port < 1 || port > HIGHEST_PORT) {
                throw new Problem("\"" + family + "=" + port + "\" is no port of a family: write one of "
                        + String.join(", ", families) + ", = and 1 to 65535.");
            }
        });
    }

    /** Prints what is found as it is found. */
    private static final class Listed implements SearchWatch {

        private final Console console;
        private final List<Map<String, @Nullable Object>> found = new CopyOnWriteArrayList<>();

        Listed(Console console) {
            this.console = console;
        }

        @Override
        public void progress(int done, int all) {
            // A search takes seconds; lines that count them would only be in the way.
        }

        @Override
        public void found(Candidate candidate) {
            String why = "listens where " + candidate.family() + " does";
            console.say(candidate.address() + "  " + why);
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("address", candidate.address());
            map.put("why", why);
            found.add(map);
        }

        @Override
        public void trouble(Sentence message) {
            console.say(message.toString());
        }

        @Override
        public boolean cancelled() {
            return Thread.currentThread().isInterrupted();
        }
    }

    private List<Map<String, @Nullable Object>> behindRevKeen(Console console) {
        Optional<RevKeen> client = Wiring.revKeen(options.folder());
        if (client.isEmpty()) {
            return List.of();
        }
        try (RevKeen api = client.get()) {
            return switch (api.terminalDevices().list(null, null).all(MOST_DEVICES)) {
                case ApiResult.Ok<List<TerminalDevice>> ok ->
                    ok.value().stream().map(d -> shown(console, d)).toList();
                case ApiResult.Refused<List<TerminalDevice>> no -> {
                    spec.commandLine()
                            .getErr()
                            .println("till: RevKeen's terminals cannot be listed: "
                                    + no.error().summary() + ". " + no.error().advice());
                    yield List.of();
                }
                case ApiResult.Unreachable<List<TerminalDevice>> lost -> {
                    spec.commandLine().getErr().println("till: RevKeen cannot be reached: " + lost.message());
                    yield List.of();
                }
            };
        }
    }

    private static Map<String, @Nullable Object> shown(Console console, TerminalDevice device) {
        String address = CloudDriver.address(device.id());
        String why = (device.deviceName() == null ? "terminal" : device.deviceName()) + " behind RevKeen, "
                + device.status() + (device.terminalPaired() ? "" : ", no terminal paired");
        console.say(address + "  " + why);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("address", address);
        map.put("why", why);
        return map;
    }
}
