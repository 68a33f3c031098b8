package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.SickDisk;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.StoreException;
import io.keentill.store.Tx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writes side by side, on a real store. */
@Timeout(300)
class SharedCommitsTest {

    private final TestClock clock = TestClock.still();
    private TestTill till;
    private SharedCommits commits;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, clock, new FakeTerminal());
        commits = new SharedCommits(till.store());
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void whatIsWrittenIsThereWhenItsCallerReturns() throws Exception {
        commits.write(tx -> tx.putSetting("a", "1"));
        assertThat(setting("a")).isEqualTo("1");
        commits.write(tx -> tx.putSetting("a", "2"));
        assertThat(setting("a")).isEqualTo("2");
    }

    @Test
    void whatComesWhileAnotherIsUnderWayGoesInOneCommit() throws Exception {
        Set<Tx> used = ConcurrentHashMap.newKeySet();
        List<Thread> others = whileOneIsUnderWay(20, i -> tx -> {
            used.add(tx);
            tx.putSetting("s" + i, "there");
        });
        joined(others);
        assertThat(used).as("one transaction for all").hasSize(1);
        for (int i = 0; i < 20; i++) {
            assertThat(setting("s" + i)).isEqualTo("there");
        }
    }

    @Test
    void noCommitCarriesMoreThanSixtyFour() throws Exception {
        ConcurrentHashMap<Tx, AtomicInteger> used = new ConcurrentHashMap<>();
        List<Thread> others = whileOneIsUnderWay(
                65,
                i -> tx -> used.computeIfAbsent(tx, any -> new AtomicInteger()).incrementAndGet());
        joined(others);
        assertThat(used.values()).extracting(AtomicInteger::get).containsExactlyInAnyOrder(64, 1);
    }

    @Test
    void oneThatBreaksBreaksAloneAndLeavesNoTrace() throws Exception {
        ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        List<Thread> others = whileOneIsUnderWay(
                5,
                i -> tx -> {
                    tx.putSetting("s" + i, "there");
                    if (i == 2) {
                        throw new IllegalStateException("number two");
                    }
                },
                thrown);
        joined(others);
        assertThat(thrown)
                .singleElement()
                .satisfies(e ->
                        assertThat(e).isInstanceOf(IllegalStateException.class).hasMessage("number two"));
        for (int i = 0; i < 5; i++) {
            assertThat(isThere("s" + i)).isEqualTo(i != 2);
        }
    }

    @Test
    void aDiskThatIsFullIsToldToTheCallerAndTheNextWriteGoesOn() throws Exception {
        SickDisk.fillUp(clock);
        assertThatThrownBy(() -> commits.write(tx -> {
                    clock.instant();
                    tx.putSetting("a", "1");
                }))
                .isInstanceOf(StoreException.class);
        SickDisk.freeSpace(clock);
        assertThat(isThere("a")).isFalse();
        commits.write(tx -> tx.putSetting("a", "2"));
        assertThat(setting("a")).isEqualTo("2");
    }

    /** One write is held open; the others come meanwhile, and all of them wait in the queue before it goes on. */
    private List<Thread> whileOneIsUnderWay(int count, IntFunction<Consumer<Tx>> work) throws Exception {
        return whileOneIsUnderWay(count, work, new ConcurrentLinkedQueue<>());
    }

    private List<Thread> whileOneIsUnderWay(
            int count, IntFunction<Consumer<Tx>> work, ConcurrentLinkedQueue<Throwable> thrown) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        all.add(Thread.ofPlatform()
                .daemon()
                .start(() -> write(
                        tx -> {
                            begun.countDown();
                            await(go);
                        },
                        thrown)));
        begun.await();
        for (int i = 0; i < count; i++) {
            Consumer<Tx> mine = work.apply(i);
            Thread thread = Thread.ofPlatform().daemon().start(() -> write(mine, thrown));
            Eventually.until("it waits for its turn", () -> thread.getState() == Thread.State.WAITING);
            all.add(thread);
        }
        go.countDown();
        return all;
    }

    private void write(Consumer<Tx> work, ConcurrentLinkedQueue<Throwable> thrown) {
        try {
            commits.write(work);
        } catch (StoreException | RuntimeException e) {
            thrown.add(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void joined(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(20))).as("it came back").isTrue();
        }
    }

    private boolean isThere(String key) throws StoreException {
        return till.store().read(view -> view.setting(key)).isPresent();
    }

    private String setting(String key) throws StoreException {
        return till.store().read(view -> view.setting(key)).orElseThrow();
    }
}
