import org.jspecify.annotations.NullMarked;

/** The one place that wires everything, and the command line. */
@NullMarked
module io.keentill.launcher {
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires io.keentill.assets;
    requires io.keentill.device;
    requires io.keentill.device.emulation;
    requires io.keentill.device.escpos;
    requires io.keentill.device.links;
    requires io.keentill.device.nexo;
    requires io.keentill.device.poslink;
    requires io.keentill.device.weblink;
    requires io.keentill.device.zvt;
    requires io.keentill.domain;
    requires io.keentill.engine;
    requires io.keentill.pdf;
    requires io.keentill.revkeen;
    requires io.keentill.sandbox;
    requires io.keentill.store;
    requires io.keentill.storefront;
    requires java.desktop;
    requires java.logging;
    requires java.net.http;
    requires transitive javafx.graphics;
    requires tools.jackson.databind;

    exports io.keentill.launcher to
            javafx.graphics;

    opens io.keentill.launcher to
            info.picocli;
    opens io.keentill.launcher.command to
            info.picocli;
    opens io.keentill.launcher.counter to
            info.picocli;
    opens io.keentill.launcher.demo to
            info.picocli;
    opens io.keentill.launcher.shift to
            info.picocli;
    opens io.keentill.launcher.terminals to
            info.picocli;

    uses io.keentill.device.link.LinkProvider;
    uses io.keentill.device.terminal.TerminalDriver;
}
