import org.jspecify.annotations.NullMarked;

/** ZVT payment terminals (serial and TCP), and a terminal emulator that speaks the same protocol. */
@NullMarked
module io.keentill.device.zvt {
    requires static transitive org.jspecify;
    requires transitive io.keentill.device;
    requires jdk.httpserver;

    exports io.keentill.device.zvt;
    exports io.keentill.device.zvt.emulator;

    provides io.keentill.device.terminal.TerminalDriver with
            io.keentill.device.zvt.ZvtDriver;
}
