package io.keentill.launcher.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One till with its own data and its own terminal, which outlives every kill.
 *
 * @param name the terminal's family and how it is wired
 * @param data the till's folder
 * @param address the terminal
 * @param pairing what the terminal wants to be told, {@code name=value}; a secret value is read from a file
 * @param charged what the terminal charged and did not undo, oldest first, minor units
 * @param mood changes how the terminal behaves for the next run, by chance
 * @param notes what the till said
 */
record Lane(
        String name,
        Path data,
        String address,
        List<String> pairing,
        Supplier<List<Long>> charged,
        Consumer<Random> mood,
        Notebook notes) {

    /** Where the till's own error output goes. */
    Path log() {
        return data.resolveSibling(name + ".log");
    }

    /** Sets the till up at this RevKeen. */
    void setUp(TillImage image, String api, String key) throws Exception {
        image.run(
                log(),
                "init",
                "--data",
                data.toString(),
                "--api",
                api,
                "--key",
                key,
                "--terminal",
                address,
                "--name",
                name,
                "--manager-pin",
                "4321");
        if (!pairing.isEmpty()) {
            List<String> command =
                    new java.util.ArrayList<>(List.of("terminals", "pair", address, "--data", data.toString()));
            for (String answer : pairing) {
                command.add("--answer");
                command.add(answer);
            }
            image.run(log(), command.toArray(String[]::new));
        }
    }

    /** An answer whose value is not for the command line. */
    static String secret(Path folder, String name, String value) throws java.io.IOException {
        return name + "=@" + Files.writeString(folder.resolve(name + ".secret"), value + "\n");
    }
}
