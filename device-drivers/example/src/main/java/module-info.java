import io.keentill.device.example.ExampleDriver;
import io.keentill.device.terminal.TerminalDriver;
import org.jspecify.annotations.NullMarked;

/** The example of docs/drivers.md, packaged as any driver is that a shop drops into its till. */
@NullMarked
module io.keentill.device.example {
    requires static org.jspecify;
    requires io.keentill.device;

    provides TerminalDriver with
            ExampleDriver;
}
