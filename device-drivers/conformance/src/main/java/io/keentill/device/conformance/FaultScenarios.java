package io.keentill.device.conformance;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TerminalRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What goes wrong on the way, at every byte and with every message of a sale. */
final class FaultScenarios {

    private static final int[] MASKS = {0x01, 0x10, 0x80, 0xFF, 0x06};
    private static final int OTHER_KINDS = 7;

    private final TerminalConformance kit;
    private final Profile profile;
    private final List<Scenario> all = new ArrayList<>();

    FaultScenarios(TerminalConformance kit) {
        this.kit = kit;
        this.profile = kit.profile();
    }

    List<Scenario> all() throws Exception {
        for (PlayScenarios.Kind kind : PlayScenarios.requests(profile)) {
            boolean sale = kind.name().equals("sale");
            int every = sale ? profile.every() : profile.every() * OTHER_KINDS;
            FaultPlan clean = shortest(kind);
            cuts(kind, clean, every);
            garbles(kind, clean, every);
            messages(kind, clean);
            if (sale) {
                splits(kind, clean, every);
            }
        }
        return all;
    }

    /** How many bytes and messages an undisturbed attempt of this kind has. */
    private FaultPlan measure(PlayScenarios.Kind kind) throws Exception {
        try (Stage stage = new Stage(kit, profile.variants().getFirst())) {
            stage.paid(stage.sale(1_000));
            TerminalRequest request = kind.make().apply(stage);
            FaultPlan plan = stage.restartTill(new Fault.None());
            stage.paid(request);
            return plan;
        }
    }

    /** The shortest of a few attempts: on a busy machine one may say again what was heard, and faults there never happen. */
    private FaultPlan shortest(PlayScenarios.Kind kind) throws Exception {
        FaultPlan shortest = null;
        for (int i = 1; i <= ConformanceRun.TRIES; i++) {
            try {
                FaultPlan plan = measure(kind);
                shortest = shortest == null || plan.bytes() < shortest.bytes() ? plan : shortest;
            } catch (Hesitation e) {
                if (i == ConformanceRun.TRIES && shortest == null) {
                    throw e;
                }
            }
        }
        return Objects.requireNonNull(shortest, "measured, or an error");
    }

    private void cuts(PlayScenarios.Kind kind, FaultPlan clean, int every) {
        for (boolean silently : new boolean[] {false, true}) {
            for (boolean outwards : new boolean[] {true, false}) {
                String group = "Link " + (silently ? "falls silent" : "cut") + ", bytes " + (outwards ? "to" : "from")
                        + " the terminal: " + kind.name();
                FaultCount count = new FaultCount();
                int step = silently ? every * 3 : every;
                for (int at = 0; at <= (outwards ? clean.out : clean.in).get(); at += step) {
                    for (String variant : profile.variants()) {
                        add(group, variant, new Fault.Cut(outwards, at, silently), kind, count, false);
                    }
                }
                reallyHappened(group, count);
            }
        }
    }

    private void garbles(PlayScenarios.Kind kind, FaultPlan clean, int every) {
        for (boolean outwards : new boolean[] {true, false}) {
            String group = "Byte garbled, " + (outwards ? "to" : "from") + " the terminal: " + kind.name();
            if (outwards && !profile.sealed().isEmpty()) {
                all.add(new Scenario(group, "at each byte", () -> {
                    throw new Scenario.NotPlayable(profile.sealed());
                }));
                continue;
            }
            FaultCount count = new FaultCount();
            for (int at = 0; at < (outwards ? clean.out : clean.in).get(); at += every) {
                for (int round = 0; round < 2; round++) {
                    int mask = MASKS[(at + round * 2) % MASKS.length];
                    add(group, variant(at + round), new Fault.Garble(outwards, at, mask), kind, count, true);
                }
            }
            reallyHappened(group, count);
        }
    }

    private void splits(PlayScenarios.Kind kind, FaultPlan clean, int every) {
        String group = "Answers in pieces";
        FaultCount count = new FaultCount();
        for (int at = 1; at < clean.in.get(); at += every) {
            add(group, variant(at), new Fault.SplitAt(at), kind, count, false);
        }
        for (String variant : profile.variants()) {
            add(group, variant, new Fault.Crumbs(), kind, count, false);
        }
        reallyHappened(group, count);
    }

    private void messages(PlayScenarios.Kind kind, FaultPlan clean) {
        for (String variant : profile.variants()) {
            for (int i = 0; i < clean.messages.get(); i++) {
                FaultCount count = new FaultCount();
                add("Answer lost: " + kind.name(), variant, new Fault.Lost(i), kind, count, false);
                add("Answer late: " + kind.name(), variant, new Fault.Late(i, profile.late()), kind, count, false);
                add("Answer doubled: " + kind.name(), variant, new Fault.Twice(i), kind, count, false);
            }
        }
    }

    private String variant(int index) {
        return profile.variants().get(index % profile.variants().size());
    }

    private void add(
            String group, String variant, Fault fault, PlayScenarios.Kind kind, FaultCount count, boolean garbled) {
        all.add(count.of(new Scenario(group, fault + " (" + variant + ")", () -> {
            try (Stage stage = new Stage(kit, variant)) {
                stage.paid(stage.sale(1_000));
                TerminalRequest request = kind.make().apply(stage);
                FaultPlan plan = stage.restartTill(fault);
                // What was garbled on its way may truly have been another request, which no answer then fits.
                Judge judge = garbled ? new Judge(stage).allowingDoubt() : new Judge(stage);
                TillMonitor monitor = new TillMonitor(stage.clock);
                Outcome outcome = stage.perform(request, monitor);
                if (plan.happened()) {
                    count.happen();
                } else if (!(outcome instanceof Outcome.Approved)) {
                    throw Hesitation.of(outcome, "Undisturbed, it ended as " + outcome);
                }
                boolean pieces = true;
                if (fault instanceof Fault.SplitAt || fault instanceof Fault.Crumbs) {
                    pieces = outcome instanceof Outcome.Approved;
                }
                judge.judge(request, monitor, outcome);
                if (!pieces) {
                    throw Hesitation.of(outcome, "In pieces it ended as " + outcome);
                }
                stage.restartTill(new Fault.None());
                stage.paysAgain();
            }
        })));
    }

    private void reallyHappened(String group, FaultCount count) {
        all.add(new Scenario(group, "the fault happened in three of four scenarios", count::check));
    }
}
