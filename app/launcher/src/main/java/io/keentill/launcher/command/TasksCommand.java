package io.keentill.launcher.command;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillTask;
import io.keentill.engine.sync.LeftOut;
import io.keentill.engine.sync.SyncTasks;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            List<Sentence> leftOut = leftOut(store);
            leftOut.forEach(why -> console.say("Not taken over from RevKeen: " + why));
            tasks.forEach(t -> console.say(t.since() + "  " + kind(t) + "  " + t.id() + "\n    " + t.text()));
            if (tasks.isEmpty()) {
                console.say("Nothing waits for anybody.");
            }
            console.result(
                    Map.of("tasks", tasks.stream().map(TasksCommand::json).toList(), "left_out", leftOut));
            return tasks.isEmpty() ? 0 : 1;
        }
    }

    private static List<Sentence> leftOut(TillStore store) {
        try {
            return store.read(view -> LeftOut.all(view));
        } catch (StoreException e) {
            throw Problem.because(e);
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

    /** Has RevKeen asked again. */
    @Command(name = "retry", description = "Sends again what RevKeen refused (sync_refused), once the cause is mended.")
    Integer retry(@Mixin DataOptions data, @Mixin ManagerPin pin, @Parameters(paramLabel = "TASK") String id) {
        return onRefusal(data, pin, (tasks, who) -> tasks.retry(number(id), who), "It is sent again.");
    }

    /** Takes one off the list. */
    @Command(
            name = "dismiss",
            description = "Takes what RevKeen refused (sync_refused) off the list, settled there by hand.")
    Integer dismiss(
            @Mixin DataOptions data,
            @Mixin ManagerPin pin,
            @Parameters(paramLabel = "TASK") String id,
            @Option(names = "--note", required = true, description = "How it was settled.") String note) {
        return onRefusal(data, pin, (tasks, who) -> tasks.dismiss(number(id), who, note), "Dismissed.");
    }

    /** What is done about a refusal; gives what is wrong, in words. */
    private interface Step {
        Optional<Sentence> take(SyncTasks tasks, String operator) throws StoreException;
    }

    private Integer onRefusal(DataOptions data, ManagerPin pin, Step step, String done) {
        Path folder = data.folder();
        TillStore store = Wiring.store(folder);
        LogFile.into(folder);
        try (LocalTill till = Wiring.till(store, folder, null)) {
            step.take(till.syncTasks(), pin.login(till).id()).ifPresent(no -> {
                throw new Problem(no);
            });
            till.syncNow();
            data.console(spec).say(done);
            return 0;
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id.strip());
        } catch (NumberFormatException e) {
            throw new Problem(
                    "\"" + id + "\" is no refusal of RevKeen: only tasks of kind sync_refused are retried or"
                            + " dismissed, and their ids are numbers.",
                    e);
        }
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
