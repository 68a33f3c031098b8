package io.keentill.engine.simulation;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment terminal as a thing on the counter: it goes on when the till dies, knows each payment by the till's reference,
 * and has its own line to the bank and its own day, which it settles at midnight. One kind wants every approval confirmed
 * and takes back what is not.
 */
final class SimTerminal {

    private static final Duration UNCONFIRMED = Duration.ofSeconds(60);

    /** How long it cannot tell of a payment that it has forgotten the till over. */
    private static final Duration FORGETS = Duration.ofHours(3);

    /** What the next customer does at it. */
    enum Card {
        PAYS,
        IS_DECLINED,
        WALKS_AWAY,
        PAYS_A_PART,
        /** It is paid and printed; the till hears nothing of it, and for hours the terminal cannot tell. */
        IS_UNHEARD,
        /** The same, and whoever looks for it overlooks it. */
        IS_OVERLOOKED,
        /** Of a refund or void to it the till hears nothing. */
        BACK_UNHEARD,
        /** The same, and whoever looks for it overlooks it. */
        BACK_OVERLOOKED,
        /** Of what is held on it the till hears nothing. */
        HOLD_UNHEARD;

        /** Whether the till hears nothing of it. */
        boolean isUnheard() {
            return switch (this) {
                case IS_UNHEARD, IS_OVERLOOKED, BACK_UNHEARD, BACK_OVERLOOKED, HOLD_UNHEARD -> true;
                case PAYS, IS_DECLINED, WALKS_AWAY, PAYS_A_PART -> false;
            };
        }

        private boolean isOverlooked() {
            return this == IS_OVERLOOKED || this == BACK_OVERLOOKED;
        }

        /** The same where the till hears of it. */
        Card heard() {
            return isUnheard() ? PAYS : this;
        }

        /** What it comes to for this request: what it is unheard in is one kind of them. */
        Card at(TerminalRequest request) {
            boolean concerned = switch (this) {
                case PAYS, IS_DECLINED, WALKS_AWAY, PAYS_A_PART -> true;
                case IS_UNHEARD, IS_OVERLOOKED -> request instanceof TerminalRequest.Sale;
                case BACK_UNHEARD, BACK_OVERLOOKED ->
                    request instanceof TerminalRequest.Refund || request instanceof TerminalRequest.Reversal;
                case HOLD_UNHEARD -> request instanceof TerminalRequest.PreAuthorisation;
            };
            return concerned ? this : PAYS;
        }
    }

    private final String name;
    private final Timeline time;
    private final Bank bank;
    private final Tape tape;
    private final boolean confirms;
    private final TerminalKind kind;
    private final Map<String, TerminalJob> jobs = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private @Nullable TerminalJob running;
    private Duration downUntil = Duration.ZERO;
    private Card card = Card.PAYS;
    private Duration takes = Duration.ofSeconds(3);

    /** @param confirms whether approvals must be confirmed */
    SimTerminal(String name, Timeline time, Bank bank, Tape tape, boolean confirms, TerminalKind kind) {
        this.name = name;
        this.time = time;
        this.bank = bank;
        this.tape = tape;
        this.confirms = confirms;
        this.kind = kind;
    }

    String name() {
        return name;
    }

    Set<Capability> can() {
        return kind.can();
    }

    boolean confirms() {
        return confirms;
    }

