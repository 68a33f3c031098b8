import io.keentill.device.link.LinkProvider;
import io.keentill.device.links.SerialLinkProvider;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.links.TlsLinkProvider;
import io.keentill.device.links.UsbLinkProvider;
import org.jspecify.annotations.NullMarked;

/**
 * Ways to bytes: TCP, TLS, serial ports and raw USB. Whoever launches it allows native access to {@code
 * com.fazecast.jSerialComm} and to this module, which calls libusb-1.0.
 */
@NullMarked
module io.keentill.device.links {
    requires static org.jspecify;
    requires transitive io.keentill.device;
    requires com.fazecast.jSerialComm;

    exports io.keentill.device.links;

    provides LinkProvider with
            TcpLinkProvider,
            TlsLinkProvider,
            SerialLinkProvider,
            UsbLinkProvider;
}
