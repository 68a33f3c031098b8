package io.keentill.launcher.command;

import io.keentill.domain.order.Order;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.mail.MailResult;
import io.keentill.engine.mail.SentReceipt;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Waiting;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till receipt}: shows or prints the receipt of a sale or a refund again, marked as a copy. */
@Command(name = "receipt", description = "Shows the receipt of a sale or a refund again, marked as a copy.")
public final class ReceiptCommand implements Callable<Integer> {

    private static final int REFUNDS = 10_000;
    private static final String OPERATOR = "command line";
    private static final Duration WAIT = Duration.ofSeconds(30);

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NUMBER", description = "Its number, or the code printed at its foot.")
    private String number = "";

    @Option(names = "--refund", description = "The number is a refund's.")
    private boolean refund;

    @Option(names = "--return", description = "The number is that of a return without a receipt.")
    private boolean withoutReceipt;

    @Option(names = "--print", description = "Prints it, too.")
    private boolean print;

    @Option(
            names = "--email",
            paramLabel = "ADDRESS",
            description = "Sends it there through RevKeen, now or as soon as it can be reached. For a sale alone.")
    private @Nullable String email;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Writes it to this file as PDF, too.")
    private @Nullable Path pdf;

    private String mailed = "";

    @Override
    public Integer call() {
        Console console = options.console(spec);
        Path data = options.folder();
        TillStore store = Wiring.store(data);
        LogFile.into(data);
        try (LocalTill till = Wiring.till(store, data, null)) {
            till.events().subscribe(event -> {
                if (event instanceof TillEvent.Notice notice) {
                    console.say(notice.message());
                }
            });
            List<Receipt> papers = withoutReceipt ? ofReturn(till) : refund ? ofRefund(till) : ofSale(till);
            List<String> texts =
                    papers.stream().map(paper -> new ReceiptText().text(paper)).toList();
            texts.forEach(console::say);
            Path file = pdf;
            if (file != null) {
                PdfOutput.write(console, papers, file);
            }
            console.result(Map.of(
                    "receipts", texts, "printed", print, "pdf", file == null ? "" : file.toString(), "email", mailed));
            return 0;
        }
    }

    private List<Receipt> ofSale(LocalTill till) {
        Order sale = till.refunds().find(number, 2).stream()
                .filter(o -> isIt(o.receiptNumber(), o.reference()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        "This till has no receipt " + number + ". Type its number, or the code at its foot."));
        if (print) {
            till.print(sale.id(), true);
        }
        String to = email;
        if (to != null) {
            send(till, sale, to);
        }
        return till.receipt(sale.id(), true).stream().toList();
    }

    private void send(LocalTill till, Order sale, String to) {
        switch (till.online().mails().send(sale.id(), to, OPERATOR)) {
            case MailResult.Refused(Sentence why) -> throw new Problem(why);
            case MailResult.Queued queued -> {
                Waiting.forRevKeen(
                        till,
                        WAIT,
                        () -> till.online().mails().of(sale.id()).stream()
                                .noneMatch(m -> m.state() == SentReceipt.State.WAITING));
                SentReceipt last = till.online().mails().of(sale.id()).getLast();
                mailed = last.state().name().toLowerCase(Locale.ROOT);
                if (last.state() == SentReceipt.State.REFUSED) {
                    throw new Problem("RevKeen did not take the e-mail: " + last.problem());
                }
            }
        }
    }

    private void refuseEmail() {
        if (email != null) {
            throw new Problem("Receipts of refunds do not go by e-mail; print it, or make a PDF of it.");
        }
    }

    private List<Receipt> ofReturn(LocalTill till) {
        refuseEmail();
        NoReceiptReturn back = till.refunds()
                .withoutReceipt()
                .named(number)
                .orElseThrow(() -> new Problem("This till has no return without a receipt " + number
                        + ". Type its number, or the code at its foot."));
        if (print) {
            till.refundPapers().printReturn(back.id(), true);
        }
        return till.refundPapers().ofReturn(back.id(), true);
    }

    private List<Receipt> ofRefund(LocalTill till) {
        refuseEmail();
        Optional<Refund> found = till.refunds().recent(REFUNDS).stream()
                .filter(r -> isIt(r.number(), r.reference()))
                .findFirst();
        Refund given = found.orElseThrow(
                () -> new Problem("This till has no refund " + number + ". Type its number, or the code at its foot."));
        List<Receipt> papers = till.refundPapers().of(given.id(), true);
        if (papers.isEmpty()) {
            throw new Problem("Refund " + number + " is not finished, so it has no receipt yet. See till tasks.");
        }
        if (print) {
            till.refundPapers().print(given.id(), true);
        }
        return papers;
    }

    private boolean isIt(@Nullable Long stored, String reference) {
        String typed = number.strip();
        return typed.equalsIgnoreCase(reference) || typed.replace("#", "").equals(String.valueOf(stored));
    }
}
