package io.keentill.launcher.terminals;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.text.Sentence;
import io.keentill.launcher.Console;
import io.keentill.launcher.ExitStatus;
import io.keentill.launcher.SaleReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A payment attempt as commands print it. */
final class Attempts {

    private Attempts() {}

    /** Prints it with what was told of earlier runs; answers how it ended: done only if money moved. */
    static ExitStatus print(
            Console console,
            PrintWriter err,
            PaymentAttempt attempt,
            TerminalSlip slip,
            List<Map<String, Object>> earlier) {
        String what = attempt.kind().name().toLowerCase(Locale.ROOT) + " " + attempt.reference();
        String why = Sentence.from(attempt.message()).toString();
        String state = attempt.state().name().toLowerCase(Locale.ROOT);
        ExitStatus end = attempt.state() == AttemptState.APPROVED
                ? ExitStatus.DONE
                : attempt.state().isOpen() ? ExitStatus.NOT_KNOWN : ExitStatus.NOT_DONE;
        if (end == ExitStatus.DONE) {
            console.say("Approved: " + what + ", " + attempt.approved()
                    + (attempt.card().lastFour() == null
                            ? ""
                            : ", card ending " + attempt.card().lastFour()));
        } else if (end == ExitStatus.NOT_KNOWN) {
            err.println("till: nobody knows yet how " + what + " ended (" + why
                    + "): do not repeat it; the terminal is asked again at the next command on it.");
        } else {
            err.println("till: " + what + " " + state + ": " + why);
        }
        slip.merchant().forEach(console::say);
        slip.customer().forEach(console::say);
        Map<String, Object> report = json(attempt, slip);
        report.put("outcome", end.word());
        report.put("earlier", earlier);
        console.result(report);
        return end;
    }

    /** As JSON. */
    static Map<String, Object> json(PaymentAttempt attempt, TerminalSlip slip) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", attempt.kind().name().toLowerCase(Locale.ROOT));
        map.putAll(SaleReport.attempt(attempt));
        map.put("currency", attempt.amount().currency().getCurrencyCode());
        map.put("created_at", attempt.createdAt().toString());
        map.put("merchant_slip", slip.merchant());
        map.put("customer_slip", slip.customer());
        return map;
    }
}
