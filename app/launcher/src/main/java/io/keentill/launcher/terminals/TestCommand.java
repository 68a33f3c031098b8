package io.keentill.launcher.terminals;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.payment.TestPaymentResult;
import io.keentill.launcher.Console;
import io.keentill.launcher.ExitStatus;
import io.keentill.launcher.OnTill;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till terminals test}. */
@Command(
        name = "test",
        description = "Takes a small payment on the terminal in use and gives it back: as a void, else as a refund.")
final class TestCommand implements Callable<Integer> {

    private static final long USUAL_MINOR = 100;
    private static final String NOT_KNOWN = "not_known";

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--amount", paramLabel = "MINOR", description = "Minor units (default 100).")
    private long amount = USUAL_MINOR;

    @Override
    public Integer call() {
        return OnTill.run(options, spec, this::run);
    }

    private int run(LocalTill till, Console console) {
        till.events().subscribe(event -> {
            if (event instanceof TillEvent.PaymentProgress(String _, Progress progress)) {
                console.say("Terminal: " + progress.text());
            }
        });
        Money money = Money.of(amount, till.shop().currency());
        return switch (till.install().terminals().test(money, DeskWork.OPERATOR)) {
            case TestPaymentResult.Refused no -> throw new Problem(no.message());
            case TestPaymentResult.NotTaken(PaymentAttempt sale) ->
                ended(console, "not_taken", sale, null, "Nothing was taken: " + sale.message());
            case TestPaymentResult.NotKnown(PaymentAttempt sale) ->
                ended(
                        console,
                        NOT_KNOWN,
                        sale,
                        null,
                        "Nobody knows yet whether " + sale.amount() + " was taken. Do not repeat it: the till asks the"
                                + " terminal whenever it runs.");
            case TestPaymentResult.GivenBack(PaymentAttempt sale, PaymentAttempt back) ->
                ended(
                        console,
                        "given_back",
                        sale,
                        back,
                        sale.approved() + " was taken and given back ("
                                + back.kind().name().toLowerCase(Locale.ROOT) + ").");
            case TestPaymentResult.Kept(PaymentAttempt sale, Sentence why) ->
                ended(console, "kept", sale, null, sale.approved() + " was taken and is not given back. " + why);
        };
    }

    private int ended(Console console, String state, PaymentAttempt sale, @Nullable PaymentAttempt back, String words) {
        boolean good = back != null;
        boolean known = !state.equals(NOT_KNOWN);
        if (good) {
            console.say(words);
        } else {
            spec.commandLine().getErr().println("till: " + words);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("state", state);
        map.put("reference", sale.reference());
        map.put("back_reference", back == null ? null : back.reference());
        map.put("message", words);
        console.result(map);
        return (good ? ExitStatus.DONE : known ? ExitStatus.NOT_DONE : ExitStatus.NOT_KNOWN).code();
    }
}
