package io.keentill.launcher.terminals;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.install.FrameFile;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals trace}: reads what tills on this data folder wrote, beside them. */
@Command(name = "trace", description = "Shows the masked frames of the last payment on a terminal, or what runs now.")
final class TraceCommand implements Callable<Integer> {

    private static final Duration AROUND = Duration.ofSeconds(2);
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--live",
            paramLabel = "SECONDS",
            description = "Shows new frames for so long, of any till or command on this data folder.")
    private @Nullable Integer liveSeconds;

    @Override
    public Integer call() throws StoreException {
        Console console = terminal.options().console(spec);
        try {
            return liveSeconds == null ? last(console) : live(console, Duration.ofSeconds(liveSeconds));
        } catch (IOException e) {
            throw new Problem("The trace cannot be read: " + e.getMessage(), e);
        }
    }

    private int last(Console console) throws StoreException, IOException {
        PaymentAttempt attempt = LastCommand.find(terminal.folder(), terminal.key());
        Instant end = Objects.requireNonNullElse(attempt.resolvedAt(), Instant.MAX.minus(AROUND));
        List<FrameFile.Frame> frames = FrameFile.in(terminal.folder()).read().stream()
                .filter(f -> f.terminal().equals(terminal.key()))
                .filter(f -> !f.at().isBefore(attempt.createdAt()) && !f.at().isAfter(end.plus(AROUND)))
                .toList();
        if (frames.isEmpty()) {
            throw new Problem("No frames of payment " + attempt.reference()
                    + " are kept: only the newest are, about two megabytes.");
        }
        show(console, frames);
        console.result(Map.of(
                "reference",
                attempt.reference(),
                "frames",
                frames.stream().map(TraceCommand::json).toList()));
        return 0;
    }

    private int live(Console console, Duration time) throws IOException {
        FrameFile file = FrameFile.in(terminal.folder());
        int shown = file.read().size();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            List<FrameFile.Frame> all = file.read();
            // Fewer than before: the file was rolled, so all of it is new.
            List<FrameFile.Frame> fresh = all.subList(all.size() < shown ? 0 : shown, all.size()).stream()
                    .filter(f -> f.terminal().equals(terminal.key()))
                    .toList();
            shown = all.size();
            show(console, fresh);
            fresh.forEach(f -> console.result(json(f)));
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return 0;
    }

    private static void show(Console console, List<FrameFile.Frame> frames) {
        frames.forEach(f -> console.say(f.at() + "  " + f.direction() + "  " + f.text()));
    }

    private static Map<String, Object> json(FrameFile.Frame frame) {
        return Map.of(
                "at", frame.at().toString(),
                "direction", frame.direction().toLowerCase(java.util.Locale.ROOT),
                "text", frame.text());
    }
}
