package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.refund.NoReceiptResult;
import io.keentill.engine.refund.NoReceiptScan;
import io.keentill.engine.refund.NoReceiptWish;
import io.keentill.launcher.Console;
import io.keentill.launcher.LogFile;
import io.keentill.launcher.Problem;
import io.keentill.launcher.ReturnReport;
import io.keentill.launcher.Wiring;
import io.keentill.store.TillStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code till refund without-receipt}. */
@Command(
        name = "without-receipt",
        description =
                "Gives cash for goods of which nobody has the receipt, where the shop allows that (till refund rules);"
                        + " or lists the last ones. RevKeen is not told of it.")
final class WithoutReceiptCommand implements Callable<Integer> {

    private static final Pattern ITEM = Pattern.compile(
            "(?<code>[^*@]+)(\\*(?<quantity>\\d{1,7}(\\.\\d{1,3})?))?(@(?<price>\\d{1,9}(\\.\\d{1,3})?))?");
    private static final int LISTED = 50;

    @Mixin
    private DataOptions options = new DataOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--item",
            paramLabel = "CODE[*N][@PRICE]",
            description =
                    "Barcode, SKU or a scale's label, how many, and what one gives if that is less than the catalogue says.")
    private List<String> items = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in a few words.")
    private String reason = "";

    @Option(
            names = "--pin",
            interactive = true,
            arity = "0..1",
            paramLabel = "PIN",
            description = "The PIN of the manager who approves it; asked for when no value follows.")
    private @Nullable String pin;

    @Option(names = "--another", description = "These are other goods than the very same ones of the return before.")
    private boolean another;

    @Option(names = "--print", description = "Prints its receipt, and the one that the shop keeps.")
    private boolean print;

    @Option(names = "--list", description = "Lists the last ones instead, newest first.")
    private boolean list;

    @Override
    public Integer call() {
        String typed = pin;
        if (!list && (items.isEmpty() || reason.isBlank() || typed == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say what comes back with --item, why with --reason, and who"
                            + " approves it with --pin; or --list the last ones.");
        }
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
            return typed == null || list ? listed(console, till) : given(console, till, typed);
        }
    }

    private int given(Console console, LocalTill till, String typed) {
        List<NoReceiptWish.Goods> goods = new ArrayList<>();
        items.forEach(item -> goods.add(goods(till, item)));
        String manager = ManagerPin.of(typed).login(till).id();
        NoReceiptWish wish = new NoReceiptWish(till.refunds().withoutReceipt().begin(), goods, reason, another);
        return switch (till.refunds().withoutReceipt().give(wish, manager, manager)) {
            case NoReceiptResult.Given(NoReceiptReturn back, boolean before) -> done(console, till, back);
            case NoReceiptResult.TheSame(NoReceiptReturn last) ->
                throw new Problem("The return before, " + last.number() + " of " + last.at()
                        + ", was of the very same goods. If its "
                        + last.handed()
                        + " were not handed out, hand them out now; nothing is booked anew. If these are"
                        + " other goods, say so with --another.");
            case NoReceiptResult.Refused(Sentence why) -> throw new Problem(why);
        };
    }

    private static NoReceiptWish.Goods goods(LocalTill till, String item) {
        Matcher parts = ITEM.matcher(item);
        if (!parts.matches()) {
            throw noItem(item, null);
        }
        Quantity quantity;
        Money price;
        try {
            quantity = quantity(parts.group("quantity"));
            price = price(till, parts.group("price"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw noItem(item, e);
        }
        return switch (till.refunds().withoutReceipt().scanned(parts.group("code"), quantity)) {
            case NoReceiptScan.Goods(NoReceiptWish.Goods goods) ->
                price == null ? goods : new NoReceiptWish.Goods(goods.productId(), goods.quantity(), price);
            case NoReceiptScan.Refused(Sentence why) -> throw new Problem(why);
            case NoReceiptScan.Unknown none ->
                throw new Problem("No product has the code " + parts.group("code") + ".");
        };
    }

    private static Quantity quantity(@Nullable String text) {
        return text == null
                ? Quantity.ONE
                : new Quantity(new BigDecimal(text).movePointRight(3).longValueExact());
    }

    private static @Nullable Money price(LocalTill till, @Nullable String text) {
        Money zero = Money.zero(till.shop().currency());
        return text == null
                ? null
                : Money.of(new BigDecimal(text).movePointRight(zero.digits()).longValueExact(), zero.currency());
    }

    private static Problem noItem(String item, @Nullable Exception why) {
        String words = "\"" + item + "\" is no item: write CODE, CODE*N or CODE*N@PRICE, like 5083016613186*2@1.50.";
        return why == null ? new Problem(words) : new Problem(words, why);
    }

    private int done(Console console, LocalTill till, NoReceiptReturn back) {
        console.say(
                "Return " + back.number() + " of " + back.total() + " without a receipt. RevKeen is not told of it.");
        console.say("Hand over " + back.handed() + " in cash.");
        List<String> receipts = till.refundPapers().ofReturn(back.id(), false).stream()
                .map(new ReceiptText()::text)
                .toList();
        receipts.stream().limit(1).forEach(console::say);
        if (print) {
            till.refundPapers().printReturn(back.id(), false);
        }
        Map<String, Object> report = ReturnReport.of(back);
        report.put("receipts", receipts);
        console.result(report);
        return 0;
    }

    private static int listed(Console console, LocalTill till) {
        List<NoReceiptReturn> last = till.refunds().withoutReceipt().recent(LISTED);
        if (last.isEmpty()) {
            console.say("Nothing came back without a receipt.");
        }
        last.forEach(back -> console.say(
                "Return " + back.number() + "  " + back.at() + "  " + back.handed() + "  " + back.reason()));
        console.result(Map.of("returns", last.stream().map(ReturnReport::of).toList()));
        return 0;
    }
}
