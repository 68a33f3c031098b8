package io.keentill.launcher.drivers;

import io.keentill.device.terminal.TerminalDriver;
import io.keentill.launcher.drivers.FoundDrivers.LeftOut;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the terminal drivers: those that came with the till, and every jar in the data folder's {@code drivers}. Whatever is
 * wrong with a jar is said in words and leaves it out; nothing in the folder can keep the till from starting.
 */
public final class DriverFolder {

    /** Its name within the data folder. */
    public static final String NAME = "drivers";

    private static final System.Logger LOG = System.getLogger(DriverFolder.class.getName());

    private final List<TerminalDriver> drivers = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> families = new HashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final ModuleLayer till;

    private DriverFolder(ModuleLayer till) {
        this.till = till;
        till.modules().forEach(module -> packages.addAll(module.getPackages()));
        ModuleLayer.boot().modules().forEach(module -> packages.addAll(module.getPackages()));
    }

    /**
     * Finds them.
     *
     * @param builtIn drivers that came with the till
     * @param dataFolder the till's; its {@code drivers} need not exist
     * @param till the layer whose modules drivers are built against
     */
    public static FoundDrivers find(List<TerminalDriver> builtIn, Path dataFolder, ModuleLayer till) {
        DriverFolder folder = new DriverFolder(till);
        for (TerminalDriver driver : builtIn) {
            folder.accept(driver.getClass().getSimpleName(), driver);
        }
        folder.jars(dataFolder.resolve(NAME));
        folder.leftOut.forEach(
                out -> LOG.log(System.Logger.Level.WARNING, "Driver left out: {0}: {1}", out.what(), out.why()));
        return new FoundDrivers(folder.drivers, folder.leftOut);
    }

    private void jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException | DirectoryIteratorException e) {
            leftOut.add(new LeftOut(folder.toString(), "The folder cannot be read: " + e.getMessage()));
        }
        jars.sort(Path::compareTo);
        for (Path jar : jars) {
            String name = String.valueOf(jar.getFileName());
            try {
                DriverJar opened = DriverJar.open(jar, till, packages);
                packages.addAll(opened.packages());
                opened.drivers().forEach(driver -> accept(name, driver));
            } catch (UnusableDriver e) {
                leftOut.add(new LeftOut(name, String.valueOf(e.getMessage())));
            }
        }
    }

    private void accept(String what, TerminalDriver driver) {
        try {
            String family = DriverCheck.familyOf(driver);
            if (!families.add(family)) {
                throw new UnusableDriver("There is a driver for the family \"" + family
                        + "\" already. Remove one of them from the drivers folder");
            }
            drivers.add(driver);
        } catch (UnusableDriver e) {
            leftOut.add(new LeftOut(what, String.valueOf(e.getMessage())));
        }
    }
}
