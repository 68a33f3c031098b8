package io.keentill.launcher;

import io.keentill.device.link.LinkException;
import io.keentill.device.links.SerialPorts;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.install.Finding;
import io.keentill.launcher.drivers.FoundDrivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is missing on this machine and how to get it. */
public final class MachineCheck {

    private static final Sentence NOTHING = Sentence.quoted("");

    private static final long LITTLE_SPACE = 200_000_000;

    private MachineCheck() {}

    /** Everything that can be said without opening the till in this data folder. */
    public static List<Finding> of(Path data) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(dataFolder(data));
        findings.add(display());
        findings.add(socat());
        findings.add(serialPorts());
        findings.addAll(drivers(data));
        return findings;
    }

    private static Finding java() {
        String version = System.getProperty("java.vm.version", "") + " " + System.getProperty("java.vendor", "");
        boolean ok = Runtime.version().feature() >= 25;
        return new Finding(
                Sentence.quoted("Java"),
                true,
                Sentence.quoted(version),
                ok ? NOTHING : Sentence.of("check.install-a-jdk", "Install a JDK 25 and set JAVA_HOME to it."));
    }

    private static Finding dataFolder(Path data) {
        try {
            Files.createDirectories(data);
            Path probe = Files.createTempFile(data, "doctor", ".tmp");
            Files.delete(probe);
            long free = Files.getFileStore(data).getUsableSpace();
            Sentence fix = free < LITTLE_SPACE
                    ? Sentence.of("check.free-some-space", "Free some space: sales stop when the disk is full.")
                    : NOTHING;
            return new Finding(
                    Sentence.of("check.data-folder", "Data folder"),
                    true,
                    Sentence.of("check.mb-free", "{0}, {1} MB free", data, free / 1_000_000),
                    fix);
        } catch (IOException e) {
            return new Finding(
                    Sentence.of("check.data-folder", "Data folder"),
                    true,
                    Sentence.of("check.cannot-be-written", "cannot be written ({0})", e.getMessage()),
                    Sentence.of("check.choose-another", "Choose another with --data."));
        }
    }

    private static Finding display() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean there = !linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return new Finding(
                Sentence.of("check.display", "Display"),
                false,
                there ? Sentence.of("check.there", "there") : Sentence.of("check.none", "none"),
                there
                        ? NOTHING
                        : Sentence.of(
                                "check.needs-a-display",
                                "The storefront needs one; the demo runs headless and every command works"
                                        + " without."));
    }

    private static Finding socat() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean there = onPath("socat");
        return new Finding(
                Sentence.of("check.socat", "socat (serial lines for demo and tests)"),
                false,
                there ? Sentence.of("check.there", "there") : Sentence.of("check.not-installed", "not installed"),
                there || !linux
                        ? NOTHING
                        : Sentence.of(
                                "check.install-socat",
                                "apt-get install socat; without it the demo's terminal is on TCP."));
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
            return new Finding(
                    Sentence.of("check.serial-ports", "Serial ports"),
                    false,
                    ports.isEmpty() ? Sentence.of("check.none-found", "none found") : Sentence.quoted(ports),
                    NOTHING);
        } catch (LinkException e) {
            return new Finding(
                    Sentence.of("check.serial-ports", "Serial ports"),
                    false,
                    Sentence.of("check.cannot-be-listed", "cannot be listed"),
                    e.said());
        }
    }

    private static List<Finding> drivers(Path data) {
        FoundDrivers found = Wiring.drivers(data);
        String names = found.drivers().stream().map(TerminalDriver::displayName).collect(Collectors.joining(", "));
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                Sentence.of("check.terminal-drivers", "Terminal drivers"),
                true,
                Sentence.quoted(names),
                names.isEmpty()
                        ? Sentence.of("check.reinstall", "Reinstall Keentill: no driver was found.")
                        : NOTHING));
        found.leftOut()
                .forEach(out -> findings.add(new Finding(
                        Sentence.of("check.driver", "Driver {0}", out.what()),
                        false,
                        Sentence.of("check.left-out", "left out"),
                        Sentence.of("text.stop", "{0}.", out.why()))));
        return findings;
    }
}
