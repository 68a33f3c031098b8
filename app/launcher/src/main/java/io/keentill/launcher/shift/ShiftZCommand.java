package io.keentill.launcher.shift;

import io.keentill.domain.receipt.Receipt;
import io.keentill.engine.shift.ZFound;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import io.keentill.launcher.command.PdfOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till shift z}. */
@Command(name = "z", description = "A Z report again, if it is as it was made.")
final class ShiftZCommand implements Callable<Integer> {

    private static final String OPERATOR = "command";

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "N", description = "Its number.")
    private long number;

    @Option(names = "--print", description = "Print it, too; marked as a copy after the first time.")
    private boolean print;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Writes it to this file as PDF, too.")
    private @Nullable Path pdf;

    @Override
    public Integer call() {
        return OnShift.run(options, spec, (till, console) -> switch (till.shifts()
                .z(number)) {
            case ZFound.None none -> throw new Problem(none.message());
            case ZFound.Damaged damaged -> throw new Problem(damaged.message());
            case ZFound.Report found -> {
                Receipt paper = till.shifts().paper(found.report(), true);
                OnShift.show(console, paper);
                Path file = pdf;
                if (file != null) {
                    PdfOutput.write(console, List.of(paper), file);
                }
                if (print) {
                    till.shifts().print(found.report(), OPERATOR);
                }
                console.result(ShiftJson.z(found.report()));
                yield 0;
            }
        });
    }
}
