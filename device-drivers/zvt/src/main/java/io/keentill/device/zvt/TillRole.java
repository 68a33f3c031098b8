package io.keentill.device.zvt;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.zvt.codec.Bcd;
import io.keentill.device.zvt.codec.Bitmap;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.codec.Tlv;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.nio.charset.Charset;
import java.util.Currency;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the till tells of itself when it registers (06 00), and what it takes over from the terminal.
 *
 * @param receipts who prints receipts of payments
 * @param adminAtTill whether the till prints slips such as the end of day
 * @param menuBlocked whether the terminal's own menu is closed to people
 * @param service service byte; empty if none is sent
 * @param charset of texts, unless a message names another
 * @param bookRest whether a hold is taken by letting go of what is not needed (06 23) instead of by the amount (06 24)
 */
record TillRole(
        Receipts receipts,
        boolean adminAtTill,
        boolean menuBlocked,
        OptionalInt service,
        Charset charset,
        boolean bookRest) {

    /** Who makes the receipts of payments. */
    enum Receipts {
        /** The terminal, on its own printer; the till gets none. */
        TERMINAL,
        /** The terminal; it sends them to the till, which prints them. */
        TILL,
        /** The till, from what it knows of the payment; the terminal neither prints nor sends any. */
        OWN
    }

    private static final int TILL_PRINTS_PAYMENTS = 0x02;
    private static final int TILL_PRINTS_ADMIN = 0x04;
    private static final int INTERMEDIATE_WANTED = 0x08;
    private static final int AMOUNT_FROM_TILL = 0x10;
    private static final int MENU_BLOCKED = 0x20;
    private static final int TEXT_FROM_TERMINAL = 0x80;
    private static final int PERMITTED_COMMANDS = 0x26;
    private static final int ONE_COMMAND = 0x0A;

    private static final Map<String, String> CHARSETS = Map.of(
            "cp437",
            "IBM437",
            "utf8",
            "UTF-8",
            "iso8859-1",
            "ISO-8859-1",
            "iso8859-2",
            "ISO-8859-2",
            "iso8859-15",
            "ISO-8859-15");

    /**
     * From the options {@code receipts} (terminal, till or own), {@code admin} (terminal or till), {@code menu} (open or
     * blocked), {@code service} (two hexadecimal digits), {@code charset} and {@code completion} (total or rest).
     *
     * @throws BadInputException if one of them is not of its form
     */
    static TillRole from(LinkAddress address) {
        Receipts receipts = Receipts.valueOf(
                choice(address, "receipts", "terminal", "till", "own").toUpperCase(java.util.Locale.ROOT));
        boolean admin = choice(address, "admin", "terminal", "till").equals("till");
        if (receipts == Receipts.OWN && admin) {
            throw new BadInputException(Sentence.of(
                    "zvt.a-terminal-that-sends-its-slips",
                    "A terminal that sends its slips (admin=till) sends its receipts too: write receipts=till, or leave"
                            + " admin=till out"));
        }
        return new TillRole(
                receipts,
                admin,
                choice(address, "menu", "open", "blocked").equals("blocked"),
                service(address),
                Charset.forName(CHARSETS.getOrDefault(
                        choice(address, "charset", "cp437", "utf8", "iso8859-1", "iso8859-2", "iso8859-15"),
                        CharacterSet.STANDARD.name())),
                choice(address, "completion", "total", "rest").equals("rest"));
    }

    /** Whether texts of receipts or slips come to the till. */
    boolean getsText() {
        return receipts == Receipts.TILL || adminAtTill;
    }

    /** The config byte. */
    int config() {
        return INTERMEDIATE_WANTED
                | AMOUNT_FROM_TILL
                | (receipts == Receipts.TERMINAL ? 0 : TILL_PRINTS_PAYMENTS)
                | (adminAtTill ? TILL_PRINTS_ADMIN : 0)
                | (menuBlocked ? MENU_BLOCKED : 0)
                | (getsText() ? TEXT_FROM_TERMINAL : 0);
    }

    /** The data of 06 00. What is standard is left out: old terminals do not know it. */
    Bytes registration(Bytes password, @Nullable Currency currency) {
        Bytes data = password.plus(Bytes.of(config()));
        if (currency == null) {
            // Fields may only follow a currency. They come along once a payment names one.
            return data;
        }
        data = data.plus(Bcd.encode(currency.getNumericCode(), 2));
        Fields fields = Fields.NONE;
        if (service.isPresent()) {
            fields = fields.with(Bitmap.SERVICE, Bytes.of(service.getAsInt()));
        }
        Tlv tlv = Tlv.NONE;
        if (getsText()) {
            Bytes block = Bytes.of(Command.PRINT_BLOCK >> 8, Command.PRINT_BLOCK);
            tlv = tlv.with(PERMITTED_COMMANDS, Tlv.NONE.with(ONE_COMMAND, block).encode());
        }
        Tlv withoutCharset = tlv;
        tlv = CharacterSet.number(charset)
                .map(number -> withoutCharset.with(CharacterSet.TAG, number))
                .orElse(tlv);
        return data.plus((tlv.list().isEmpty() ? fields : fields.with(Bitmap.TLV, tlv.encode())).encode());
    }

    private static OptionalInt service(LinkAddress address) {
        String text = address.option("service").orElse("");
        if (!text.isEmpty() && !text.matches("[0-9A-Fa-f]{2}")) {
            throw new BadInputException(Sentence.of(
                    "zvt.option-service-write-two-digits",
                    "Option service={0}: write two hexadecimal digits, for example service=01",
                    text));
        }
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text, 16));
    }

    /** The option {@code name}; the first of {@code allowed} unless it is given. */
    private static String choice(LinkAddress address, String name, String... allowed) {
        String text = address.option(name).orElse(allowed[0]);
        if (!java.util.Arrays.asList(allowed).contains(text)) {
            throw new BadInputException(Sentence.of(
                    "zvt.option-write-one-of",
                    "Option {0}={1}: write one of {2}",
                    name,
                    text,
                    String.join(", ", allowed)));
        }
        return text;
    }
}