    /**
     * The next payment goes like this, the ones after it are simply paid. One that takes back what nobody confirms is heard:
     * what it had taken back meanwhile would leave nothing to decide about.
     */
    void expect(Card next, Duration howLong) {
        card = confirms ? next.heard() : next;
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

    /** A request arrives. Null if the terminal is off or at work for another one: nothing moves then. */
    @Nullable
    TerminalJob arrive(TerminalRequest request) {
        underWay.remove(request.reference());
        TerminalJob known = jobs.get(request.reference());
        if (known != null) {
            return known;
        }
        if (!reachable() || running != null) {
            return null;
        }
        TerminalJob original =
                request.earlier().map(earlier -> jobs.get(earlier.reference())).orElse(null);
        TerminalJob job = new TerminalJob(request, original);
        jobs.put(request.reference(), job);
        running = job;
        Card decides = card.at(request);
        card = Card.PAYS;
        job.overlooked = decides.isOverlooked();
        job.forgottenUntil = decides.isUnheard() ? time.elapsed().plus(FORGETS) : Duration.ZERO;
        job.timer = time.after(takes, () -> end(job, job.decided(decides, today())));
        takes = Duration.ofSeconds(3);
        return job;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    private void end(TerminalJob job, Outcome outcome) {
        job.end(outcome, today());
        job.timer = null;
        running = null;
        long minor = job.moved();
        String what = job.request.kind() + " " + job.reference() + " "
                + outcome.getClass().getSimpleName();
        tape.add(name, what + (minor == 0 ? "" : " " + minor));
        if (job.approved() != 0) {
            book(job);
            if (confirms) {
                job.timer = time.after(UNCONFIRMED, () -> takeBack(job));
            }
        }
        if (!isForgotten(job)) {
            job.told.release();
        }
    }

    private void book(TerminalJob job) {
        if (job.isHold()) {
            bank.hold(name, job.reference(), job.approved());
        } else if (job.endedHold() != null) {
            bank.endHold(name, job.endedHold().reference());
        }
        if (job.moved() != 0) {
            bank.move(name, job.reference(), job.moved());
        }
    }

    private void unbook(TerminalJob job) {
        if (job.isHold()) {
            bank.forgetHold(name, job.reference());
        } else if (job.endedHold() != null) {
            bank.reviveHold(name, job.endedHold().reference());
        }
        if (job.moved() != 0) {
            bank.move(name, job.reference(), -job.moved());
        }
    }

    private void takeBack(TerminalJob job) {
        if (!job.confirmed) {
            unbook(job);
            job.takeBack();
            tape.add(name, job.reference() + " taken back");
        }
    }

    /** The till confirms; answers whether the approval still stands. */
    boolean confirm(String reference) {
        TerminalJob job = jobs.get(reference);
        if (job != null && job.approved() != 0) {
            job.confirmed = true;
            return true;
        }
        return false;
    }

    /** Somebody presses stop; too late where it is decided. */
    void cancel(String reference) {
        TerminalJob job = running;
        if (job != null && job.reference().equals(reference)) {
            job.timer.cancel();
            end(job, new Outcome.Cancelled("Stopped at the till"));
        }
    }

    /** Asked about a payment. Whoever asks has heard of an approval, which confirms it. */
    QueryAnswer ask(String reference) {
        if (!reachable()) {
            return new QueryAnswer.Unreachable("The terminal is starting");
        }
        TerminalJob job = jobs.get(reference);
        if (underWay.contains(reference) || (job != null && job.outcome == null)) {
            return new QueryAnswer.InProgress();
        }
        if (job == null) {
            return new QueryAnswer.NotFound();
        }
        if (isForgotten(job)) {
            return new QueryAnswer.CannotTell("Its last payment is another one");
        }
        confirm(reference);
        return new QueryAnswer.Found(job.outcome);
    }

    private boolean isForgotten(TerminalJob job) {
        return time.elapsed().compareTo(job.forgottenUntil) < 0;
    }

    /** Whether it is there and has forgotten a payment, for now. */
    boolean cannotTell(String reference) {
        TerminalJob job = jobs.get(reference);
        return reachable() && job != null && job.outcome != null && isForgotten(job);
    }

    /** What somebody who looks for a payment on paper and screen finds: what was approved, or nothing. */
    long slip(String reference) {
        TerminalJob job = jobs.get(reference);
        return job == null || job.overlooked ? 0 : job.approved();
    }

    /** Starts anew. What runs is lost, or just went through at the bank. */
    void reboot(Duration howLong, boolean wentThrough) {
        downUntil = time.elapsed().plus(howLong);
        tape.add(name, "reboots for " + howLong.toSeconds() + " s");
        TerminalJob job = running;
        if (job != null) {
            job.timer.cancel();
            job.cut = true;
            end(job, job.cutOff(wentThrough, today()));
        }
    }
}
