package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.OrderState;
import io.keentill.store.StoreException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that really have no room: a small one, and files that may not grow. */
class RealDiskFullTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void aSmallDiskThatRunsFullLosesNothingAndGoesOnOnceThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1500k", "none", disk.toString()), "may not mount a disk here");
        try {
            Path filler = Files.write(disk.resolve("filler"), new byte[400_000]);
            try (TillStore store = TillStore.open(disk.resolve("till"), Samples.CLOCK)) {
                assertThat(store.trouble()).isEmpty();
                int stored = sellUntilRefused(store, Kind.DISK_FULL);
                assertThat(store.trouble()).map(StoreException::kind).contains(Kind.DISK_FULL);
                assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN)))
                        .isEqualTo(stored);
                assertThat(JournalVerifier.verify(store)).isInstanceOf(JournalVerdict.Intact.class);

                // What was in the log may be in the data by now, and its room free again: it is taken.
                long free = Files.getFileStore(disk).getUsableSpace();
                Path more = Files.write(disk.resolve("more"), new byte[Math.toIntExact(Math.max(0, free - 50_000))]);
                Backups backups = new Backups(disk.resolve("backups"));
                StoreException none = org.assertj.core.api.Assertions.catchThrowableOfType(
                        StoreException.class, () -> backups.take(store));
                assertThat(none.kind()).isEqualTo(Kind.DISK_FULL);
                assertThat(backups.list()).isEmpty();

                Files.delete(filler);
                Files.delete(more);
                Samples.sell(store, "there is room again");
                assertThat(store.trouble()).isEmpty();
                assertThat(store.<Long>read(v -> v.countOrders(OrderState.OPEN)))
                        .isEqualTo(stored + 1L);
                assertThat(store.<Long>write(Tx::nextReceiptNumber))
                        .as("no number was used up")
                        .isEqualTo(stored + 2L);
            }
        } finally {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    @Test
    @Timeout(120)
    void filesThatMayNotGrowLoseNothing() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "has no shell");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 16000; exec \"$@\"", "limited"));
        command.addAll(Child.command(Limited.class, folder.resolve("till")));
        Process seller = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> printed;
        try (BufferedReader lines = seller.inputReader(StandardCharsets.UTF_8)) {
            printed = lines.lines().toList();
        }
        assertThat(seller.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.getLast()).matches("refused (DISK_FULL|BROKEN) true true");
        try (TillStore roomy = TillStore.open(folder.resolve("till"), Samples.CLOCK)) {
            assertThat(roomy.<Long>read(v -> v.countOrders(OrderState.OPEN))).isEqualTo(printed.size() - 1L);
            Samples.sell(roomy, "later");
            assertThat(JournalVerifier.verify(roomy)).isInstanceOf(JournalVerdict.Intact.class);
            assertThat(roomy.<Long>write(Tx::nextReceiptNumber)).isEqualTo(printed.size() + 1L);
        }
    }

    private static int sellUntilRefused(TillStore store, Kind kind) throws StoreException {
        for (int stored = 0; stored < 100_000; stored++) {
            try {
                Samples.sell(store, "order-" + stored);
            } catch (StoreException e) {
                assertThat(e.kind()).isEqualTo(kind);
                assertThat(e).hasMessageContaining("nothing was saved").hasMessageContaining("Free some space");
                return stored;
            }
        }
        throw new AssertionError("The disk never was full");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** A sale with so much to write that the limit, which has to leave room for the program's own files, is soon there. */
    private static void sellMuch(TillStore store, String id) throws StoreException {
        store.write(tx -> {
            tx.saveOrder(Samples.order(id));
            tx.nextReceiptNumber();
            return tx.appendJournal("sale", "ann", id, "{\"much\":\"" + "x".repeat(60_000) + "\"}");
        });
    }

    /** Sells until it is refused; then says how, whether it can still read, and whether all of it is there. */
    static final class Limited {

        private Limited() {}

        public static void main(String[] args) throws StoreException {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try (TillStore store = TillStore.open(Path.of(args[0]), Samples.CLOCK)) {
                int stored = 0;
                while (stored < 100_000) {
                    try {
                        sellMuch(store, "order-" + stored);
                    } catch (StoreException e) {
                        long orders = store.<Long>read(v -> v.countOrders(OrderState.OPEN));
                        boolean intact = JournalVerifier.verify(store) instanceof JournalVerdict.Intact;
                        out.println("refused " + e.kind() + " " + (orders == stored) + " " + intact);
                        return;
                    }
                    out.println("order-" + stored++);
                }
            }
        }
    }
}
