import org.jspecify.annotations.NullMarked;

/** Terminals with POSitive WebLink (PAX on the local network), and an emulator that speaks the same. */
@NullMarked
module io.keentill.device.weblink {
    requires static transitive org.jspecify;
    requires transitive io.keentill.device;
    requires transitive io.keentill.device.emulation;
    requires tools.jackson.databind;

    exports io.keentill.device.weblink;
    exports io.keentill.device.weblink.emulator;

    provides io.keentill.device.terminal.TerminalDriver with
            io.keentill.device.weblink.WebLinkDriver;
}
