import org.jspecify.annotations.NullMarked;

/** The one place that wires everything, and the command line. */
@NullMarked
module io.keentill.launcher {
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires io.keentill.assets;
    requires io.keentill.device;
    requires io.keentill.device.escpos;
    requires io.keentill.device.links;
    requires io.keentill.device.zvt;
    requires io.keentill.domain;
    requires io.keentill.engine;
    requires io.keentill.revkeen;
    requires io.keentill.sandbox;
    requires io.keentill.store;
    requires java.logging;
    requires java.net.http;
    requires tools.jackson.databind;

    opens io.keentill.launcher to
            info.picocli;
    opens io.keentill.launcher.command to
            info.picocli;

    uses io.keentill.device.link.LinkProvider;
    uses io.keentill.device.terminal.TerminalDriver;
}
