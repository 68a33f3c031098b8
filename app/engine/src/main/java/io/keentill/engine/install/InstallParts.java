package io.keentill.engine.install;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an installer's work needs of the machine.
 *
 * @param data folder of the till
 * @param surroundings its plugs and networks
 * @param machine looks at the machine itself: Java, disk, display, drivers
 */
public record InstallParts(Path data, Surroundings surroundings, Supplier<List<Finding>> machine) {}
