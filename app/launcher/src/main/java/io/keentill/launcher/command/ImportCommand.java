package io.keentill.launcher.command;

import io.keentill.domain.shop.Shop;
import io.keentill.engine.IdSource;
import io.keentill.engine.setup.ProductImport;
import io.keentill.launcher.Console;
import io.keentill.launcher.Problem;
import io.keentill.launcher.Wiring;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code till import}: brings data in from files. */
@Command(name = "import", description = "Brings data in from files.")
public final class ImportCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "products",
            description = "Products from a CSV file: sku,name,price,tax,category,barcode,favourite,open_price,prices.")
    Integer products(@Mixin DataOptions options, @Parameters(paramLabel = "FILE.csv") Path file) {
        Console console = options.console(spec);
        try (TillStore store = Wiring.store(options.folder());
                Reader csv = Files.newBufferedReader(file)) {
            Shop shop = store.read(View::shop)
                    .orElseThrow(() -> new Problem("This till is not set up: run till init first."));
            ProductImport in =
                    new ProductImport(store, new IdSource(Clock.systemUTC(), new SecureRandom()), shop.currency());
            return switch (in.run(csv)) {
                case ProductImport.Result.NotReadable no -> throw new Problem(file + ": " + no.message());
                case ProductImport.Result.Imported done -> report(console, file, done);
            };
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Problem("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new Problem(file + " cannot be read: " + e.getMessage(), e);
        } catch (StoreException e) {
            throw Problem.because(e);
        }
    }

    private Integer report(Console console, Path file, ProductImport.Result.Imported done) {
        console.say(done.products() + " products imported.");
        for (ProductImport.BadRow row : done.badRows()) {
            spec.commandLine().getErr().println("till: " + file + " line " + row.line() + ": " + row.why());
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("imported", done.products());
        List<Map<String, Object>> bad = done.badRows().stream()
                .map(r -> Map.<String, Object>of("line", r.line(), "why", r.why()))
                .toList();
        result.put("bad_rows", bad);
        console.result(result);
        return done.badRows().isEmpty() ? 0 : 1;
    }
}
