package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The receipt printer of this till. Searching and printing block for seconds. Empty answers mean done; others say what is
 * wrong and what to do.
 */
public interface PrinterDesk {

    /**
     * A printer and how it is spoken to.
     *
     * @param address {@code tcp:192.168.1.30:9100}, {@code usb:04b8:0202}, {@code serial:/dev/ttyUSB0}, {@code file:PATH}
     * @param paper 80, 80-42 or 58: its width in millimetres and, where it is not the usual one, its columns
     * @param table number under which it has code page 858, 0 to 255; 19 with Epson
     */
    record Printer(String address, String paper, String table) {

        /** Of this address, in the usual way. */
        public static Printer usual(String address) {
            return new Printer(address, "80", "19");
        }
    }

    /** The one in use; null if there is none. */
    @Nullable
    Printer current();

    /** Looks for printers at the plugs of this machine and, at port 9100, on networks; like {@link DeviceDesk#search}. */
    void search(String where, SearchWatch watch);

    /** Prints a page that shows width, characters of the code page and a code to scan. */
    Optional<Sentence> testPage(Printer printer);

    /** Sends the pulse that opens a cash drawer behind the printer. */
    Optional<Sentence> openDrawer(Printer printer);

    /** Prints on it from now on. */
    Optional<Sentence> use(Printer printer, String operator);

    /** Prints nowhere from now on. */
    Optional<Sentence> forget(String operator);
}
