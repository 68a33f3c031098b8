package io.keentill.launcher.terminals;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.engine.install.TerminalHealth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code till terminals health}. */
@Command(
        name = "health",
        description = "Says how a terminal does: ready, last seen, what its payments came to, how fast.")
final class HealthCommand implements Callable<Integer> {

    @Mixin
    private TerminalArguments terminal = new TerminalArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return OnDesk.run(terminal.options(), spec, (till, console) -> {
            TerminalHealth health = till.install().terminals().health(terminal.address());
            TerminalHealth.Record record = health.record();
            console.say(health.status().state() + " " + health.status().message() + ", answered in "
                    + health.answeredIn().toMillis() + " ms, last seen "
                    + (health.lastSeen() == null ? "never" : health.lastSeen().toString()));
            console.say("Of its last " + record.payments() + " payments it answered " + record.answered()
                    + " and approved " + record.approved()
                    + (record.typical() == null
                            ? ""
                            : "; half of them within " + record.typical().toMillis() + " ms"));
            console.result(json(health));
            return health.status().state() == TerminalStatus.State.READY ? 0 : 1;
        });
    }

    private static Map<String, @Nullable Object> json(TerminalHealth health) {
        TerminalHealth.Record record = health.record();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("state", health.status().state().name().toLowerCase(Locale.ROOT));
        map.put("message", health.status().message());
        map.put("answered_in_ms", health.answeredIn().toMillis());
        map.put(
                "last_seen",
                health.lastSeen() == null ? null : health.lastSeen().toString());
        map.put("payments", record.payments());
        map.put("answered", record.answered());
        map.put("approved", record.approved());
        map.put("typical_ms", record.typical() == null ? null : record.typical().toMillis());
        return map;
    }
}
