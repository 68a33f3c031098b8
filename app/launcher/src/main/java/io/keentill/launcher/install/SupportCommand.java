package io.keentill.launcher.install;

import io.keentill.engine.install.CareDesk;
import io.keentill.launcher.OnTill;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till support}. */
@Command(
        name = "support",
        description =
                "Writes a zip for a support desk: findings, payments, journal, logs, without secrets and card data.")
public final class SupportCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to (default: support in the till's own folder).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        return OnTill.run(options, spec, (till, console) -> {
            OnTill.look(till);
            CareDesk care = till.install().care();
            return switch (care.bundle(out == null ? care.usualFolder() : out)) {
                case CareDesk.Bundle.NotWritten no -> throw new Problem(no.message());
                case CareDesk.Bundle.Written(Path file) -> {
                    console.say("Written: " + file);
                    console.result(Map.of("file", file.toString()));
                    yield 0;
                }
            };
        });
    }
}
