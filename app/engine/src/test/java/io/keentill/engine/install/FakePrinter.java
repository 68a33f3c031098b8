package io.keentill.engine.install;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.printer.PrintResult;
import io.keentill.device.printer.ReceiptPrinter;
import io.keentill.domain.receipt.Receipt;
import java.util.List;
import java.util.function.Function;

/** Writes down what it is to do. */
record FakePrinter(String address, List<String> did) implements ReceiptPrinter {

    static Function<String, ReceiptPrinter> at(List<String> did) {
        return address -> {
            LinkAddress.parse(address);
            return new FakePrinter(address, did);
        };
    }

    @Override
    public PrintResult print(Receipt receipt) {
        return done("prints " + receipt.title());
    }

    @Override
    public PrintResult openDrawer() {
        return done("opens the drawer");
    }

    private PrintResult done(String what) {
        if (address.contains("jammed")) {
            return new PrintResult.NotPrinted("Out of paper");
        }
        did.add(address + " " + what);
        return new PrintResult.Printed();
    }

    @Override
    public void close() {}
}
