package io.keentill.launcher.terminals;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.launcher.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Tries to connect to the families' ports on each host, and hangs up at once: a terminal notices nothing.
 *
 * @param families what to look for
 * @param within how long one connection may take
 */
record NetworkSearch(List<FamilyPorts> families, Duration within) {

    private static final int SIDE_BY_SIDE = 128;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /**
     * Something that listens.
     *
     * @param address as a terminal of that family is written
     * @param why for people; that it listens there does not prove that it is one
     */
    record Candidate(String address, String why) {}

    List<Candidate> run(List<String> hosts) throws InterruptedException {
        LinkOpener links = Wiring.links(SecretStore.inMemory());
        List<Candidate> wanted = new ArrayList<>();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (String host : hosts) {
            for (FamilyPorts family : families) {
                String where = host + ":" + family.port();
                wanted.add(new Candidate(family.family() + ":" + family.link() + ":" + where, family.words()));
                tries.add(() -> listens(links, where));
            }
        }
        List<Candidate> found = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                SIDE_BY_SIDE, Thread.ofVirtual().name("find-", 0).factory())) {
            List<Future<Boolean>> answers = pool.invokeAll(tries, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < answers.size(); i++) {
                if (yes(answers.get(i))) {
                    found.add(wanted.get(i));
                }
            }
        }
        return found;
    }

    private boolean listens(LinkOpener links, String where) {
        try {
            links.open(new LinkAddress("tcp", where, Map.of()), within).close();
            return true;
        } catch (LinkException nobodyThere) {
            return false;
        }
    }

    private static boolean yes(Future<Boolean> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException outOfTime) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A search failed", e.getCause());
        }
    }
}
