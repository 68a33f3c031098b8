package io.keentill.launcher.install;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.install.Candidate;
import io.keentill.engine.install.PrinterDesk;
import io.keentill.engine.install.PrinterDesk.Printer;
import io.keentill.engine.install.SearchWatch;
import io.keentill.launcher.Console;
import io.keentill.launcher.OnTill;
import io.keentill.launcher.Problem;
import io.keentill.launcher.command.DataOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code till printer}: finds, tries and chooses the receipt printer. */
@Command(name = "printer", description = "Finds, tries and chooses the receipt printer.")
public final class PrinterCommand implements Runnable {

    private static final String OPERATOR = "command line";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The printer as options describe it; without an address the one in use. */
    static final class Described {

        @Option(names = "--address", description = "tcp:192.168.1.30:9100, usb:04b8:0202, serial:PATH or file:PATH.")
        private @Nullable String address;

        @Option(names = "--paper", description = "80, 80-42 or 58 (default 80).")
        private String paper = "80";

        @Option(names = "--table", description = "Number of its table for code page 858 (default 19, as with Epson).")
        private String table = "19";

        Printer or(@Nullable Printer current) {
            if (address != null) {
                return new Printer(address, paper, table);
            }
            if (current == null) {
                throw new Problem("No printer is set up: name one with --address, or find one with till printer find.");
            }
            return current;
        }
    }

    @Command(name = "find", description = "Looks at USB and serial ports and, at port 9100, on the network.")
    int find(
            @Mixin DataOptions options,
            @Option(names = "--range", defaultValue = "", description = "One host, or a network with a prefix from 22.")
                    String range) {
        return OnTill.run(options, spec, (till, console) -> {
            List<Map<String, String>> found = new CopyOnWriteArrayList<>();
            till.install().printer().search(range, new Listed(console, found));
            if (found.isEmpty()) {
                console.say("No printer found. Check that it is switched on and on this network.");
            }
            console.result(Map.of("found", found));
            return found.isEmpty() ? 1 : 0;
        });
    }

    @Command(name = "test", description = "Prints a page that shows width, code page and codes.")
    int test(@Mixin DataOptions options, @Mixin Described printer) {
        return job(options, printer, "Printed", PrinterDesk::testPage);
    }

    @Command(name = "drawer", description = "Opens the cash drawer behind the printer.")
    int drawer(@Mixin DataOptions options, @Mixin Described printer) {
        return job(options, printer, "Told to open", PrinterDesk::openDrawer);
    }

    @Command(name = "use", description = "Prints receipts on this printer from now on.")
    int use(@Mixin DataOptions options, @Mixin Described printer) {
        return job(options, printer, "Receipts are printed on it now", (desk, p) -> desk.use(p, OPERATOR));
    }

    @Command(name = "forget", description = "Uses no printer from now on.")
    int forget(@Mixin DataOptions options) {
        return OnTill.run(
                options,
                spec,
                (till, console) -> told(
                        console,
                        "",
                        "No printer is used now",
                        till.install().printer().forget(OPERATOR)));
    }

    private int job(
            DataOptions options,
            Described described,
            String done,
            BiFunction<PrinterDesk, Printer, Optional<Sentence>> work) {
        return OnTill.run(options, spec, (till, console) -> {
            PrinterDesk desk = till.install().printer();
            Printer printer = described.or(desk.current());
            return told(console, printer.address(), done, work.apply(desk, printer));
        });
    }

    private static int told(Console console, String address, String done, Optional<Sentence> wrong) {
        wrong.ifPresent(why -> {
            throw new Problem(why);
        });
        console.say(address.isEmpty() ? done + "." : done + ": " + address);
        console.result(Map.of("address", address));
        return 0;
    }

    private record Listed(Console console, List<Map<String, String>> found) implements SearchWatch {

        @Override
        public void progress(int done, int all) {
            // A search takes seconds; lines that count them would only be in the way.
        }

        @Override
        public void found(Candidate candidate) {
            console.say(candidate.address() + "  " + candidate.words());
            found.add(Map.of(
                    "address", candidate.address(), "why", candidate.words().toString()));
        }

        @Override
        public void trouble(Sentence message) {
            console.say(message.toString());
        }

        @Override
        public boolean cancelled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
