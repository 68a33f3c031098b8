package io.keentill.device.conformance;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TerminalRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the terminal and its host do, well and badly, to every kind of request. */
final class PlayScenarios {

    private static final String GROUP = "What the terminal does";

    private final TerminalConformance kit;

    PlayScenarios(TerminalConformance kit) {
        this.kit = kit;
    }

    List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (String variant : kit.profile().variants()) {
            for (Play play : Play.values()) {
                requests(kit.profile()).stream()
                        .filter(kind -> play != Play.APPROVE_PART || takesPart(kind))
                        .forEach(kind -> all.add(scenario(variant, play, kind)));
            }
        }
        return all;
    }

    /** Less than asked makes sense where money is taken. */
    private boolean takesPart(Kind kind) {
        return kind.name().equals("sale") && kit.profile().capabilities().contains(Capability.PARTIAL_APPROVAL);
    }

    /** A kind of request and how it comes about on a stage. */
    record Kind(String name, Function<Stage, TerminalRequest> make) {}

    static List<Kind> requests(Profile profile) {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind("sale", stage -> stage.sale(1_000)));
        if (profile.capabilities().contains(Capability.REFUND)) {
            kinds.add(new Kind("refund", s -> new TerminalRequest.Refund(Stage.reference(), s.money(1_000))));
        }
        if (profile.capabilities().contains(Capability.LINKED_REFUND)) {
            kinds.add(new Kind("linked refund", stage -> {
                Original sale = stage.paid(stage.sale(1_000));
                return new TerminalRequest.Refund(Stage.reference(), sale.amount(), sale);
            }));
        }
        if (profile.capabilities().contains(Capability.REVERSAL)) {
            kinds.add(new Kind("reversal", stage -> {
                Original sale = stage.paid(stage.sale(1_000));
                return new TerminalRequest.Reversal(Stage.reference(), sale.amount(), sale);
            }));
        }
        if (profile.capabilities().contains(Capability.PRE_AUTHORISATION)) {
            kinds.add(new Kind(
                    "pre-authorisation",
                    stage -> new TerminalRequest.PreAuthorisation(Stage.reference(), stage.money(1_000))));
            kinds.add(new Kind("completion", stage -> {
                Original held = stage.paid(new TerminalRequest.PreAuthorisation(Stage.reference(), stage.money(1_000)));
                return new TerminalRequest.Completion(Stage.reference(), held.amount(), held);
            }));
        }
        return kinds;
    }

    private Scenario scenario(String variant, Play play, Kind kind) {
        return new Scenario(GROUP, play + ": " + kind.name() + " (" + variant + ")", () -> {
            try (Stage stage = new Stage(kit, variant)) {
                // The payment before has the same amount, so that nobody tells them apart by it.
                stage.paid(stage.sale(1_000));
                TerminalRequest request = kind.make().apply(stage);
                stage.restartTill(new Fault.None());
                Judge judge = new Judge(stage);
                stage.next(play);
                TillMonitor monitor = new TillMonitor(stage.clock);
                Outcome outcome = stage.perform(request, monitor);
                judge.judge(request, monitor, outcome);
                expect(play, request, outcome);
                stage.paysAgain();
            }
        });
    }

    /** What an undisturbed link leaves no choice about; all else is for the books to judge. */
    private static void expect(Play play, TerminalRequest request, Outcome outcome) {
        boolean right = switch (play) {
            case APPROVE, SLOW, ANSWER_TWICE -> outcome instanceof Outcome.Approved;
            case DECLINE -> outcome instanceof Outcome.Declined;
            case STOPPED_BY_CUSTOMER -> outcome instanceof Outcome.Cancelled;
            case APPROVE_PART -> outcome instanceof Outcome.PartiallyApproved;
            case WRONG_AMOUNT, WRONG_CURRENCY, WRONG_REFERENCE, GARBAGE ->
                !(outcome instanceof Outcome.Failed) && !(outcome instanceof Outcome.Declined);
            // Nothing was booked, which a driver may find out by asking, and then Failed is the truth.
            case ANSWER_OF_BEFORE -> !(outcome instanceof Outcome.Approved) && !(outcome instanceof Outcome.Declined);
            case ANSWER_LOST, ANSWER_HANGS, REBOOT, DECLINE_LOST, DECLINE_GARBAGE -> true;
        };
        if (!right) {
            throw Hesitation.of(outcome, play + " of " + request + " ended as " + outcome);
        }
    }
}
