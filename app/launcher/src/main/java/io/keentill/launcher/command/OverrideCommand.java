package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.LocalTill;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.SaleReport;
import io.keentill.launcher.Waiting;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till override}: a manager decides about a payment that no terminal can answer for. */
@Command(
        name = "override",
        description = "Decides, with evidence, about a payment whose outcome the terminal cannot tell.")
public final class OverrideCommand implements Callable<Integer> {

    /** How long the terminal gets to answer by itself first. */
    private static final Duration ASK_FIRST = Duration.ofSeconds(10);

    @Mixin
    private DataOptions options = new DataOptions();

    @Mixin
    private ManagerPin pin = new ManagerPin();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "REFERENCE", description = "The payment's reference, as till tasks shows it.")
    private String reference = "";

    @ArgGroup(multiplicity = "1")
    private Verdict verdict = new Verdict();

    @Option(names = "--evidence", required = true, description = "paper_slip, terminal_screen or acquirer.")
    private Evidence.Kind kind = Evidence.Kind.PAPER_SLIP;

    @Option(names = "--note", required = true, description = "What was seen, and where. No card number.")
    private String note = "";

    @Option(
            names = "--amount",
            paramLabel = "AMOUNT",
            description = "What was approved, like 2.50 (default: all of it).")
    private @Nullable BigDecimal amount;

    /** Either of two words. */
    static final class Verdict {
        @Option(names = "--approved", paramLabel = "AUTHCODE", description = "Approved, with this authorisation code.")
        private @Nullable String authCode;

        @Option(names = "--not-approved", description = "Nothing moved.")
        private boolean notApproved;
    }

    @Override
    public Integer call() {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            Waiting.until(ASK_FIRST, () -> open(till).isEmpty());
            PaymentAttempt attempt = open(till)
                    .orElseThrow(
                            () -> new Problem(
                                    "No payment with the reference " + reference
                                            + " is unknown. Either there is none, or the terminal has just answered: see till status."));
            OverrideResult result = till.override(attempt.id(), evidence(attempt), pin.value());
            return switch (result) {
                case OverrideResult.Decided(PaymentAttempt decided) -> {
                    console.say("Payment " + decided.reference() + " is decided: "
                            + (decided.moved() ? decided.approved() + " moved." : "nothing moved."));
                    console.result(SaleReport.attempt(decided));
                    yield 0;
                }
                case OverrideResult.Refused no -> throw new Problem(no.message());
                case OverrideResult.WrongPin wrong -> throw ManagerPin.wrong(wrong.triesLeft());
                case OverrideResult.LockedOut locked ->
                    throw new Problem("Too many wrong PINs. Try again at " + locked.until() + ".");
            };
        }
    }

    private Optional<PaymentAttempt> open(LocalTill till) {
        return till.openPayments().stream()
                .filter(a -> a.reference().equalsIgnoreCase(reference.strip()))
                .filter(a -> a.state() == AttemptState.UNKNOWN)
                .findFirst();
    }

    private Evidence evidence(PaymentAttempt attempt) {
        String code = verdict.authCode;
        return verdict.notApproved || code == null
                ? Evidence.nothingMoved(kind, note)
                : Evidence.moved(kind, note, amount == null ? attempt.amount() : money(attempt, amount), code);
    }

    private static Money money(PaymentAttempt attempt, BigDecimal amount) {
        try {
            Money asked = attempt.amount();
            return Money.of(amount.movePointRight(asked.digits()).longValueExact(), asked.currency());
        } catch (ArithmeticException e) {
            throw new Problem(
                    "\"" + amount + "\" is no amount in " + attempt.amount().currency() + ".", e);
        }
    }
}
