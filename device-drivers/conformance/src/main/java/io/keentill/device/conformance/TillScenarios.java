package io.keentill.device.conformance;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong on the till's side: cancels at any moment, full disks, crashes, clocks that jump. */
final class TillScenarios {

    private static final String CANCEL = "Cancel races";
    private static final String CRASH = "Crashes of the till";
    private static final String DISK = "A till that cannot store";
    private static final String CLOCK = "Clocks that jump";
    private static final int PROGRESS_STEPS = 8;

    private final TerminalConformance kit;
    private final List<Scenario> all = new ArrayList<>();

    TillScenarios(TerminalConformance kit) {
        this.kit = kit;
    }

    List<Scenario> all() {
        for (String variant : kit.profile().variants()) {
            if (kit.profile().capabilities().contains(Capability.CANCEL)) {
                cancels(variant);
            }
            for (PlayScenarios.Kind kind : PlayScenarios.requests(kit.profile())) {
                for (TillMonitor.Point point : TillMonitor.Point.values()) {
                    crash(variant, kind, point);
                }
                disk(variant, kind, true);
                disk(variant, kind, false);
            }
            clocks(variant);
            neverSent(variant);
        }
        return all;
    }

    private void cancels(String variant) {
        for (Play play : List.of(Play.APPROVE, Play.SLOW, Play.DECLINE, Play.ANSWER_LOST)) {
            for (int step = 1; step <= PROGRESS_STEPS; step++) {
                int at = step;
                cancel(
                        variant,
                        play + ", at word " + step + " of the terminal",
                        play,
                        (stage, request, monitor) -> monitor.onProgress = count -> {
                            if (count == at) {
                                stage.driver.requestCancel(request.reference());
                            }
                        });
            }
        }
        cancel(
                variant,
                "as the approval is stored",
                Play.APPROVE,
                (stage, request, monitor) -> monitor.onOutcome = () -> stage.driver.requestCancel(request.reference()));
        cancel(
                variant,
                "of another payment",
                Play.SLOW,
                (stage, request, monitor) -> monitor.onProgress = count -> stage.driver.requestCancel("another"));
        cancel(
                variant,
                "before it has begun",
                Play.APPROVE,
                (stage, request, monitor) -> stage.driver.requestCancel(request.reference()));
    }

    @FunctionalInterface
    private interface Race {
        void arm(Stage stage, TerminalRequest request, TillMonitor monitor);
    }

    private void cancel(String variant, String name, Play play, Race race) {
        add(CANCEL, name, variant, stage -> {
            stage.paid(stage.sale(1_000));
            stage.restartTill(new Fault.None());
            Judge judge = new Judge(stage);
            stage.next(play);
            TerminalRequest request = stage.sale(1_000);
            TillMonitor monitor = new TillMonitor(stage.clock);
            race.arm(stage, request, monitor);
            Outcome outcome = stage.perform(request, monitor);
            judge.judge(request, monitor, outcome);
            if (name.equals("of another payment") && !(outcome instanceof Outcome.Approved)) {
                boolean careful = outcome instanceof Outcome.Unknown || outcome instanceof Outcome.Failed;
                throw Hesitation.of(careful, "a stranger's cancel ended it: " + outcome);
            }
            if (play == Play.APPROVE || play == Play.SLOW) {
                // A cancelled payment may have left the other plays to the next one.
                stage.paysAgain();
            }
        });
    }

    private void crash(String variant, PlayScenarios.Kind kind, TillMonitor.Point point) {
        add(CRASH, kind.name() + ", " + point, variant, stage -> {
            stage.paid(stage.sale(1_000));
            TerminalRequest request = kind.make().apply(stage);
            stage.restartTill(new Fault.None());
            Judge judge = new Judge(stage);
            TillMonitor monitor = new TillMonitor(stage.clock, point, false, false);
            boolean died = false;
            try {
                Outcome outcome = stage.perform(request, monitor);
                // It may have given up before it came to where the till dies.
                throw Hesitation.of(outcome, "The till was killed, and the driver went on to " + outcome);
            } catch (TillMonitor.Crash crash) {
                died = true;
            }
            PlainScenarios.require(died, "the till went on");
            stage.kill();
            judge.judgeAfterCrash(request, monitor);
            stage.paysAgain();
        });
    }

    private void disk(String variant, PlayScenarios.Kind kind, boolean atSending) {
        String name = kind.name() + (atSending ? ", that it is sent" : ", how it ended");
        add(DISK, name, variant, stage -> {
            TerminalRequest request = kind.make().apply(stage);
            Judge judge = new Judge(stage);
            TillMonitor monitor = new TillMonitor(stage.clock, null, atSending, !atSending);
            Outcome outcome = stage.perform(request, monitor);
            boolean right = atSending ? outcome instanceof Outcome.Failed : outcome instanceof Outcome.Unknown;
            judge.judge(request, monitor, outcome);
            if (!right) {
                throw Hesitation.of(outcome, "with a full disk it ended as " + outcome);
            }
            stage.paysAgain();
        });
    }

    private void clocks(String variant) {
        for (Duration off : List.of(
                Duration.ofDays(-1),
                Duration.ofDays(1),
                Duration.ofDays(366),
                Duration.ofHours(-1),
                Duration.ofHours(1),
                Duration.ofSeconds(-90))) {
            add(CLOCK, "by " + off + " after sending", variant, stage -> clock(stage, Duration.ZERO, off, false));
            add(CLOCK, "by " + off + " before sending", variant, stage -> clock(stage, off, Duration.ZERO, true));
        }
    }

    /** A till whose clock was wrong as it sent may be told too little; it may not be told wrong. */
    private static void clock(Stage stage, Duration atSending, Duration later, boolean doubt) {
        stage.paid(stage.sale(1_000));
        stage.clock.jumpTo(atSending);
        stage.restartTill(new Fault.None());
        Judge judge = doubt ? new Judge(stage).allowingDoubt() : new Judge(stage);
        stage.next(Play.ANSWER_HANGS);
        TerminalRequest request = stage.sale(1_000);
        TillMonitor monitor = new TillMonitor(stage.clock);
        Outcome outcome = stage.perform(request, monitor);
        stage.clock.jumpTo(later);
        judge.judge(request, monitor, outcome);
    }

    private void neverSent(String variant) {
        add(CRASH, "asked about a payment that the terminal never saw", variant, stage -> {
            stage.paid(stage.sale(1_000));
            TerminalRequest request = stage.sale(1_000);
            TillMonitor monitor = new TillMonitor(stage.clock);
            QueryAnswer answer = stage.resolve(request, monitor);
            PlainScenarios.require(
                    answer instanceof QueryAnswer.NotFound || answer instanceof QueryAnswer.CannotTell,
                    "of a payment that never was: " + answer);
        });
    }

    @FunctionalInterface
    private interface Part {
        void play(Stage stage) throws Exception;
    }

    private void add(String group, String name, String variant, Part part) {
        all.add(new Scenario(group, name + " (" + variant + ")", () -> {
            try (Stage stage = new Stage(kit, variant)) {
                part.play(stage);
            }
        }));
    }
}
