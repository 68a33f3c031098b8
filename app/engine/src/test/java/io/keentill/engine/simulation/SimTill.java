package io.keentill.engine.simulation;

import io.keentill.engine.setup.Secrets;
import io.keentill.engine.simulation.Fault.Site;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A till as a machine on the counter: its disk, its clock, its terminal, and the one life after the other that runs on it. */
final class SimTill {

    private static final Duration LONGEST_START = Duration.ofHours(1);
    private static final Duration RESTART = Duration.ofSeconds(7);

    private final Day world;
    private final int number;
    private final Path home;
    private final Secrets secrets;
    private final SimTerminal terminal;
    private final RandomGenerator random;
    private final Shown shown = new Shown();
    private final Clock clock = new TillClock();
    private final BackWitness witness;
    private final Set<String> settled = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private Duration clockIsOff = Duration.ZERO;
    private Duration offlineUntil = Duration.ZERO;
    private final List<Site> sites = new ArrayList<>();
    private int ordersAtStart;
    private int refundsBegun;
    private long backFrom;
    private int decisions;
    private long steps;
    private int lives;
    private int crashes;
    private @Nullable Life life;
    private Path image;
    private boolean wanted;

    SimTill(Day world, int number, Path home, Secrets secrets, SimTerminal terminal) {
        this.world = world;
        this.witness = new BackWitness(world.revKeen());
        this.number = number;
        this.home = home;
        this.secrets = secrets;
        this.terminal = terminal;
        this.random = new SplittableRandom(Seeds.mix(world.seed(), number, 77));
        this.image = home.resolve("0");
    }

    private final class TillClock extends Clock {
        @Override
        public Instant instant() {
            return world.time().instant().plus(clockIsOff);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("A simulated till has one zone");
        }
    }

    Day world() {
        return world;
    }

    int number() {
        return number;
    }

    String name() {
        return "till " + number;
    }

    Clock clock() {
        return clock;
    }

    RandomGenerator random() {
        return random;
    }

    Secrets secrets() {
        return secrets;
    }

    SimTerminal terminal() {
        return terminal;
    }

    BackWitness witness() {
        return witness;
    }

    Shown shown() {
        return shown;
    }

    long steps() {
        return steps;
    }

    /** References of card payments that were found booked and at the bank. */
    Set<String> settled() {
        return settled;
    }

    /** Keeps how many orders it has now, and answers how many it had when it was started before. */
    int ordersAtStart(int now) {
        int before = ordersAtStart;
        ordersAtStart = now;
        return before;
    }

    /** The clerk is about to begin one. */
    void refundBegins() {
        refundsBegun++;
        goesBackFrom();
    }

    /** The clerk is about to give money back, on a refund or without a receipt. */
    void goesBackFrom() {
        backFrom = backFrom == 0 ? steps + 1 : backFrom;
    }

    /** Its first step after money was first to go back; 0 if none ever was. */
    long backFrom() {
        return backFrom;
    }

    /** A manager decided about a payment. */
    void decided() {
        decisions++;
    }

    /** How many payments a manager decided about. */
    int decisions() {
        return decisions;
    }

    /** At most how many refunds were begun since this was asked before. */
    int refundsSince() {
        int since = refundsBegun;
        refundsBegun = 0;
        return since;
    }

    /** What it did at each step. */
    List<Site> sites() {
        return sites;
    }

    int crashes() {
        return crashes;
    }

    boolean online() {
        return world.time().elapsed().compareTo(offlineUntil) >= 0;
    }

    Fault step(Site site) {
        steps++;
        sites.add(site);
        return world.faults().at(number, steps, site);
    }

    /** Something happens beside the sales. */
    void between(Fault fault) {
        switch (fault.kind()) {
            case CLOCK_JUMP -> clockIsOff = clockIsOff.plusSeconds(fault.size());
            case OFFLINE -> cutOff(Duration.ofSeconds(fault.size()));
            case REBOOT -> terminal.reboot(Duration.ofSeconds(fault.size()), fault.size() % 2 == 0);
            default -> {
                // nothing
            }
        }
    }

    /** The network is gone. */
    void cutOff(Duration howLong) {
        offlineUntil = world.time().elapsed().plus(howLong);
        Life running = life;
        if (running != null) {
            running.line().drop();
        }
    }

    /** Everything works again; the clock stays where it is. */
    void heal() {
        offlineUntil = Duration.ZERO;
    }

    /** Switches the till on. */
    void start() {
        wanted = true;
        try {
            life = new Life(this, image);
        } catch (Crash e) {
            return; // it died while it started, and is started again
        }
        world.audit().afterStart(this);
    }

    /** The till's program, once it runs; waits while it starts. */
    Life await() {
        for (Duration waited = Duration.ZERO; life == null; waited = waited.plusSeconds(1)) {
            if (waited.compareTo(LONGEST_START) > 0) {
                throw new IllegalStateException(name() + " does not come back");
            }
            world.time().sleep(Duration.ofSeconds(1));
        }
        return life;
    }

    /** Whether its program runs at this moment. */
    boolean isOn() {
        return life != null && !life.dead();
    }

    /** Ends the program in good order. */
    void stop() {
        Life running = await(); // one that died a moment ago comes back first
        wanted = false;
        running.close();
        life = null;
        image = running.folder();
    }

    /** A life ended; the next one begins a few seconds later on what it left on the disk. */
    void died(Life ended, Disk.@Nullable Moment torn, long cut) {
        crashes++;
        life = null;
        Path next = home.resolve(Integer.toString(++lives));
        Disk.Moment left = world.mutant().left(ended);
        if (left != null) {
            Disk.write(left, next);
        } else if (torn == null) {
            Disk.image(ended.folder(), next);
        } else {
            Disk.torn(torn, Disk.moment(ended.folder()), cut, next);
        }
        image = next;
        world.tape().add(name(), torn == null ? "DIES" : "LOSES POWER WHILE WRITING");
        world.time().start("power-" + number, () -> {
            ended.bury();
            world.time().sleep(RESTART);
            if (wanted) {
                start();
            }
        });
    }

    /** RevKeen refused something for good. */
    void refused(String path, byte[] body) {
        refused.add(mark(path, body));
    }

    /** Whether just this was refused, or more was to go back than RevKeen's own rules allow. */
    boolean wasRefused(OutboxRow row) {
        byte[] body = row.body() == null ? new byte[0] : row.body();
        return row.path() != null
                && (refused.contains(mark("/v2" + row.path(), body))
                        || world.revKeen().credits().wasTooMuch(row.ref())
                        || world.revKeen().devices().isBackAtGateway(row.path()));
    }

    private static String mark(String path, byte[] body) {
        return path + ' ' + Arrays.hashCode(body);
    }

    /** For a site between sales. */
    Fault between() {
        Life running = await();
        return running.step(Site.BETWEEN_SALES, "next customer");
    }
}
