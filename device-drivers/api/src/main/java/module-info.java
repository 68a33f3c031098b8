import org.jspecify.annotations.NullMarked;

/** The contract between the till and its devices. */
@NullMarked
module io.keentill.device {
    requires static transitive org.jspecify;
    requires transitive io.keentill.domain;

    exports io.keentill.device.http;
    exports io.keentill.device.link;
    exports io.keentill.device.printer;
    exports io.keentill.device.terminal;

    uses io.keentill.device.link.LinkProvider;
    uses io.keentill.device.terminal.TerminalDriver;
}
