package io.keentill.engine.install;

import java.nio.file.Path;

/**
 * What an installer's work needs of the machine.
 *
 * @param data folder of the till
 * @param surroundings its plugs and networks
 */
public record InstallParts(Path data, Surroundings surroundings) {}
