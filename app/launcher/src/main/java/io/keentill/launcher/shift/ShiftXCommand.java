package io.keentill.launcher.shift;

import io.keentill.engine.shift.XResult;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import io.keentill.launcher.command.ManagerPin;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till shift x}. */
@Command(name = "x", description = "What happened in the shift so far.")
final class ShiftXCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Mixin
    private ManagerPin pin = new ManagerPin();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--print", description = "Print it, too.")
    private boolean print;

    @Override
    public Integer call() {
        return OnShift.run(options, spec, (till, console) -> switch (till.shifts()
                .x(pin.login(till).id())) {
            case XResult.Refused no -> throw new Problem(no.message());
            case XResult.Told told -> {
                OnShift.show(console, till.shifts().paper(told.report()));
                if (print) {
                    till.shifts().print(told.report());
                }
                console.result(ShiftJson.x(told.report()));
                yield 0;
            }
        });
    }
}
