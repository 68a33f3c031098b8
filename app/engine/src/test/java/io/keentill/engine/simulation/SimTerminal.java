package io.keentill.engine.simulation;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.money.Money;
import io.keentill.engine.support.Scripts;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * A payment terminal as a thing on the counter: it goes on when the till dies, knows each payment by the till's reference,
 * and has its own line to the bank. One kind wants every approval confirmed and takes back what is not.
 */
final class SimTerminal {

    private static final Duration UNCONFIRMED = Duration.ofSeconds(60);

    /** What the next customer does at it. */
    enum Card {
        PAYS,
        IS_DECLINED,
        WALKS_AWAY,
        PAYS_A_PART
    }

    /** One payment as the terminal knows it. */
    static final class Job {
        final String reference;
        final Money amount;
        final Semaphore told = new Semaphore(0);
        Outcome outcome;
        boolean confirmed;
        boolean cut;
        private Timeline.Timer timer;

        private Job(String reference, Money amount) {
            this.reference = reference;
            this.amount = amount;
        }
    }

    private final String name;
    private final Timeline time;
    private final Bank bank;
    private final Tape tape;
    private final boolean confirms;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private Job running;
    private Duration downUntil = Duration.ZERO;
    private Card card = Card.PAYS;
    private Duration takes = Duration.ofSeconds(3);

    /** @param confirms whether approvals must be confirmed */
    SimTerminal(String name, Timeline time, Bank bank, Tape tape, boolean confirms) {
        this.name = name;
        this.time = time;
        this.bank = bank;
        this.tape = tape;
        this.confirms = confirms;
    }

    String name() {
        return name;
    }

    boolean confirms() {
        return confirms;
    }

    /** The next payment goes like this, the ones after it are simply paid. */
    void expect(Card next, Duration howLong) {
        card = next;
        takes = howLong;
    }

    boolean reachable() {
        return time.elapsed().compareTo(downUntil) >= 0;
    }

    boolean busy() {
        return running != null;
    }

    /** A request is on its way and may still arrive. */
    void underWay(String reference) {
        underWay.add(reference);
    }

    /** A request arrives. Null if the terminal is off or at work for another one: nothing is charged then. */
    Job arrive(String reference, Money amount) {
        underWay.remove(reference);
        Job known = jobs.get(reference);
        if (known != null) {
            return known;
        }
        if (!reachable() || running != null) {
            return null;
        }
        Job job = new Job(reference, amount);
        jobs.put(reference, job);
        running = job;
        Card decides = card;
        card = Card.PAYS;
        job.timer = time.after(takes, () -> decide(job, decides));
        takes = Duration.ofSeconds(3);
        return job;
    }

    private void decide(Job job, Card decides) {
        end(
                job,
                switch (decides) {
                    case PAYS -> new Outcome.Approved(job.amount, Scripts.CARD, TerminalReceipts.NONE);
                    case PAYS_A_PART -> part(job.amount);
                    case IS_DECLINED ->
                        new Outcome.Declined("05", "Do not honour", Scripts.CARD, TerminalReceipts.NONE);
                    case WALKS_AWAY -> new Outcome.Cancelled("The customer stopped it");
                });
    }

    private static Outcome part(Money amount) {
        Money half = Money.of(Math.max(1, amount.minor() / 2), amount.currency());
        return half.equals(amount)
                ? new Outcome.Approved(amount, Scripts.CARD, TerminalReceipts.NONE)
                : new Outcome.PartiallyApproved(half, amount, Scripts.CARD, TerminalReceipts.NONE);
    }

    private void end(Job job, Outcome outcome) {
        job.outcome = outcome;
        job.timer = null;
        running = null;
        long minor = approved(outcome);
        tape.add(name, job.reference + " " + outcome.getClass().getSimpleName() + (minor == 0 ? "" : " " + minor));
        if (minor != 0) {
            bank.move(name, job.reference, minor);
            if (confirms) {
                job.timer = time.after(UNCONFIRMED, () -> takeBack(job));
            }
        }
        job.told.release();
    }

    private void takeBack(Job job) {
        if (!job.confirmed) {
            bank.move(name, job.reference, -approved(job.outcome));
            job.outcome = new Outcome.Cancelled("Taken back: the till did not confirm it");
            tape.add(name, job.reference + " taken back");
        }
    }

    private static long approved(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approved ok -> ok.amount().minor();
            case Outcome.PartiallyApproved part -> part.amount().minor();
            default -> 0;
        };
    }

    /** The till confirms; answers whether the approval still stands. */
    boolean confirm(String reference) {
        Job job = jobs.get(reference);
        if (job != null && approved(job.outcome) != 0) {
            job.confirmed = true;
            return true;
        }
        return false;
    }

    /** Somebody presses stop; too late where it is decided. */
    void cancel(String reference) {
        Job job = running;
        if (job != null && job.reference.equals(reference)) {
            job.timer.cancel();
            end(job, new Outcome.Cancelled("Stopped at the till"));
        }
    }

    /** Asked about a payment. Whoever asks has heard of an approval, which confirms it. */
    QueryAnswer ask(String reference) {
        if (!reachable()) {
            return new QueryAnswer.Unreachable("The terminal is starting");
        }
        Job job = jobs.get(reference);
        if (underWay.contains(reference) || (job != null && job.outcome == null)) {
            return new QueryAnswer.InProgress();
        }
        if (job == null) {
            return new QueryAnswer.NotFound();
        }
        confirm(reference);
        return new QueryAnswer.Found(job.outcome);
    }

    /** Starts anew. What runs is lost, or just went through at the bank. */
    void reboot(Duration howLong, boolean wentThrough) {
        downUntil = time.elapsed().plus(howLong);
        tape.add(name, "reboots for " + howLong.toSeconds() + " s");
        Job job = running;
        if (job != null) {
            job.timer.cancel();
            job.cut = true;
            end(
                    job,
                    wentThrough
                            ? new Outcome.Approved(job.amount, Scripts.CARD, TerminalReceipts.NONE)
                            : new Outcome.Failed("The terminal was started anew. Nothing was charged."));
        }
    }
}
