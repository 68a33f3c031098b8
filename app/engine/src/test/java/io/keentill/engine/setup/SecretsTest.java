package io.keentill.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretIsKeptAndReplaced() throws Exception {
        Secrets secrets = new Secrets(folder);
        assertThat(secrets.get(Secrets.REVKEEN_KEY)).isEmpty();
        secrets.put(Secrets.REVKEEN_KEY, "rk_sandbox_one");
        secrets.put(Secrets.REVKEEN_KEY, "rk_sandbox_two");
        assertThat(new Secrets(folder).get(Secrets.REVKEEN_KEY)).contains("rk_sandbox_two");
        try (Stream<Path> files = Files.list(folder.resolve("secrets"))) {
            assertThat(files).as("no half-written copies stay").hasSize(1);
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions on this system");
        new Secrets(folder).put(Secrets.REVKEEN_KEY, "rk_sandbox_one");
        Path inside = folder.resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inside.resolve(Secrets.REVKEEN_KEY))))
                .isEqualTo("rw-------");
    }
}
