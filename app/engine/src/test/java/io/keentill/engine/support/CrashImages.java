package io.keentill.engine.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies of a till's folder as it lay on the disk at moments of a sale, each with the bank's book of that moment. */
public final class CrashImages {

    /** One moment at which the till died. */
    public record Image(int number, String where, Path folder, Acquirer acquirer) {

        /** The same moment in a folder of its own. */
        public Image copy(String name) {
            Path other = folder.resolveSibling(folder.getFileName() + "-" + name);
            copyFiles(folder, other);
            return new Image(number, where, other, acquirer);
        }

        @Override
        public String toString() {
            return "crash " + number + " (" + where + ")";
        }
    }

    private final Path from;
    private final Path to;
    private final Acquirer acquirer;
    private final List<Image> images = new ArrayList<>();

    /** Copies {@code from} into folders below {@code to}. */
    public CrashImages(Path from, Path to, Acquirer acquirer) {
        this.from = from;
        this.to = to;
        this.acquirer = acquirer;
    }

    /** Copies what is on the disk now; a write under way is not committed in the copy. */
    public synchronized void take(String where) {
        Path folder = to.resolve(Integer.toString(images.size()));
        copyFiles(from, folder);
        images.add(new Image(images.size(), where, folder, acquirer.copy()));
    }

    public synchronized List<Image> all() {
        return List.copyOf(images);
    }

    private static void copyFiles(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : List.of("keentill.db", "keentill.db-wal")) {
                if (Files.exists(from.resolve(name))) {
                    Files.copy(from.resolve(name), to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
