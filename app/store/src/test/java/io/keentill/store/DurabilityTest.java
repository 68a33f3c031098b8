package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed keeps every sale it said was stored. */
class DurabilityTest {

    @TempDir
    private Path folder;

    @RepeatedTest(3)
    @Timeout(60)
    void whatWasCommittedSurvivesAKill() throws Exception {
        List<String> printed = new ArrayList<>();
        Process seller = Child.start(Seller.class, folder);
        try (BufferedReader lines = seller.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 40; i++) {
                printed.add(lines.readLine());
            }
            // Through its handle, because Process.destroyForcibly also closes what is still to be read.
            seller.toHandle().destroyForcibly();
            lines.lines().forEach(printed::add);
        } finally {
            seller.destroyForcibly();
            assertThat(seller.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        // The kill may have cut the last line short.
        printed.removeIf(line -> line != null && !line.matches("order-\\d{6}"));

        try (TillStore store = TillStore.open(folder, Samples.CLOCK)) {
            assertThat(printed).hasSizeGreaterThanOrEqualTo(40).doesNotContainNull();
            for (String id : printed) {
                assertThat(store.<Order>read(v -> v.order(id).orElseThrow())).isEqualTo(Samples.order(id));
            }
            long journalled =
                    store.<Long>read(v -> (long) v.journal(0, Integer.MAX_VALUE).size());
            long orders = store.<Long>read(v -> v.countOrders(OrderState.OPEN));
            assertThat(journalled).as("order and journal entry, both or none").isEqualTo(orders);
            assertThat(orders).isBetween((long) printed.size(), printed.size() + 2L);
            assertThat(JournalVerifier.verify(store)).isInstanceOf(JournalVerdict.Intact.class);
            assertThat(store.<Long>write(Tx::nextReceiptNumber)).isEqualTo(orders + 1);
        }
    }

    /** Sells without end and prints each order once it is stored. */
    static final class Seller {

        private Seller() {}

        public static void main(String[] args) throws StoreException {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try (TillStore store = TillStore.open(Path.of(args[0]), Samples.CLOCK)) {
                for (int i = 0; i < 100_000; i++) {
                    String id = "order-%06d".formatted(i);
                    store.write(tx -> {
                        tx.saveOrder(Samples.order(id));
                        tx.nextReceiptNumber();
                        return tx.appendJournal("sale", "ann", id, "{}");
                    });
                    out.println(id);
                }
            }
        }
    }
}
