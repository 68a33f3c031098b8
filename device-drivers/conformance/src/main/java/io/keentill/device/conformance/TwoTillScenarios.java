package io.keentill.device.conformance;

import io.keentill.device.link.Deadline;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Two tills on one terminal: nobody takes the other's payment for their own. */
final class TwoTillScenarios {

    private static final String GROUP = "Two tills on one terminal";

    private final TerminalConformance kit;

    TwoTillScenarios(TerminalConformance kit) {
        this.kit = kit;
    }

    List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (String variant : kit.profile().variants()) {
            for (Play play : List.of(Play.ANSWER_LOST, Play.ANSWER_HANGS, Play.REBOOT, Play.DECLINE)) {
                for (long other : new long[] {1_000, 2_000}) {
                    String name = play + ", then the other till takes " + other + " (" + variant + ")";
                    all.add(new Scenario(GROUP, name, () -> oneAfterTheOther(variant, play, other)));
                }
            }
            for (Play play : List.of(Play.APPROVE, Play.SLOW)) {
                String name = "both at once, " + play + " (" + variant + ")";
                all.add(new Scenario(GROUP, name, () -> atOnce(variant, play)));
            }
        }
        return all;
    }

    /** The first till asks only after the second has paid: the terminal's last payment is not the first till's. */
    private void oneAfterTheOther(String variant, Play play, long other) throws Exception {
        try (Stage stage = new Stage(kit, variant)) {
            stage.paid(stage.sale(1_000));
            stage.restartTill(new Fault.None());
            stage.next(play);
            TerminalRequest mine = stage.sale(1_000);
            TillMonitor monitor = new TillMonitor(stage.clock);
            List<Booking> before = stage.finalBooks();
            Outcome outcome = stage.perform(mine, monitor);
            List<Booking> between = stage.finalBooks();
            // The first till hangs up, as the line may have one end only.
            stage.driver.close();
            PaymentTerminal second = stage.anotherTill();
            TerminalRequest theirs = stage.sale(other);
            Deadline patience = Deadline.in(stage.profile.patience());
            Outcome theirOutcome = stage.perform(second, theirs, new TillMonitor(stage.clock));
            while (theirOutcome instanceof Outcome.Failed && !patience.passed()) {
                // A terminal that restarts is not reached for a while.
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                theirOutcome = stage.perform(second, theirs, new TillMonitor(stage.clock));
            }
            if (!(theirOutcome instanceof Outcome.Approved)) {
                throw Hesitation.of(theirOutcome, "the other till's sale ended as " + theirOutcome);
            }
            second.close();
            long charged = charged(between) - charged(before);
            Long said = said(stage, mine, monitor, outcome);
            PlainScenarios.require(
                    said == null || said == charged,
                    "WRONG APPROVAL OR REFUSAL: " + outcome + " and " + said + " minor units of " + mine
                            + ", the host's books say " + charged);
            boolean told = stage.profile.capabilities().contains(Capability.QUERY_BY_REFERENCE);
            PlainScenarios.require(said != null || !told, "NEVER RESOLVED: " + mine + " ended as " + outcome);
        }
    }

    /** What the driver says was charged, asking if need be; null if it cannot tell. */
    private static @org.jspecify.annotations.Nullable Long said(
            Stage stage, TerminalRequest request, TillMonitor monitor, Outcome outcome) {
        Outcome last = outcome;
        if (outcome instanceof Outcome.Unknown) {
            stage.restartTill(new Fault.None());
            switch (stage.resolve(request, monitor)) {
                case io.keentill.device.terminal.QueryAnswer.Found(Outcome found) -> last = found;
                case io.keentill.device.terminal.QueryAnswer.NotFound() -> {
                    return 0L;
                }
                default -> {
                    return null;
                }
            }
        }
        return switch (last) {
            case Outcome.Approved approved -> approved.amount().minor();
            case Outcome.PartiallyApproved part -> part.amount().minor();
            case Outcome.Declined _, Outcome.Cancelled _, Outcome.Failed _ -> 0L;
            case Outcome.Unknown _ -> null;
        };
    }

    private void atOnce(String variant, Play play) throws Exception {
        try (Stage stage = new Stage(kit, variant)) {
            if (!stage.terminal.takesTwoTills()) {
                throw new Scenario.NotPlayable("The line has one end for a till");
            }
            stage.next(play);
            PaymentTerminal second = stage.anotherTill();
            TerminalRequest mine = stage.sale(1_000);
            TerminalRequest theirs = stage.sale(2_000);
            TillMonitor myMonitor = new TillMonitor(stage.clock);
            TillMonitor theirMonitor = new TillMonitor(stage.clock);
            PaymentTerminal first = stage.driver;
            CompletableFuture<Outcome> one = Stage.start(() -> first.perform(mine, myMonitor));
            CompletableFuture<Outcome> two = Stage.start(() -> second.perform(theirs, theirMonitor));
            long patience = 2 * stage.profile.patience().toMillis();
            Outcome myOutcome = one.get(patience, TimeUnit.MILLISECONDS);
            Outcome theirOutcome = two.get(patience, TimeUnit.MILLISECONDS);
            second.close();
            long charged = charged(stage.finalBooks());
            Long mySay = said(stage, mine, myMonitor, myOutcome);
            Long theirSay = said(stage, theirs, theirMonitor, theirOutcome);
            long known = (mySay == null ? 0 : mySay) + (theirSay == null ? 0 : theirSay);
            boolean open = mySay == null || theirSay == null;
            PlainScenarios.require(
                    open
                            ? charged == known
                                    || charged == known + (mySay == null ? 1_000 : 2_000)
                                    || (mySay == null && theirSay == null)
                            : charged == known,
                    "WRONG APPROVAL OR REFUSAL: the tills say " + mySay + " and " + theirSay + " (" + myOutcome + ", "
                            + theirOutcome + "), the host's books say " + charged);
        }
    }

    private static long charged(List<Booking> books) {
        return books.stream()
                .filter(Booking::stands)
                .mapToLong(b -> b.amount().minor())
                .sum();
    }
}
