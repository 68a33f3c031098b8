import org.jspecify.annotations.NullMarked;

/** Terminals with nexo Sale-to-POI as Adyen speaks it on the local network, and an emulator that speaks the same. */
@NullMarked
module io.keentill.device.nexo {
    requires static transitive org.jspecify;
    requires transitive io.keentill.device;
    requires transitive io.keentill.device.emulation;
    requires tools.jackson.databind;

    exports io.keentill.device.nexo;
    exports io.keentill.device.nexo.emulator;
    exports io.keentill.device.nexo.message;

    provides io.keentill.device.terminal.TerminalDriver with
            io.keentill.device.nexo.NexoDriver;
}
