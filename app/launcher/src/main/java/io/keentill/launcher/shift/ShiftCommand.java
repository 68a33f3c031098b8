package io.keentill.launcher.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.engine.LocalTill;
import io.keentill.engine.shift.ShiftResult;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import io.keentill.launcher.command.ManagerPin;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till shift}: the drawer from its opening float to its Z report. */
@Command(
        name = "shift",
        description = "The drawer from its opening float to its Z report.",
        subcommands = {
            ShiftCloseCommand.class,
            ShiftXCommand.class,
            ShiftZCommand.class,
            ShiftListCommand.class,
            ShiftRulesCommand.class,
            ShiftTerminalCommand.class
        })
public final class ShiftCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "open", description = "Opens a shift with what is in the drawer for change.")
    Integer open(
            @Mixin DataOptions options,
            @Mixin ManagerPin pin,
            @Parameters(paramLabel = "FLOAT", description = "Like 100.00.") BigDecimal amount) {
        return OnShift.run(options, spec, (till, console) -> {
            String operator = pin.login(till).id();
            return told(console, till.shifts().open(OnShift.money(till, amount), operator));
        });
    }

    @Command(name = "pay-in", description = "Puts cash into the drawer.")
    Integer payIn(
            @Mixin DataOptions options,
            @Mixin ManagerPin pin,
            @Parameters(paramLabel = "AMOUNT") BigDecimal amount,
            @Option(names = "--reason", required = true, description = "What it is for.") String reason) {
        return move(options, pin, CashMovement.Kind.PAY_IN, amount, reason);
    }

    @Command(name = "pay-out", description = "Takes cash out of the drawer to be spent.")
    Integer payOut(
            @Mixin DataOptions options,
            @Mixin ManagerPin pin,
            @Parameters(paramLabel = "AMOUNT") BigDecimal amount,
            @Option(names = "--reason", required = true, description = "What it is for.") String reason) {
        return move(options, pin, CashMovement.Kind.PAY_OUT, amount, reason);
    }

    @Command(name = "drop", description = "Takes cash out of the drawer into the safe.")
    Integer drop(
            @Mixin DataOptions options,
            @Mixin ManagerPin pin,
            @Parameters(paramLabel = "AMOUNT") BigDecimal amount,
            @Option(names = "--reason", required = true, description = "Where it goes.") String reason) {
        return move(options, pin, CashMovement.Kind.DROP, amount, reason);
    }

    private Integer move(
            DataOptions options, ManagerPin pin, CashMovement.Kind kind, BigDecimal amount, String reason) {
        return OnShift.run(options, spec, (till, console) -> {
            String operator = pin.login(till).id();
            return told(console, till.shifts().move(kind, OnShift.money(till, amount), reason, operator));
        });
    }

    @Command(
            name = "count",
            description = "Commits what was counted in the drawer; what should be there is told only then.")
    Integer count(
            @Mixin DataOptions options,
            @Mixin ManagerPin pin,
            @Option(
                            names = "--pieces",
                            paramLabel = "VALUE*N",
                            description = "How many of a note or coin, like 0.20*14.")
                    List<String> pieces,
            @Option(names = "--loose", paramLabel = "AMOUNT", description = "What was not counted by the piece.")
                    @Nullable
                    BigDecimal loose) {
        return OnShift.run(options, spec, (till, console) -> {
            Money rest = loose == null ? Money.zero(till.shop().currency()) : OnShift.money(till, loose);
            CashCount counted = counted(till, pieces == null ? List.of() : pieces, rest);
            return told(console, till.shifts().count(counted, pin.login(till).id()));
        });
    }

    private static CashCount counted(LocalTill till, List<String> pieces, Money loose) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        for (String text : pieces) {
            String[] parts = text.split("\\*", -1);
            try {
                long value = OnShift.money(till, new BigDecimal(parts[0])).minor();
                counts.merge(value, Long.parseLong(parts[1]), Math::addExact);
            } catch (NumberFormatException | ArithmeticException | IndexOutOfBoundsException e) {
                throw new Problem("\"" + text + "\" is no count: write VALUE*N, like 0.20*14.", e);
            }
        }
        return new CashCount(till.shop().currency(), counts, loose);
    }

    private static int told(Console console, ShiftResult result) {
        switch (result) {
            case ShiftResult.Opened opened -> {
                console.say("Shift " + opened.shift().seq() + " is open with "
                        + opened.shift().openingFloat() + " in the drawer.");
                if (!opened.cashBefore().isZero()) {
                    console.say(
                            opened.cashBefore() + " in cash was taken since the last close. It belongs to this shift"
                                    + " and is no part of the float.");
                }
                console.result(ShiftJson.opened(opened));
            }
            case ShiftResult.Moved moved -> {
                console.say("Done: " + moved.movement().signed() + " for "
                        + moved.movement().reason() + ".");
                console.result(ShiftJson.moved(moved.movement()));
            }
            case ShiftResult.Counted counted -> {
                console.say("Counted " + counted.count().counted().total() + ", expected "
                        + counted.count().expected() + ", difference "
                        + counted.count().difference() + ".");
                if (counted.needsReason()) {
                    console.say("Closing will ask why.");
                }
                console.result(ShiftJson.counted(counted));
            }
            case ShiftResult.Refused no -> throw new Problem(no.message());
        }
        return 0;
    }
}
