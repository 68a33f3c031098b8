package io.keentill.launcher.shift;

import io.keentill.engine.shift.CardsElsewhere;
import io.keentill.engine.shift.TerminalDay;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import io.keentill.launcher.command.ManagerPin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till shift terminal}. Exit status 1 if figures differ. */
@Command(
        name = "terminal",
        description = "Closes the terminal's day and compares till, terminal and RevKeen; differences become tasks.")
final class ShiftTerminalCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Mixin
    private ManagerPin pin = new ManagerPin();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return OnShift.run(options, spec, (till, console) -> {
            String operator = pin.login(till).id();
            return switch (till.shifts().endTerminalDay(operator)) {
                case TerminalDay.Closed closed -> tell(console, closed);
                case TerminalDay.NotClosed no -> throw new Problem(no.message());
                case TerminalDay.Refused no -> throw new Problem(no.message());
            };
        });
    }

    private static int tell(Console console, TerminalDay.Closed closed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("terminal", closed.settlement().terminal());
        json.put("till_count", closed.settlement().tillCount());
        json.put("till_net_minor", closed.settlement().tillNet().minor());
        json.put("terminal_count", closed.settlement().terminalCount());
        json.put("terminal_net_minor", closed.settlement().terminalNet().minor());
        console.say("Till: " + closed.settlement().tillCount() + " payments, net "
                + closed.settlement().tillNet() + ".");
        console.say("Terminal: " + closed.settlement().terminalCount() + " payments, net "
                + closed.settlement().terminalNet() + ".");
        switch (closed.revKeen()) {
            case CardsElsewhere.Answer.Told told -> {
                console.say("RevKeen: " + told.count() + " card sales, " + told.sum() + "; " + told.waiting()
                        + " still to be sent.");
                json.put("revkeen_count", told.count());
                json.put("revkeen_minor", told.sum().minor());
                json.put("revkeen_waiting", told.waiting());
            }
            case CardsElsewhere.Answer.NotTold no -> console.say("RevKeen: " + no.message());
        }
        closed.differences().forEach(console::say);
        closed.slip().forEach(console::say);
        json.put("differences", closed.differences());
        console.result(json);
        return closed.differences().isEmpty() ? 0 : 1;
    }
}
