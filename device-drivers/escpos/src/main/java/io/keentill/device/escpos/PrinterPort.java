package io.keentill.device.escpos;

import io.keentill.device.printer.PrintResult;

/** A way to a printer. Calls block, never longer than the port's deadlines. */
interface PrinterPort {

    /** Sends one job as a whole. */
    PrintResult send(byte[] job);
}
