import org.jspecify.annotations.NullMarked;

/**
 * Receipt printers that speak ESC/POS, and a paper that reads it back. The {@code paper} package shares no code with the
 * encoder: two readings of the same commands catch each other's mistakes.
 */
@NullMarked
module io.keentill.device.escpos {
    requires static transitive org.jspecify;
    requires transitive io.keentill.device;
    requires transitive java.desktop;
    requires io.keentill.assets;
    requires com.google.zxing;

    exports io.keentill.device.escpos;
    exports io.keentill.device.escpos.paper;
}
