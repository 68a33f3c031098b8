import org.jspecify.annotations.NullMarked;

/** PAX terminals over POSLINK (TCP, HTTP and serial), and a terminal emulator that speaks the same protocol. */
@NullMarked
module io.keentill.device.poslink {
    requires static transitive org.jspecify;
    requires transitive io.keentill.device;
    requires transitive io.keentill.device.emulation;

    exports io.keentill.device.poslink;
    exports io.keentill.device.poslink.emulator;

    provides io.keentill.device.terminal.TerminalDriver with
            io.keentill.device.poslink.PoslinkDriver;
}
