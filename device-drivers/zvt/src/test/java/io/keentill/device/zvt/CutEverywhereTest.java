package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.zvt.emulator.CommitPolicy;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.CutLink;
import io.keentill.device.zvt.kit.Recorder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The link fails at every byte of a sale; whatever the till concludes must be what the acquirer booked. */
@Timeout(120)
class CutEverywhereTest {

    private static final int PLENTY = 1_000_000;
    private static final long BEFORE = 111;
    private static final long SALE = 1000;

    private record Case(
            boolean serial, boolean forget, CommitPolicy policy, CutLink.Mode mode, boolean outwards, int bytes) {}

    @Test
    void tcpBreaks() throws Exception {
        runAll(false, CutLink.Mode.BREAK, 1);
    }

    @Test
    void tcpSwallows() throws Exception {
        runAll(false, CutLink.Mode.SWALLOW, 3);
    }

    @Test
    void serialBreaks() throws Exception {
        runAll(true, CutLink.Mode.BREAK, 3);
    }

    @Test
    void serialSwallows() throws Exception {
        runAll(true, CutLink.Mode.SWALLOW, 5);
    }

    private static void runAll(boolean serial, CutLink.Mode mode, int step) throws Exception {
        int[] total = measure(serial);
        List<Callable<Boolean>> cases = new ArrayList<>();
        for (CommitPolicy policy : CommitPolicy.values()) {
            for (int i = 0; i <= total[0]; i++) {
                cases.add(one(new Case(serial, i % 2 == 0, policy, mode, true, i)));
            }
            for (int i = 0; i <= total[1]; i += step) {
                cases.add(one(new Case(serial, i % 2 == 0, policy, mode, false, i)));
            }
        }
        AtomicInteger cuts = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(32)) {
            for (Future<Boolean> result : pool.invokeAll(cases, 110, TimeUnit.SECONDS)) {
                if (result.get()) {
                    cuts.incrementAndGet();
                }
            }
        }
        assertThat(cuts.get()).as("cases in which the link really failed").isGreaterThan(cases.size() * 8 / 10);
    }

    /** How many bytes go out and come in during an undisturbed sale. */
    private static int[] measure(boolean serial) throws IOException {
        AtomicInteger out = new AtomicInteger();
        AtomicInteger in = new AtomicInteger();
        try (Bench bench = open(serial, false)) {
            bench.paid(BEFORE);
            bench.restartTill();
            bench.wrap = link -> new CountingLink(link, out, in);
            bench.pay(SALE, new Recorder());
        }
        return new int[] {out.get(), in.get()};
    }

    private static Bench open(boolean serial, boolean forget) throws IOException {
        var settings = forget ? Bench.hasty().forgettingReversed() : Bench.hasty();
        return serial ? Bench.serial(settings) : Bench.tcp(settings);
    }

    private static Callable<Boolean> one(Case it) {
        return () -> {
            try (Bench bench = open(it.serial, it.forget)) {
                bench.paid(BEFORE);
                bench.restartTillInAHurry();
                bench.emulator.policy(it.policy);
                AtomicReference<CutLink> cut = new AtomicReference<>();
                bench.wrap = link -> {
                    CutLink faulty = new CutLink(
                            link, it.mode, it.outwards ? it.bytes : PLENTY, it.outwards ? PLENTY : it.bytes);
                    return cut.compareAndSet(null, faulty) ? faulty : link;
                };
                Recorder monitor = new Recorder();
                Outcome outcome = bench.pay(SALE, monitor);
                check(it, bench, monitor, outcome);
                return cut.get() != null && cut.get().wasCut();
            }
        };
    }

    private static void check(Case it, Bench bench, Recorder monitor, Outcome outcome) {
        String verdict = outcome.toString();
        boolean paid = outcome instanceof Outcome.Approved;
        if (outcome instanceof Outcome.Unknown) {
            bench.restartTillPatiently();
            QueryAnswer answer = bench.query(Bench.sale(SALE), monitor);
            verdict += " -> " + answer;
            paid = answer instanceof QueryAnswer.Found(Outcome.Approved _);
            assertThat(answer instanceof QueryAnswer.Found || answer instanceof QueryAnswer.NotFound)
                    .as("%s resolved: %s", it, verdict)
                    .isTrue();
        }
        assertThat(bench.charged() - BEFORE).as("%s: %s", it, verdict).isEqualTo(paid ? SALE : 0);
    }
}
