package io.keentill.device.conformance;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Reprint;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.device.terminal.Totals;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.domain.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What works when nothing goes wrong, for every capability; and plain answers where there is no capability. */
final class PlainScenarios {

    private static final String GROUP = "Plain sailing";

    private final TerminalConformance kit;
    private final List<Scenario> all = new ArrayList<>();

    PlainScenarios(TerminalConformance kit) {
        this.kit = kit;
    }

    List<Scenario> all() {
        add(
                "announces its capabilities",
                stage -> require(
                        stage.driver.capabilities().equals(kit.profile().capabilities()),
                        "announced " + stage.driver.capabilities() + ", expected "
                                + kit.profile().capabilities()));
        add("is ready when idle", PlainScenarios::status);
        for (long minor : new long[] {1, 99, 1_000, 100_000, 99_999_999}) {
            add("sale of " + minor + " minor units", stage -> approved(stage, stage.sale(minor)));
        }
        add("ten sales in a row", PlainScenarios::tenInARow);
        add("a trace without card numbers", PlainScenarios::trace);
        offered(Capability.REFUND, "refund without a link", PlainScenarios::refund);
        offered(Capability.LINKED_REFUND, "refund of a payment", PlainScenarios::linkedRefund);
        offered(Capability.REVERSAL, "reversal, and a second one that moves nothing", PlainScenarios::reversal);
        offered(Capability.PRE_AUTHORISATION, "holds and takes all of it", stage -> completion(stage, 5_000));
        offered(Capability.PRE_AUTHORISATION, "holds and takes a part", stage -> completion(stage, 3_000));
        offered(Capability.PRE_AUTHORISATION, "holds and lets go", PlainScenarios::release);
        offered(Capability.TOTALS, "totals twice, the day stays open", PlainScenarios::totals);
        offered(Capability.END_OF_DAY, "end of day, also without a payment", PlainScenarios::endOfDay);
        offered(Capability.REPRINT, "last receipt again", PlainScenarios::reprint);
        return all;
    }

    @FunctionalInterface
    private interface Part {
        void play(Stage stage) throws Exception;
    }

    private void add(String name, Part part) {
        for (String variant : kit.profile().variants()) {
            all.add(new Scenario(GROUP, name + " (" + variant + ")", () -> {
                try (Stage stage = new Stage(kit, variant)) {
                    part.play(stage);
                }
            }));
        }
    }

    private void offered(Capability capability, String name, Part part) {
        if (kit.profile().capabilities().contains(capability)) {
            add(name, part);
        } else {
            add("plain answer without the capability " + capability, stage -> without(stage, capability));
        }
    }

    private static void approved(Stage stage, TerminalRequest request) {
        Judge judge = new Judge(stage);
        TillMonitor monitor = new TillMonitor(stage.clock);
        Outcome outcome = stage.perform(request, monitor);
        judge.judge(request, monitor, outcome);
        if (!(outcome instanceof Outcome.Approved(var amount, var _, var _)) || !amount.equals(request.amount())) {
            throw Hesitation.of(outcome, request + " ended as " + outcome);
        }
    }

    private static void status(Stage stage) {
        TerminalStatus status = stage.within("status", () -> stage.driver.status());
        ready(status, "status was " + status);
        TerminalStatus again = stage.within("identify", () -> stage.driver.identify());
        ready(again, "status when identifying was " + again);
    }

    private static void ready(TerminalStatus status, String otherwise) {
        boolean silent =
                status.state() == TerminalStatus.State.UNREACHABLE || status.state() == TerminalStatus.State.BUSY;
        requireAnswer(status.state() == TerminalStatus.State.READY, silent, otherwise);
    }

    private static void tenInARow(Stage stage) {
        for (int i = 1; i <= 10; i++) {
            approvedOnSameTill(stage, stage.sale(100L * i));
        }
    }

    private static void approvedOnSameTill(Stage stage, TerminalRequest request) {
        Outcome outcome = stage.perform(request, new TillMonitor(stage.clock));
        if (!(outcome instanceof Outcome.Approved)) {
            throw Hesitation.of(outcome, request + " ended as " + outcome);
        }
    }

    private static void trace(Stage stage) {
        stage.paid(stage.sale(1_234));
        require(
                !stage.traced().matches("(?s).*(?<!\\d)\\d{13,19}(?!\\d).*"),
                "the trace holds what looks like a card number:\n" + stage.traced());
    }

    private static void refund(Stage stage) {
        stage.paid(stage.sale(700));
        approved(stage, new TerminalRequest.Refund(Stage.reference(), stage.money(300)));
    }

    private static void linkedRefund(Stage stage) {
        Original sale = stage.paid(stage.sale(700));
        approved(stage, new TerminalRequest.Refund(Stage.reference(), stage.money(300), sale));
    }

