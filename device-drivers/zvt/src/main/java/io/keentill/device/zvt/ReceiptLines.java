package io.keentill.device.zvt;

import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Text that a terminal sends for printing: single lines (06 D1, the last of a receipt is marked) and blocks (06 D3, which
 * say whose receipt they are). Long runs of digits are blotted out: a line may carry a card number.
 */
final class ReceiptLines {

    private static final int LINE_FEEDS = 0xFF;
    private static final int LAST_LINE = 0x80;
    private static final int PRINT_TEXTS = 0x25;
    private static final int TEXT = 0x07;
    private static final int ATTRIBUTE = 0x09;
    private static final int RECEIPT_TYPE = 0x1F07;
    private static final int FOR_CUSTOMER = 0x46;
    private static final int FOR_MERCHANT = 0x47;
    private static final int MOST_FEEDS = 20;
    private static final int MOST_LINES = 2000;

    /** Whose receipt it is. */
    private enum Whose {
        MERCHANT,
        CUSTOMER,
        ADMIN,
        NOT_SAID
    }

    private record Receipt(Whose whose, List<String> lines) {}

    private final Charset charset;
    private final List<Receipt> done = new ArrayList<>();
    private List<String> open = new ArrayList<>();
    private int count;

    /** @param charset of texts, unless a message names another */
    ReceiptLines(Charset charset) {
        this.charset = charset;
    }

    /** Takes one message; whether a receipt ends with it. */
    boolean add(Apdu message) {
        return message.command() == Command.PRINT_LINE ? line(message.data()) : block(message.data());
    }

    /** What chip payments want on a receipt that the till makes itself (tags 46 and 47), the customer's and the shop's. */
    static TerminalReceipts printData(Bytes statusInfo, Charset agreed) {
        Tlv tlv = Fields.read(statusInfo).tlv();
        Charset here = CharacterSet.of(tlv, agreed);
        return new TerminalReceipts(printData(tlv.get(FOR_MERCHANT), here), printData(tlv.get(FOR_CUSTOMER), here));
    }

    private static List<String> printData(Optional<Bytes> text, Charset charset) {
        return text.map(value -> value.text(charset))
                .orElse("")
                .lines()
                .map(line -> CardReader.line(Bytes.text(line, charset), charset))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** All so far. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        done.forEach(receipt -> all.addAll(receipt.lines()));
        all.addAll(open);
        return List.copyOf(all);
    }

    /**
     * All so far, the shop's copy and the customer's apart. A receipt that says whose it is goes there; otherwise the first
     * is the shop's and the second the customer's. Slips that belong to no customer are the shop's.
     */
    TerminalReceipts receipts() {
        List<Receipt> all = new ArrayList<>(done);
        if (!open.isEmpty()) {
            all.add(new Receipt(Whose.NOT_SAID, open));
        }
        List<String> merchant = new ArrayList<>();
        List<String> customer = new ArrayList<>();
        for (Receipt receipt : all) {
            Whose whose = receipt.whose() == Whose.NOT_SAID ? guess(receipt.lines()) : receipt.whose();
            boolean second = whose == Whose.NOT_SAID && !merchant.isEmpty() && customer.isEmpty();
            (whose == Whose.CUSTOMER || second ? customer : merchant).addAll(receipt.lines());
        }
        return new TerminalReceipts(merchant, customer);
    }

    private boolean line(Bytes data) {
        if (data.isEmpty()) {
            return false;
        }
        int attribute = data.at(0);
        if (attribute == LINE_FEEDS) {
            int feeds = data.length() > 1 ? Math.min(data.at(1), MOST_FEEDS) : 1;
            for (int i = 0; i < feeds; i++) {
                put("");
            }
            return false;
        }
        put(CardReader.line(data.from(1), charset));
        boolean last = attribute > LAST_LINE;
        if (last) {
            end(Whose.NOT_SAID);
        }
        return last;
    }

    private boolean block(Bytes data) {
        Tlv tlv = Fields.read(data).tlv();
        Charset here = CharacterSet.of(tlv, charset);
        boolean last = false;
        for (Bytes texts : tlv.all(PRINT_TEXTS)) {
            for (Tlv.Item item : Tlv.read(texts).list()) {
                if (item.tag() == TEXT) {
                    put(CardReader.line(item.value(), here));
                }
                last |= item.tag() == ATTRIBUTE
                        && !item.value().isEmpty()
                        && item.value().at(0) > LAST_LINE
                        && item.value().at(0) != LINE_FEEDS;
            }
        }
        Optional<Whose> whose =
                tlv.get(RECEIPT_TYPE).filter(value -> !value.isEmpty()).map(ReceiptLines::whose);
        if (last || whose.isPresent()) {
            end(whose.orElse(Whose.NOT_SAID));
            return true;
        }
        return false;
    }

    private static Whose whose(Bytes type) {
        return switch (type.at(0)) {
            case 1 -> Whose.MERCHANT;
            case 2 -> Whose.CUSTOMER;
            case 3 -> Whose.ADMIN;
            default -> Whose.NOT_SAID;
        };
    }

    /** A block of the receipt before goes on with it; anything else begins a new one. */
    private void end(Whose whose) {
        if (open.isEmpty()) {
            return;
        }
        if (whose != Whose.NOT_SAID && !done.isEmpty() && done.getLast().whose() == whose) {
            done.getLast().lines().addAll(open);
        } else {
            done.add(new Receipt(whose, open));
        }
        open = new ArrayList<>();
    }

    private void put(String line) {
        if (count++ < MOST_LINES) {
            open.add(line);
        }
    }

    /** By the words that receipts carry in their head, letters only: some print them spaced out. */
    private static Whose guess(List<String> lines) {
        for (String line : lines) {
            String letters = line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
            if (letters.contains("kundenbeleg")
                    || letters.contains("customercopy")
                    || letters.contains("customerreceipt")) {
                return Whose.CUSTOMER;
            }
            if (letters.contains("händlerbeleg")
                    || letters.contains("haendlerbeleg")
                    || letters.contains("merchantcopy")
                    || letters.contains("merchantreceipt")) {
                return Whose.MERCHANT;
            }
        }
        return Whose.NOT_SAID;
    }
}
