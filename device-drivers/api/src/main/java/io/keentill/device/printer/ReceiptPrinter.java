package io.keentill.device.printer;

import io.keentill.domain.receipt.Receipt;

/** Prints receipts and opens the cash drawer behind it. Calls block, never for ever. */
public interface ReceiptPrinter extends AutoCloseable {

    /** Prints and cuts. Payment never waits for it. */
    PrintResult print(Receipt receipt);

    /** Sends the drawer pulse. */
    PrintResult openDrawer();

    /** Gives the device back. */
    @Override
    void close();
}
