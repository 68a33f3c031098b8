package io.keentill.engine.setup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Secrets of a till in owner-only files beside its database, never in it. */
public final class Secrets {

    /** The RevKeen API key. */
    public static final String REVKEEN_KEY = "revkeen.key";

    /** The token of a connector that was linked with a code. */
    public static final String CONNECTOR_TOKEN = "connector.token";

    private final Path folder;

    /** Secrets of the till in this data folder. */
    public Secrets(Path dataFolder) {
        this.folder = dataFolder.resolve("secrets");
    }

    /** The secret of this name. */
    public Optional<String> get(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** Stores a secret in place of an earlier one; nobody ever sees half of it. */
    public void put(String name, String value) throws IOException {
        Files.createDirectories(folder);
        ownerOnly(folder, "rwx------");
        Path fresh = Files.createTempFile(folder, name, ".new");
        ownerOnly(fresh, "rw-------");
        writeDurably(fresh, value);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** On the disk before it has its name: after a cut of the power there is no empty secret of that name. */
    private static void writeDurably(Path file, String value) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** Forgets the secret of this name, if there is one. */
    public void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        // Windows has no such bits; the user's profile folder is private there.
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
