package io.keentill.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commits that are shared, and what each job may see of the others. */
class DatabaseTest {
    @TempDir
    Path directory;

    Database database;
    ExecutorService threads;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("test.db"));
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    @Test
    void jobs_that_wait_together_commit_together_and_a_failing_one_undoes_only_itself() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Long> first = threads.submit(() -> database.transaction(tx -> {
            started.countDown();
            await(goOn);
            return tx.next("first");
        }));
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        List<Future<Long>> good = new ArrayList<>();
        List<Future<Long>> bad = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            good.add(threads.submit(() -> database.transaction(tx -> tx.next("good"))));
            bad.add(threads.submit(() -> database.transaction(tx -> {
                tx.next("bad");
                throw new IllegalArgumentException("on purpose");
            })));
        }
        goOn.countDown();
        assertThat(first.get()).isEqualTo(1);
        for (Future<Long> each : good) {
            each.get();
        }
        for (Future<Long> each : bad) {
            assertThatThrownBy(each::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(counter("good")).isEqualTo(20);
        assertThat(counter("bad")).isZero();
    }

    @Test
    void a_read_waits_for_nobody_and_sees_only_what_is_committed() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Long> writing = threads.submit(() -> database.transaction(tx -> {
            long value = tx.next("slow");
            written.countDown();
            await(goOn);
            return value;
        }));
        assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(counter("slow")).isZero();
        assertThat(writing.isDone()).isFalse();
        goOn.countDown();
        writing.get();
        assertThat(counter("slow")).isEqualTo(1);
    }

    @Test
    void a_job_that_loses_the_transaction_fails_all_that_shared_it_and_the_next_one_works() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Long> first = threads.submit(() -> database.transaction(tx -> {
            started.countDown();
            await(goOn);
            return 0L;
        }));
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        Future<Long> victim = threads.submit(() -> database.transaction(tx -> tx.next("victim")));
        // As SQLite does when the disk is full: the transaction is gone in the middle of a job.
        Future<Integer> breaker = threads.submit(() -> database.transaction(tx -> tx.update("ROLLBACK")));
        goOn.countDown();
        first.get();
        assertThatThrownBy(breaker::get).hasCauseInstanceOf(StorageException.class);
        try {
            assertThat(victim.get()).isEqualTo(1);
            assertThat(counter("victim")).isEqualTo(1);
        } catch (ExecutionException shared) {
            assertThat(shared).hasCauseInstanceOf(StorageException.class);
            assertThat(counter("victim")).isZero();
        }
        long after = database.transaction(tx -> tx.next("after"));
        assertThat(after).isEqualTo(1);
    }

    @Test
    void a_part_that_fails_leaves_the_rest_of_its_transaction() {
        AtomicBoolean told = new AtomicBoolean();
        database.transaction(tx -> {
            tx.next("kept");
            assertThatThrownBy(() -> tx.part(() -> {
                        tx.next("undone");
                        tx.afterCommit(() -> told.set(true));
                        throw new IllegalArgumentException("on purpose");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            return tx.part(() -> tx.next("kept"));
        });
        assertThat(counter("kept")).isEqualTo(2);
        assertThat(counter("undone")).isZero();
        assertThat(told).isFalse();
    }

    @Test
    void undo_takes_back_the_jobs_own_changes_and_lets_it_go_on() {
        database.transaction(tx -> {
            tx.next("undone");
            tx.undo();
            return tx.next("kept");
        });
        assertThat(counter("undone")).isZero();
        assertThat(counter("kept")).isEqualTo(1);
    }

    @Test
    void a_read_that_would_change_something_is_refused() {
        assertThatThrownBy(() -> database.read(tx -> tx.next("read")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tick");
        assertThatThrownBy(() -> database.transaction(outer -> database.transaction(inner -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Timeout(20)
    void what_comes_after_the_end_is_refused() {
        Database other = Database.open(directory.resolve("other.db"));
        other.close();
        assertThatThrownBy(() -> other.transaction(tx -> 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> other.read(tx -> tx.query(row -> 1, "SELECT value FROM counters")))
                .isInstanceOf(StorageException.class);
    }

    private long counter(String name) {
        return database.read(tx -> tx.first(row -> row.getLong(1), "SELECT value FROM counters WHERE name = ?", name)
                .orElse(0L));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
