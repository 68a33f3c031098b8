package io.keentill.launcher.install;

import io.keentill.engine.install.ConnectorDesk;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.engine.sync.LinkResult;
import io.keentill.launcher.OnTill;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Waiting;
import io.keentill.launcher.command.DataOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till connector}: the till as RevKeen's connector of its own terminal. */
@Command(name = "connector", description = "Links this till to RevKeen as the connector of its terminal.")
public final class ConnectorCommand implements Runnable {

    private static final String OPERATOR = "command line";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "status", description = "Says how the connector channel stands.")
    int status(@Mixin DataOptions options) {
        return OnTill.run(options, spec, (till, console) -> {
            ConnectorDesk desk = till.install().connector();
            boolean linked =
                    Waiting.forRevKeen(till, PATIENCE, () -> desk.standing().state() != ConnectorState.DISCONNECTED)
                            && desk.standing().state() == ConnectorState.LINKED;
            ConnectorDesk.Standing now = desk.standing();
            String state = now.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            console.say(now.offered() ? state + (now.byCode() ? ", by code" : ", by the till's key") : "no RevKeen");
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("state", now.state().name().toLowerCase(Locale.ROOT));
            map.put("by_code", now.byCode());
            console.result(map);
            return linked ? 0 : 1;
        });
    }

    @Command(name = "link", description = "Exchanges a linking code from RevKeen's dashboard.")
    int link(@Mixin DataOptions options, @Parameters(paramLabel = "CODE") String code) {
        return OnTill.run(options, spec, (till, console) -> switch (till.install()
                .connector()
                .link(code, OPERATOR)) {
            case LinkResult.NotLinked no -> throw new Problem(no.message());
            case LinkResult.Linked(String device) -> {
                console.say("Linked. RevKeen keeps this till as device " + device + ".");
                console.result(Map.of("device_id", device));
                yield 0;
            }
        });
    }

    @Command(name = "unlink", description = "Forgets the link; the till's key is used again.")
    int unlink(@Mixin DataOptions options) {
        return OnTill.run(options, spec, (till, console) -> {
            till.install().connector().unlink(OPERATOR).ifPresent(why -> {
                throw new Problem(why);
            });
            console.say("The link is forgotten.");
            console.result(Map.of("by_code", false));
            return 0;
        });
    }
}
