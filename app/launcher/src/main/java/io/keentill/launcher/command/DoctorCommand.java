package io.keentill.launcher.command;

import io.keentill.device.link.LinkException;
import io.keentill.device.links.SerialPorts;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.launcher.Console;
import io.keentill.launcher.Wiring;
import io.keentill.launcher.drivers.FoundDrivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till doctor}: what is missing on this machine and how to get it. */
@Command(name = "doctor", description = "Says what is missing on this machine and how to get it.")
public final class DoctorCommand implements Callable<Integer> {

    private static final long LITTLE_SPACE = 200_000_000;

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One finding; {@code fix} is empty where all is well. */
    private record Finding(String what, boolean needed, String state, String fix) {}

    @Override
    public Integer call() {
        Console console = options.console(spec);
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(dataFolder(options.folder()));
        findings.add(display());
        findings.add(socat());
        findings.add(serialPorts());
        findings.addAll(drivers(options.folder()));
        for (Finding finding : findings) {
            String mark = finding.fix().isEmpty() ? "ok     " : finding.needed() ? "MISSING" : "note   ";
            console.say(mark + " " + finding.what() + ": " + finding.state());
            if (!finding.fix().isEmpty()) {
                console.say("        " + finding.fix());
            }
        }
        boolean healthy =
                findings.stream().noneMatch(f -> f.needed() && !f.fix().isEmpty());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("healthy", healthy);
        result.put("findings", findings.stream().map(DoctorCommand::json).toList());
        console.result(result);
        return healthy ? 0 : 1;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", finding.what());
        map.put("needed", finding.needed());
        map.put("state", finding.state());
        map.put("fix", finding.fix());
        return map;
    }

    private static Finding java() {
        String version = System.getProperty("java.vm.version", "") + " " + System.getProperty("java.vendor", "");
        boolean ok = Runtime.version().feature() >= 25;
        return new Finding("Java", true, version, ok ? "" : "Install a JDK 25 and set JAVA_HOME to it.");
    }

    private static Finding dataFolder(Path data) {
        try {
            Files.createDirectories(data);
            Path probe = Files.createTempFile(data, "doctor", ".tmp");
            Files.delete(probe);
            long free = Files.getFileStore(data).getUsableSpace();
            String fix = free < LITTLE_SPACE ? "Free some space: sales stop when the disk is full." : "";
            return new Finding("Data folder", true, data + ", " + free / 1_000_000 + " MB free", fix);
        } catch (IOException e) {
            return new Finding(
                    "Data folder", true, "cannot be written (" + e.getMessage() + ")", "Choose another with --data.");
        }
    }

    private static Finding display() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean there = !linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return new Finding(
                "Display",
                false,
                there ? "there" : "none",
                there ? "" : "The storefront needs one; the demo runs headless and every command works without.");
    }

    private static Finding socat() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean there = onPath("socat");
        return new Finding(
                "socat (serial lines for demo and tests)",
                false,
                there ? "there" : "not installed",
                there || !linux ? "" : "apt-get install socat; without it the demo's terminal is on TCP.");
    }

    /** Whether a program of this name is on the PATH. */
    static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(java.io.File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static Finding serialPorts() {
        try {
            String ports = SerialPorts.list().stream()
                    .map(p -> p.path() + " (" + p.description() + ")")
                    .collect(Collectors.joining(", "));
            return new Finding("Serial ports", false, ports.isEmpty() ? "none found" : ports, "");
        } catch (LinkException e) {
            return new Finding("Serial ports", false, "cannot be listed", String.valueOf(e.getMessage()));
        }
    }

    private static List<Finding> drivers(Path data) {
        FoundDrivers found = Wiring.drivers(data);
        String names = found.drivers().stream().map(TerminalDriver::displayName).collect(Collectors.joining(", "));
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                "Terminal drivers", true, names, names.isEmpty() ? "Reinstall Keentill: no driver was found." : ""));
        found.leftOut()
                .forEach(out -> findings.add(new Finding("Driver " + out.what(), false, "left out", out.why() + ".")));
        return findings;
    }
}
