package io.keentill.device.conformance;

import io.keentill.device.link.Deadline;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A simulated terminal, a till's driver in front of it, and faults in between. */
final class Stage implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final AtomicInteger REFERENCES = new AtomicInteger();

    final Profile profile;
    final SimulatedTerminal terminal;
    final SteppingClock clock;
    private final TerminalDriver family;
    private final Queue<PaymentTerminal> opened = new ConcurrentLinkedQueue<>();
    private final Queue<String> frames = new ConcurrentLinkedQueue<>();
    private FaultPlan plan;
    PaymentTerminal driver;

    Stage(TerminalConformance kit, String variant) throws Exception {
        this.profile = kit.profile();
        this.terminal = kit.start(variant);
        this.clock = new SteppingClock(kit.clock());
        this.family = kit.driver();
        this.plan = new FaultPlan(new Fault.None(), profile.framing());
        this.driver = open(plan);
    }

    /** The till starts anew and knows only what is stored; from now on this goes wrong. */
    FaultPlan restartTill(Fault fault) {
        driver.close();
        plan = new FaultPlan(fault, profile.framing());
        driver = open(plan);
        return plan;
    }

    /** The till's process dies where it stands: its links end, nothing is tidied up. */
    void kill() {
        plan.pullEverything();
        restartTill(new Fault.None());
    }

    /** A second till's driver on the same terminal. */
    PaymentTerminal anotherTill() {
        return open(new FaultPlan(new Fault.None(), profile.framing()));
    }

    private PaymentTerminal open(FaultPlan with) {
        try {
            PaymentTerminal one = terminal.open(
                    family, new TerminalDriver.Context(with.on(terminal.links()), clock, trace(), terminal.secrets()));
            opened.add(one);
            return one;
        } catch (IOException e) {
            throw new IllegalStateException("The driver could not be opened: " + e.getMessage(), e);
        }
    }

    private FrameTrace trace() {
        return (way, text) -> frames.add(way + " " + text);
    }

    /** Everything that was traced so far. */
    String traced() {
        return String.join("\n", frames);
    }

    Money money(long minor) {
        return Money.of(minor, profile.currency());
    }

    static String reference() {
        return "T%07d".formatted(REFERENCES.incrementAndGet());
    }

    TerminalRequest.Sale sale(long minor) {
        return new TerminalRequest.Sale(reference(), money(minor));
    }

    /** Makes the terminal live the next payment like this, or gives the scenario up. */
    void next(Play play) {
        if (!terminal.next(play)) {
            throw new Scenario.NotPlayable(terminal.cannot(play));
        }
    }

    /** An undisturbed payment that is part of the story and must be approved. */
    Original paid(TerminalRequest request) {
        TillMonitor monitor = new TillMonitor(clock);
        Outcome outcome = perform(request, monitor);
        if (!(outcome instanceof Outcome.Approved approved)) {
            throw Hesitation.of(outcome, "An undisturbed " + request + " ended as " + outcome);
        }
        return new Original(
                request.reference(),
                approved.amount(),
                approved.card(),
                clock.instant(),
                monitor.hint == null ? "" : monitor.hint);
    }

    /** Whatever happened before, the terminal takes payments again without anybody's help, if not at once. */
    void paysAgain() {
        Deadline end = Deadline.in(profile.patience());
        Outcome outcome = perform(sale(10), new TillMonitor(clock));
        while (outcome instanceof Outcome.Failed && !end.passed()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            outcome = perform(sale(10), new TillMonitor(clock));
        }
        if (!(outcome instanceof Outcome.Approved)) {
            throw Hesitation.of(outcome, "NOT RECOVERED: an undisturbed sale afterwards ended as " + outcome);
        }
    }

    Outcome perform(TerminalRequest request, TillMonitor monitor) {
        return perform(driver, request, monitor);
    }

    Outcome perform(PaymentTerminal with, TerminalRequest request, TillMonitor monitor) {
        return within("perform", () -> with.perform(request, monitor));
    }

    /** Asks until the answer is no "later", as long as patience lasts. */
    QueryAnswer resolve(TerminalRequest request, TillMonitor monitor) {
        PastAttempt past = new PastAttempt(
                request.reference(),
                request.kind(),
                request.amount(),
                monitor.sentAt == null ? clock.instant() : monitor.sentAt,
                monitor.hint == null ? "" : monitor.hint);
        Deadline end = Deadline.in(profile.patience());
        QueryAnswer answer = within("query", () -> driver.query(past));
        while ((answer instanceof QueryAnswer.InProgress || answer instanceof QueryAnswer.Unreachable)
                && !end.passed()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = within("query", () -> driver.query(past));
        }
        return answer;
    }

    /** The books once nothing runs any more. */
    List<Booking> finalBooks() {
        Deadline end = Deadline.in(profile.patience());
        while (!terminal.isIdle()) {
            if (end.passed()) {
                throw new AssertionError("The simulated terminal never came to rest");
            }
            LockSupport.parkNanos(PAUSE.toNanos() / 4);
        }
        return terminal.books();
    }

    /** Runs a call of the driver on a thread of its own; one that takes longer than the profile allows is an error. */
    <T> T within(String what, Callable<T> call) {
        CompletableFuture<T> done = start(call);
        try {
            return done.get(profile.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(what + " did not return within " + profile.patience(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what + " was interrupted", e);
        } catch (ExecutionException e) {
            throw rethrown(what, e.getCause());
        }
    }

    static <T> CompletableFuture<T> start(Callable<T> call) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.ofVirtual().name("conformance").start(() -> {
            try {
                done.complete(call.call());
            } catch (Throwable e) {
                // Whatever ends the call, an assertion or a simulated crash, ends it for the one who waits.
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private static AssertionError rethrown(String what, @Nullable Throwable cause) {
        if (cause instanceof TillMonitor.Crash crash) {
            throw crash;
        }
        if (cause instanceof AssertionError wrong) {
            throw wrong;
        }
        return new AssertionError(what + " threw " + cause, cause);
    }

    @Override
    public void close() throws IOException {
        opened.forEach(PaymentTerminal::close);
        terminal.close();
    }
}
