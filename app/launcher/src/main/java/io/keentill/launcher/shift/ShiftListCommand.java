package io.keentill.launcher.shift;

import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ZReport;
import io.keentill.engine.shift.ZFound;
import io.keentill.launcher.Console;
import io.keentill.launcher.command.DataOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till shift list}. Exit status 1 if a report is not as it was made. */
@Command(name = "list", description = "The shift that runs and the Z reports, newest first, each proved.")
final class ShiftListCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--limit", paramLabel = "N", description = "How many reports (default 20).")
    private int limit = 20;

    @Override
    public Integer call() {
        return OnShift.run(options, spec, (till, console) -> {
            Optional<Shift> running = till.shifts().current();
            console.say(running.map(s -> "Shift " + s.seq() + " is open since " + s.openedAt() + ".")
                    .orElse("No shift is open."));
            List<ZFound> found = till.shifts().zs(Math.max(0, limit));
            List<Map<String, @Nullable Object>> reports = new ArrayList<>();
            boolean whole = true;
            for (ZFound one : found) {
                whole &= one instanceof ZFound.Report;
                tell(console, one, reports);
            }
            console.result(ShiftJson.all(reports));
            return whole ? 0 : 1;
        });
    }

    private static void tell(Console console, ZFound found, List<Map<String, @Nullable Object>> reports) {
        switch (found) {
            case ZFound.Report(ZReport z) -> {
                console.say("Z " + z.number() + "  " + z.shift().closedAt() + "  "
                        + z.figures().sales().count() + " sales, "
                        + z.figures().sales().total() + ", drawer " + z.count().difference());
                reports.add(ShiftJson.z(z));
            }
            case ZFound.Damaged damaged -> console.say(damaged.message());
            case ZFound.None none -> console.say(none.message());
        }
    }
}