    private static void reversal(Stage stage) {
        Original sale = stage.paid(stage.sale(700));
        approved(stage, new TerminalRequest.Reversal(Stage.reference(), sale.amount(), sale));
        TerminalRequest again = new TerminalRequest.Reversal(Stage.reference(), sale.amount(), sale);
        Judge judge = new Judge(stage).allowingDoubt();
        TillMonitor monitor = new TillMonitor(stage.clock);
        Outcome outcome = stage.perform(again, monitor);
        require(!(outcome instanceof Outcome.Approved), "a payment was undone twice: " + outcome);
        judge.judge(again, monitor, outcome);
    }

    private static void completion(Stage stage, long minor) {
        Original held = stage.paid(new TerminalRequest.PreAuthorisation(Stage.reference(), stage.money(5_000)));
        approved(stage, new TerminalRequest.Completion(Stage.reference(), stage.money(minor), held));
    }

    private static void release(Stage stage) {
        Original held = stage.paid(new TerminalRequest.PreAuthorisation(Stage.reference(), stage.money(5_000)));
        approved(stage, new TerminalRequest.Release(Stage.reference(), held.amount(), held));
    }

    private static void totals(Stage stage) {
        stage.paid(stage.sale(700));
        stage.paid(stage.sale(800));
        for (int i = 0; i < 2; i++) {
            TotalsAnswer answer = stage.within("totals", () -> stage.driver.totals(stage.profile.currency()));
            requireAnswer(
                    answer instanceof TotalsAnswer.Told(Totals totals)
                            && totals.count() == 2
                            && totals.net().equals(stage.money(1_500)),
                    answer instanceof TotalsAnswer.NotTold,
                    "totals were " + answer);
        }
    }

    private static void endOfDay(Stage stage) {
        stage.paid(stage.sale(700));
        stage.paid(stage.sale(800));
        Settlement first = settle(stage);
        requireAnswer(
                first instanceof Settlement.Closed(Totals totals)
                        && totals.count() == 2
                        && totals.net().equals(stage.money(1_500)),
                !(first instanceof Settlement.Closed),
                "the day ended as " + first);
        Settlement empty = settle(stage);
        requireAnswer(
                empty instanceof Settlement.Closed(Totals totals)
                        && totals.count() == 0
                        && totals.net().isZero(),
                !(empty instanceof Settlement.Closed),
                "a day without payments ended as " + empty);
        approved(stage, stage.sale(900));
    }

    private static Settlement settle(Stage stage) {
        return stage.within("settle", () -> stage.driver.settle(stage.profile.currency()));
    }

    private static void reprint(Stage stage) {
        stage.paid(stage.sale(700));
        Reprint again = stage.within("reprintLast", () -> stage.driver.reprintLast());
        requireAnswer(!(again instanceof Reprint.NotPrinted), true, "the last receipt: " + again);
    }

    /** What is not offered gets a plain answer and moves nothing. */
    private static void without(Stage stage, Capability capability) {
        Original sale = stage.paid(stage.sale(700));
        List<TerminalRequest> refused = switch (capability) {
            case REFUND -> List.of(new TerminalRequest.Refund(Stage.reference(), stage.money(100)));
            case LINKED_REFUND -> List.of(new TerminalRequest.Refund(Stage.reference(), stage.money(100), sale));
            case REVERSAL -> List.of(new TerminalRequest.Reversal(Stage.reference(), sale.amount(), sale));
            case PRE_AUTHORISATION ->
                List.of(
                        new TerminalRequest.PreAuthorisation(Stage.reference(), stage.money(100)),
                        new TerminalRequest.Completion(Stage.reference(), sale.amount(), sale),
                        new TerminalRequest.Release(Stage.reference(), sale.amount(), sale));
            default -> List.of();
        };
        for (TerminalRequest request : refused) {
            Judge judge = new Judge(stage);
            TillMonitor monitor = new TillMonitor(stage.clock);
            Outcome outcome = stage.perform(request, monitor);
            require(
                    outcome instanceof Outcome.Failed && !monitor.sent(),
                    request + " without the capability ended as " + outcome);
            judge.judge(request, monitor, outcome);
        }
        if (Set.of(Capability.TOTALS, Capability.END_OF_DAY, Capability.REPRINT).contains(capability)) {
            plainAnswer(stage, capability);
        }
        approved(stage, stage.sale(50));
    }

    private static void plainAnswer(Stage stage, Capability capability) {
        String message = stage.within(capability.name(), () -> switch (capability) {
            case TOTALS ->
                stage.driver.totals(stage.profile.currency()) instanceof TotalsAnswer.NotTold(Sentence why)
                        ? why.toString()
                        : "";
            case END_OF_DAY ->
                stage.driver.settle(stage.profile.currency()) instanceof Settlement.NotClosed(Sentence why)
                        ? why.toString()
                        : "";
            default -> stage.driver.reprintLast() instanceof Reprint.NotPrinted(Sentence why) ? why.toString() : "";
        });
        require(!message.isBlank(), "no plain answer without the capability " + capability);
    }

    /** The same of an answer that may come too late; played again if it was only {@code careful}. */
    static void requireAnswer(boolean right, boolean careful, String otherwise) {
        if (!right) {
            throw Hesitation.of(careful, otherwise);
        }
    }

    static void require(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
    }
}
