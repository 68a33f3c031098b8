package io.keentill.device.zvt;

import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that a terminal sends for printing (06 D1, 06 D3) before its result, although we registered as a till that does not
 * print. Long runs of digits are blotted out: a line may carry a card number.
 */
final class ReceiptLines {

    private final List<String> lines = new ArrayList<>();

    /** Takes one message. */
    void add(Apdu message) {
        Bytes data = message.data();
        if (message.command() == Command.PRINT_LINE) {
            if (data.length() > 1) {
                addText(data.from(1));
            }
            return;
        }
        Tlv block = Fields.read(data).tlv();
        block.get(0x25).map(Tlv::read).ifPresent(texts -> texts.all(0x07).forEach(this::addText));
    }

    /** All so far, as the shop's copy. */
    TerminalReceipts receipts() {
        return new TerminalReceipts(lines, List.of());
    }

    private void addText(Bytes text) {
        lines.add(text.text(CardReader.TEXT).replaceAll("\\p{Cntrl}", "").replaceAll("\\d{9,}(?=\\d{4})", "****"));
    }
}
