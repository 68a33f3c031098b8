package io.keentill.device.zvt.emulator;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text on paper.
 *
 * @param type 1 the shop's receipt, 2 the customer's, 3 the shop's other slips
 * @param text line by line
 */
record Slip(int type, List<String> text) {

    private static final int MERCHANT = 1;
    private static final int CUSTOMER = 2;
    private static final int ADMIN = 3;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    /** The two receipts of a payment. */
    static List<Slip> of(LedgerEntry entry, EmulatorSettings settings, boolean copy) {
        return List.of(
                receipt(MERCHANT, "* * Händlerbeleg * *", entry, settings, copy),
                receipt(CUSTOMER, "* * Kundenbeleg * *", entry, settings, copy));
    }

    /** The slip of a day, closed or not. */
    static List<Slip> ofDay(List<LedgerEntry> day, boolean closed) {
        return List.of(new Slip(
                ADMIN,
                List.of(
                        closed ? "* * Kassenschnitt * *" : "* * Zwischensumme * *",
                        "Anzahl " + day.size(),
                        "Summe " + money(Ledger.total(day)))));
    }

    /** As {@code charset} can write them: without a euro sign it is EUR. */
    List<String> lines(Charset charset) {
        boolean euro = charset.newEncoder().canEncode('€');
        return text.stream().map(line -> euro ? line : line.replace("€", "EUR")).toList();
    }

    private static Slip receipt(int type, String head, LedgerEntry entry, EmulatorSettings settings, boolean copy) {
        List<String> lines = new ArrayList<>();
        lines.add(head);
        if (copy) {
            lines.add("** KOPIE **");
        }
        lines.add("Café Übungsplatz");
        lines.add("Terminal-ID " + settings.terminalId());
        lines.add("TA-Nr. %06d Beleg %04d".formatted(entry.trace(), entry.receipt()));
        lines.add(WHEN.format(entry.at().atZone(settings.clock().getZone())));
        lines.add(what(entry.type()));
        lines.add(
                "EUR".equals(entry.currency())
                        ? money(entry.amountMinor())
                        : entry.amountMinor() + " " + entry.currency());
        lines.add("Karte ************" + entry.lastFour());
        lines.add("Zahlung erfolgt");
        return new Slip(type, lines);
    }

    private static String what(LedgerEntry.Type type) {
        return switch (type) {
            case SALE -> "Kartenzahlung";
            case REFUND -> "Gutschrift";
            case REVERSAL -> "Storno";
            case PRE_AUTHORISATION -> "Reservierung";
            case COMPLETION -> "Buchung einer Reservierung";
            case RELEASE -> "Storno einer Reservierung";
        };
    }

    private static String money(long minor) {
        return String.format(Locale.GERMANY, "%d,%02d €", minor / 100, Math.abs(minor % 100));
    }
}
