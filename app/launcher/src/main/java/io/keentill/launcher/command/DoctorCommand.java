package io.keentill.launcher.command;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.LocalTill;
import io.keentill.engine.install.Finding;
import io.keentill.launcher.Console;
import io.keentill.launcher.MachineCheck;
import io.keentill.launcher.OnTill;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till doctor}: what is missing on this machine and how to get it. */
@Command(name = "doctor", description = "Says what is missing on this machine and how to get it.")
public final class DoctorCommand implements Callable<Integer> {

    /** The store's file, by which a folder is known to hold a till. */
    private static final String DATABASE = "keentill.db";

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = options.console(spec);
        List<Finding> findings = findings(options.folder());
        for (Finding finding : findings) {
            String mark = finding.isGood() ? "ok     " : finding.needed() ? "MISSING" : "note   ";
            console.say(mark + " " + finding.what() + ": " + finding.state());
            if (!finding.isGood()) {
                console.say("        " + finding.fix());
            }
        }
        boolean healthy = findings.stream().noneMatch(f -> f.needed() && !f.isGood());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("healthy", healthy);
        result.put("findings", findings.stream().map(DoctorCommand::json).toList());
        console.result(result);
        return healthy ? 0 : 1;
    }

    /** Of the machine alone where no till is set up, or one that runs holds its data; of the till, too, otherwise. */
    private static List<Finding> findings(Path data) {
        if (!Files.isRegularFile(data.resolve(DATABASE))) {
            return MachineCheck.of(data);
        }
        try (LocalTill till = Wiring.till(Wiring.store(data), data, null)) {
            OnTill.look(till);
            return till.install().care().examine();
        } catch (Problem held) {
            List<Finding> findings = new ArrayList<>(MachineCheck.of(data));
            findings.add(new Finding(
                    Sentence.of("check.till", "Till"),
                    false,
                    Sentence.of("check.not-now", "cannot be examined now"),
                    Sentence.quoted(held.getMessage())));
            return findings;
        }
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", finding.what());
        map.put("needed", finding.needed());
        map.put("state", finding.state());
        map.put("fix", finding.fix());
        return map;
    }
}
