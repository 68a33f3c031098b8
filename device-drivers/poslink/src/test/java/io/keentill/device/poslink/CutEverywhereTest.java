package io.keentill.device.poslink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.poslink.kit.Bench;
import io.keentill.device.poslink.kit.Bench.Way;
import io.keentill.device.poslink.kit.CountingLink;
import io.keentill.device.poslink.kit.CutLink;
import io.keentill.device.poslink.kit.Recorder;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The link fails at every byte of a payment; whatever the till concludes must be what the host booked. */
@Timeout(240)
class CutEverywhereTest {

    private static final int PLENTY = 1_000_000;
    private static final long BEFORE = 111;
    private static final long SALE = 1000;

    private record Case(Way way, CutLink.Mode mode, boolean outwards, int bytes) {}

    @ParameterizedTest
    @CsvSource({
        "TCP, BREAK, 1",
        "HTTP, BREAK, 1",
        "SERIAL, BREAK, 1",
        "TCP, SWALLOW, 5",
        "HTTP, SWALLOW, 7",
        "SERIAL, SWALLOW, 5"
    })
    void theVerdictIsTheHosts(Way way, CutLink.Mode mode, int step) throws Exception {
        int[] total = measure(way);
        List<Callable<Boolean>> cases = new ArrayList<>();
        for (int i = 0; i <= total[0]; i += step) {
            cases.add(one(new Case(way, mode, true, i)));
        }
        for (int i = 0; i <= total[1]; i += step) {
            cases.add(one(new Case(way, mode, false, i)));
        }
        AtomicInteger cuts = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> result : pool.invokeAll(cases, 230, TimeUnit.SECONDS)) {
                cuts.addAndGet(result.get() ? 1 : 0);
            }
        }
        assertThat(cuts.get()).as("cases in which the link really failed").isGreaterThan(cases.size() * 8 / 10);
    }

    /** How many bytes go out and come in on the link that carries the payment. */
    private static int[] measure(Way way) throws IOException {
        List<int[]> links = new ArrayList<>();
        try (Bench bench = Bench.open(way)) {
            bench.pay(BEFORE, new Recorder());
            bench.restartTill();
            List<CountingLink> counted = new ArrayList<>();
            bench.wrap = link -> {
                CountingLink counting = new CountingLink(link, new AtomicInteger(), new AtomicInteger());
                counted.add(counting);
                return counting;
            };
            bench.pay(SALE, new Recorder());
            counted.forEach(
                    link -> links.add(new int[] {link.out().get(), link.in().get()}));
        }
        return links.getLast();
    }

    private static Callable<Boolean> one(Case it) {
        return () -> {
            try (Bench bench = Bench.open(it.way, Bench.insistent())) {
                assertThat(bench.pay(BEFORE, new Recorder()))
                        .as("%s before", it)
                        .isInstanceOf(Outcome.Approved.class);
                bench.restartTillInAHurry();
                Recorder monitor = new Recorder();
                AtomicReference<CutLink> cut = new AtomicReference<>();
                AtomicInteger opened = new AtomicInteger();
                // Over TCP and HTTP the first connection asks for the last transaction, the second pays.
                int paying = it.way == Way.SERIAL ? 1 : 2;
                bench.wrap = link -> {
                    if (opened.incrementAndGet() != paying) {
                        return link;
                    }
                    CutLink faulty = new CutLink(
                            link, it.mode, it.outwards ? it.bytes : PLENTY, it.outwards ? PLENTY : it.bytes);
                    cut.set(faulty);
                    return faulty;
                };
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
            // A terminal that still takes the payment leaves a question alone, which only shows in a wait.
            bench.restartTill("ack=1.5&report=5");
            QueryAnswer answer = bench.query(Bench.sale(SALE), monitor);
            verdict += " -> " + answer;
            paid = answer instanceof QueryAnswer.Found(Outcome.Approved _);
            assertThat(paid || answer instanceof QueryAnswer.NotFound)
                    .as("%s resolved: %s", it, verdict)
                    .isTrue();
        }
        assertThat(bench.charged() - BEFORE).as("%s: %s", it, verdict).isEqualTo(paid ? SALE : 0);
    }
}
