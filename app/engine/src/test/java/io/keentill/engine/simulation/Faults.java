package io.keentill.engine.simulation;

import io.keentill.engine.simulation.Fault.Kind;
import io.keentill.engine.simulation.Fault.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Says what goes wrong at each step, and remembers what did. */
abstract class Faults {

    private final List<Fault> happened = new ArrayList<>();
    private boolean over;

    /** What goes wrong at this step. */
    final Fault at(int till, long step, Site site) {
        Fault fault = over ? Fault.NONE : draw(till, step, site);
        if (fault.kind() != Kind.NONE) {
            happened.add(fault);
        }
        return fault;
    }

    abstract Fault draw(int till, long step, Site site);

    /** Nothing goes wrong any more: the evening has come. */
    final void end() {
        over = true;
    }

    /** In the sequence in which it happened. */
    final List<Fault> happened() {
        return List.copyOf(happened);
    }

    /** Nothing goes wrong. */
    static Faults none() {
        return listed(List.of());
    }

    /** Exactly these. */
    static Faults listed(List<Fault> faults) {
        return new Faults() {
            @Override
            Fault draw(int till, long step, Site site) {
                for (Fault fault : faults) {
                    if (fault.till() == till
                            && fault.step() == step
                            && site.possible().contains(fault.kind())) {
                        return fault;
                    }
                }
                return Fault.NONE;
            }
        };
    }

    /** As the seed says: {@code crashes} and {@code troubles} are how many of a thousand steps. */
    static Faults seeded(long seed, double crashes, double troubles) {
        return new Faults() {
            @Override
            Fault draw(int till, long step, Site site) {
                if (step == Fault.FROM_THE_START) {
                    return Fault.NONE;
                }
                long mixed = Seeds.mix(seed, till, step);
                double chance = (mixed >>> 11) * 0x1.0p-53 * 1000;
                if (chance < crashes) {
                    boolean torn = site == Site.COMMITTING && (mixed & 1) == 0;
                    return new Fault(till, step, torn ? Kind.TORN_CRASH : Kind.CRASH, (mixed >>> 2) & 0xffff);
                }
                int kinds = site.possible().size();
                if (chance < crashes + troubles && kinds > 1) {
                    SplittableRandom random = new SplittableRandom(mixed);
                    Kind kind = site.possible().get(1 + random.nextInt(kinds - 1));
                    if (kind != Kind.TORN_CRASH && !(rare(kind) && random.nextInt(8) != 0)) {
                        return new Fault(till, step, kind, size(kind, random));
                    }
                }
                return Fault.NONE;
            }
        };
    }

    /** What costs a simulated day or more to get over. */
    private static boolean rare(Kind kind) {
        return kind == Kind.SERVER_ERROR_AFTER || kind == Kind.REFUSED;
    }

    private static long size(Kind kind, SplittableRandom random) {
        return switch (kind) {
            case DISK_FULL -> random.nextLong(0, 12);
            case LATE -> random.nextLong(3, 90);
            case RATE_LIMITED -> random.nextLong(1, 61);
            case REBOOT -> random.nextLong(5, 90);
            case OFFLINE, CUT_OFF ->
                random.nextInt(4) == 0 ? random.nextLong(3600, 9 * 86_400) : random.nextLong(10, 1800);
            case CLOCK_JUMP ->
                switch (random.nextInt(6)) {
                    case 0 -> random.nextLong(-120, 120);
                    case 1 -> random.nextLong(-7200, 7200);
                    case 2 -> random.nextLong(-3 * 86_400, 0);
                    case 3 -> random.nextLong(0, 3 * 86_400);
                    case 4 -> -365L * 16 * 86_400; // a dead battery: it is 2010 again
                    default -> 365L * 3 * 86_400;
                };
            default -> random.nextLong(0, 1 << 16);
        };
    }
}
