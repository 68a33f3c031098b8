import io.keentill.device.link.LinkProvider;
import io.keentill.device.links.SerialLinkProvider;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.links.TlsLinkProvider;
import org.jspecify.annotations.NullMarked;

/** Ways to bytes: TCP, TLS and serial ports. Whoever launches it allows native access to {@code com.fazecast.jSerialComm}. */
@NullMarked
module io.keentill.device.links {
    requires static org.jspecify;
    requires transitive io.keentill.device;
    requires com.fazecast.jSerialComm;

    exports io.keentill.device.links;

    provides LinkProvider with
            TcpLinkProvider,
            TlsLinkProvider,
            SerialLinkProvider;
}
