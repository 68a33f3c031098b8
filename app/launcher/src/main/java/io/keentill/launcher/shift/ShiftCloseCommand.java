package io.keentill.launcher.shift;

import io.keentill.engine.shift.CloseResult;
import io.keentill.engine.shift.CloseWish;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import io.keentill.launcher.command.ManagerPin;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till shift close}. */
@Command(name = "close", description = "Closes the shift on its latest count and makes its Z report.")
final class ShiftCloseCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Mixin
    private ManagerPin pin = new ManagerPin();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the drawer is over or short.")
    private @Nullable String reason;

    @Option(names = "--accept-open", description = "Accept that payments are open whose outcome nobody knows.")
    private boolean acceptOpen;

    @Override
    public Integer call() {
        return OnShift.run(options, spec, (till, console) -> {
            String operator = pin.login(till).id();
            CloseWish wish = new CloseWish(reason, acceptOpen ? pin.value() : null);
            return switch (till.shifts().close(wish, operator)) {
                case CloseResult.Closed closed -> {
                    OnShift.show(console, till.shifts().paper(closed.report(), false));
                    till.shifts().print(closed.report(), operator);
                    console.result(ShiftJson.z(closed.report()));
                    yield 0;
                }
                case CloseResult.CountFirst first -> throw new Problem(first.message());
                case CloseResult.ReasonNeeded why -> throw new Problem(why.message() + " Add --reason.");
                case CloseResult.PaymentsOpen open ->
                    throw new Problem(open.message() + " Add --accept-open for that.");
                case CloseResult.WrongPin wrong -> throw ManagerPin.wrong(wrong.triesLeft());
                case CloseResult.LockedOut locked ->
                    throw new Problem("Too many wrong PINs. Try again at " + locked.until() + ".");
                case CloseResult.Refused no -> throw new Problem(no.message());
            };
        });
    }
}
