package io.keentill.launcher.drivers;

import io.keentill.device.terminal.TerminalDriver;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A jar with drivers, in a module layer of its own above the till's.
 *
 * @param packages of its module
 * @param drivers that it provides, at least one
 */
record DriverJar(Set<String> packages, List<TerminalDriver> drivers) {

    /** What a driver may read. Bytes go through Link; whatever else a driver wants to reach is not for it. */
    private static final Set<String> MAY_READ =
            Set.of("java.base", "java.logging", "java.xml", "io.keentill.device", "io.keentill.domain", "org.jspecify");

    /** Opens {@code jar}. */
    static DriverJar open(Path jar, ModuleLayer till, Set<String> taken) throws UnusableDriver {
        refuseForeignWriters(jar);
        ModuleFinder finder = ModuleFinder.of(jar);
        ModuleDescriptor module = module(finder);
        refuseStrangeWishes(module);
        refuseTaken(module, till, taken);
        ModuleLayer layer = layer(finder, module, till);
        List<TerminalDriver> drivers =
                DriverCheck.guarded(() -> java.util.ServiceLoader.load(layer, TerminalDriver.class).stream()
                        .filter(provider ->
                                layer.equals(provider.type().getModule().getLayer()))
                        .map(java.util.ServiceLoader.Provider::get)
                        .toList());
        return new DriverJar(module.packages(), drivers);
    }

    private static void refuseForeignWriters(Path jar) throws UnusableDriver {
        try {
            if (Files.getFileStore(jar).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(jar).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new UnusableDriver(
                        "Every user of this computer may change it. Make it writable for the till's user"
                                + " alone, if you know where it comes from");
            }
        } catch (IOException e) {
            throw new UnusableDriver("It cannot be read: " + e.getMessage(), e);
        }
    }

    private static ModuleDescriptor module(ModuleFinder finder) throws UnusableDriver {
        Set<ModuleReference> found;
        try {
            found = finder.findAll();
        } catch (FindException e) {
            throw new UnusableDriver("It is no driver: the file is damaged or no module (" + e.getMessage() + ")", e);
        }
        if (found.size() != 1) {
            throw new UnusableDriver("It is no driver: there is no module in it");
        }
        ModuleDescriptor module = found.iterator().next().descriptor();
        boolean provides = module.provides().stream()
                .anyMatch(service -> service.service().equals(TerminalDriver.class.getName()));
        if (module.isAutomatic() || !provides) {
            throw new UnusableDriver(
                    "It is no driver: a driver has a module-info that provides " + TerminalDriver.class.getName());
        }
        return module;
    }

    private static void refuseStrangeWishes(ModuleDescriptor module) throws UnusableDriver {
        Set<String> strange = new TreeSet<>();
        module.requires().stream()
                .filter(wish -> !wish.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name)
                .filter(name -> !MAY_READ.contains(name))
                .forEach(strange::add);
        if (!strange.isEmpty()) {
            throw new UnusableDriver("It wants " + String.join(", ", strange)
                    + ", which no driver needs: a driver reaches its terminal through Link alone. Ask its maker");
        }
    }

    private static void refuseTaken(ModuleDescriptor module, ModuleLayer till, Set<String> taken)
            throws UnusableDriver {
        if (till.findModule(module.name()).isPresent()) {
            throw new UnusableDriver("It calls itself " + module.name() + ", like a part of the till");
        }
        Set<String> clashes = new TreeSet<>(module.packages());
        clashes.retainAll(taken);
        if (!clashes.isEmpty()) {
            throw new UnusableDriver(
                    "Its package " + clashes.iterator().next() + " is taken by the till or by another driver");
        }
    }

    private static ModuleLayer layer(ModuleFinder finder, ModuleDescriptor module, ModuleLayer till)
            throws UnusableDriver {
        try {
            Configuration configuration =
                    till.configuration().resolve(finder, ModuleFinder.of(), Set.of(module.name()));
            return till.defineModulesWithOneLoader(configuration, DriverJar.class.getClassLoader());
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            throw new UnusableDriver("It needs what is not here (" + e.getMessage() + "). Ask its maker", e);
        }
    }
}
