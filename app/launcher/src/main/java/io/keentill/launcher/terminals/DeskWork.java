package io.keentill.launcher.terminals;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.payment.DirectResult;
import io.keentill.engine.payment.TerminalDesk;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.launcher.Console;
import io.keentill.launcher.EarlierRun;
import io.keentill.launcher.ExitStatus;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.SaleReport;
import io.keentill.launcher.Waiting;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** Runs something durable on a terminal: what an earlier run left open is asked about first, what is unknown after. */
final class DeskWork {

    /** Who did it, in the journal. */
    static final String OPERATOR = "command line";

    private static final Duration ASK = Duration.ofMillis(500);

    private DeskWork() {}

    static int run(
            TerminalArguments terminal, CommandSpec spec, int waitSeconds, Function<TerminalDesk, DirectResult> work)
            throws StoreException {
        Console console = terminal.options().console(spec);
        Duration patience = Duration.ofSeconds(waitSeconds);
        TillEvents events = new TillEvents();
        AtomicReference<Sentence> shown = new AtomicReference<>(Sentence.quoted(""));
        events.subscribe(event -> {
            if (event instanceof TillEvent.PaymentProgress(String _, Progress progress)
                    && !progress.text().equals(shown.getAndSet(progress.text()))) {
                console.say("Terminal: " + progress.text());
            }
        });
        Clock clock = Clock.systemUTC();
        IdSource ids = new IdSource(clock, new SecureRandom());
        try (TillStore store = Wiring.create(terminal.folder())) {
            LogFile.into(terminal.folder());
            TerminalSession session = terminal.session();
            String address = session.address();
            EarlierRun earlier = EarlierRun.on(store, console, address);
            // Before the desk is opened, which asks about them at once.
            List<String> left = store.read(view -> view.openAttemptOn(address)).stream()
                    .map(PaymentAttempt::id)
                    .toList();
            try (TerminalDesk desk = new TerminalDesk(store, session, ids, clock, events, ASK)) {
                clear(console, desk, patience);
                earlier.stopIfMoved(left, address, OPERATOR);
                earlier.begins();
                return switch (work.apply(desk)) {
                    case DirectResult.Refused no -> {
                        earlier.told();
                        throw new Problem(no.message());
                    }
                    case DirectResult.Ran ran -> {
                        PaymentAttempt ended = settled(desk, ran.attempt(), patience);
                        ExitStatus end = Attempts.print(
                                console, spec.commandLine().getErr(), ended, desk.slip(ended.id()), earlier.report());
                        if (end != ExitStatus.NOT_KNOWN) {
                            earlier.told();
                        }
                        yield end.code();
                    }
                };
            }
        }
    }

    private static void clear(Console console, TerminalDesk desk, Duration patience) {
        desk.open()
                .forEach(left -> console.say("Payment " + left.reference()
                        + " of an earlier run is not decided: asking the terminal what became of it."));
        if (!Waiting.until(patience, () -> desk.open().isEmpty())) {
            PaymentAttempt left = desk.open().getFirst();
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("outcome", ExitStatus.NOT_KNOWN.word());
            report.put("undecided", List.of(SaleReport.attempt(left)));
            console.result(report);
            throw new Problem(
                    ExitStatus.NOT_KNOWN,
                    "Payment " + left.reference() + " on this terminal is not decided yet (" + left.message()
                            + "), so nothing new is sent. Switch the terminal on and try again.");
        }
    }

    private static PaymentAttempt settled(TerminalDesk desk, PaymentAttempt attempt, Duration patience)
            throws StoreException {
        if (attempt.state().isOpen()) {
            Waiting.until(patience, () -> desk.open().isEmpty());
        }
        return desk.attempt(attempt.id()).orElse(attempt);
    }
}
