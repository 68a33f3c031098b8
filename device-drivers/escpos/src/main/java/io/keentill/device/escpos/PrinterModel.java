package io.keentill.device.escpos;

import io.keentill.device.link.LinkAddress;
import io.keentill.domain.receipt.ReceiptLayout;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.nio.charset.Charset;

/**
 * What differs between ESC/POS printers.
 *
 * @param name for people
 * @param columns characters of font A (12 dots wide) on a line
 * @param dots printable width; the columns stand in its middle
 * @param codePage number of the character table in {@code ESC t n}; 858 is 19 on Epson, another elsewhere
 * @param charset the same table, single bytes, ASCII in its lower half
 * @param feedLines lines fed before the cut, so that the foot clears the knife
 * @param drawer the pulse of its cash drawer
 */
public record PrinterModel(
        String name, int columns, int dots, int codePage, Charset charset, int feedLines, DrawerPulse drawer) {

    /** Width of a character of font A in dots. */
    public static final int CELL_DOTS = 12;

    /** DOS Latin 1 with the euro sign, which has £ at 9C and € at D5. */
    public static final Charset CP858 = Charset.forName("IBM00858");

    /** 80 mm paper at 203 dpi, 48 columns. */
    public static final PrinterModel EPSON_80 =
            new PrinterModel("Epson 80 mm", 48, 576, 19, CP858, 3, DrawerPulse.USUAL);

    /** 80 mm paper at 180 dpi, 42 columns. */
    public static final PrinterModel EPSON_80_42 =
            new PrinterModel("Epson 80 mm, 42 columns", 42, 512, 19, CP858, 3, DrawerPulse.USUAL);

    /** 58 mm paper, 32 columns. */
    public static final PrinterModel EPSON_58 =
            new PrinterModel("Epson 58 mm", 32, 384, 19, CP858, 3, DrawerPulse.USUAL);

    private static final int BYTE = 0xFF;

    /** Refuses figures that the commands cannot carry. */
    public PrinterModel {
        if (columns < ReceiptLayout.LEAST_COLUMNS || columns * CELL_DOTS > dots || dots > 0xFFFF) {
            throw new IllegalArgumentException(columns + " columns do not fit " + dots + " dots");
        }
        if (codePage < 0 || codePage > BYTE || feedLines < 0 || feedLines > BYTE) {
            throw new IllegalArgumentException("Code page and feed lines of a printer are 0 to 255");
        }
    }

    /**
     * The model that an address describes by its options: {@code paper} is 80 (48 columns), 80-42 or 58; {@code table} is
     * the number under which this printer has code page 858, 0 to 255. Epson's own where nothing is said.
     *
     * @throws BadInputException if one of them is not of its form
     */
    public static PrinterModel of(LinkAddress address) {
        PrinterModel paper = switch (address.option("paper").orElse("80")) {
            case "80" -> EPSON_80;
            case "80-42" -> EPSON_80_42;
            case "58" -> EPSON_58;
            default ->
                throw new BadInputException(Sentence.of(
                        "printer.paper-is",
                        "paper is 80, 80-42 or 58, not \"{0}\"",
                        address.option("paper").orElse("")));
        };
        String table = address.option("table").orElse(Integer.toString(paper.codePage()));
        if (!table.matches("\\d{1,3}") || Integer.parseInt(table) > BYTE) {
            throw new BadInputException(
                    Sentence.of("printer.table-is-a-number", "table is a number from 0 to 255, not \"{0}\"", table));
        }
        return new PrinterModel(
                paper.name(),
                paper.columns(),
                paper.dots(),
                Integer.parseInt(table),
                paper.charset(),
                paper.feedLines(),
                paper.drawer());
    }

    /** Dots that its columns take. */
    int areaDots() {
        return columns * CELL_DOTS;
    }
}
