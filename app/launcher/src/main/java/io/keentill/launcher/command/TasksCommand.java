package io.keentill.launcher.command;

import io.keentill.engine.LocalTill;
import io.keentill.engine.TillTask;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till tasks}: what somebody has to look at. Exit status 1 while there is anything. */
@Command(name = "tasks", description = "What somebody has to look at.")
public final class TasksCommand implements Callable<Integer> {

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            List<TillTask> tasks = till.tasks();
            tasks.forEach(t -> console.say(t.since() + "  " + kind(t) + "  " + t.id() + "\n    " + t.text()));
            if (tasks.isEmpty()) {
                console.say("Nothing waits for anybody.");
            }
            console.result(
                    Map.of("tasks", tasks.stream().map(TasksCommand::json).toList()));
            return tasks.isEmpty() ? 0 : 1;
        }
    }

    private static Map<String, Object> json(TillTask task) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", task.id());
        json.put("kind", kind(task));
        json.put("text", task.text());
        json.put("since", task.since().toString());
        return json;
    }

    private static String kind(TillTask task) {
        return task.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Says that one is done. */
    @Command(name = "done", description = "Says that a task is done; only one that does not end by itself.")
    Integer done(
            @Mixin DataOptions data,
            @Mixin ManagerPin pin,
            @Parameters(paramLabel = "TASK") String id,
            @Option(names = "--note", required = true, description = "What was done.") String note) {
        Path folder = data.folder();
        TillStore store = Wiring.store(folder);
        LogFile.into(folder);
        try (LocalTill till = Wiring.till(store, folder, null)) {
            till.closeTask(id, note, pin.login(till).id()).ifPresent(no -> {
                throw new Problem(no);
            });
            data.console(spec).say("Done.");
            return 0;
        }
    }
}
