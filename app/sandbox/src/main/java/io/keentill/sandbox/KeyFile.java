package io.keentill.sandbox;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** The ready key, kept in a file that only its owner can read, so that a restart hands out the same one. */
final class KeyFile {
    private static final String NAME = "sandbox.key";

    private KeyFile() {}

    /** The key kept in {@code directory}; {@code fresh} makes it the first time. */
    static String readOrMake(Path directory, Supplier<String> fresh) throws IOException {
        Path file = directory.resolve(NAME);
        if (Files.exists(file)) {
            String kept = Files.readString(file).strip();
            if (!kept.isEmpty()) {
                return kept;
            }
        }
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly());
        String key = fresh.get();
        Files.writeString(file, key + "\n");
        return key;
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
