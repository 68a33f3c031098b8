package io.keentill.engine.install;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.install.Candidate.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries to connect to the usual ports on each host, and hangs up at once: a device notices nothing.
 *
 * @param links opens tcp links
 * @param within how long one connection may take
 */
public record NetworkSearch(LinkOpener links, Duration within) {

    private static final int SIDE_BY_SIDE = 128;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /**
     * What to look for.
     *
     * @param address of a device of this kind up to its host: {@code zvt:tcp:}
     * @param port TCP port
     * @param family for people
     */
    public record Target(String address, int port, String family) {}

    /** Tells {@code watch} what listens; returns when all was tried, the watch stopped it, or a minute is over. */
    public void run(List<String> hosts, List<Target> targets, SearchWatch watch) throws InterruptedException {
        List<Callable<Void>> tries = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        int all = hosts.size() * targets.size();
        for (String host : hosts) {
            for (Target target : targets) {
                tries.add(() -> {
                    look(host, target, watch);
                    watch.progress(done.incrementAndGet(), all);
                    return null;
                });
            }
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(
                SIDE_BY_SIDE, Thread.ofVirtual().name("find-", 0).factory())) {
            for (Future<Void> answer : pool.invokeAll(tries, LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                requireSound(answer);
            }
        }
    }

    private static void requireSound(Future<Void> answer) throws InterruptedException {
        // One that was cut off by the time limit found nothing; any other end that is none is a bug.
        if (!answer.isCancelled()) {
            try {
                answer.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A search failed", e.getCause());
            }
        }
    }

    private void look(String host, Target target, SearchWatch watch) {
        String where = host + ":" + target.port();
        if (!watch.cancelled() && listens(where)) {
            watch.found(
                    new Candidate(target.address() + where, target.family(), Place.NETWORK, Sentence.quoted(where)));
        }
    }

    private boolean listens(String where) {
        try {
            links.open(new LinkAddress("tcp", where, Map.of()), within).close();
            return true;
        } catch (LinkException nobodyThere) {
            return false;
        }
    }
}
