package io.keentill.device.poslink.emulator;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;

/** An accepted TCP connection as a link: the terminal's end. */
final class SocketLink implements Link {

    private final Socket socket;
    private final LinkAddress address;

    /** Over a connected socket, which is closed with this. */
    SocketLink(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.address =
                new LinkAddress("tcp", socket.getInetAddress().getHostAddress() + ":" + socket.getPort(), Map.of());
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new LinkException("The connection to " + address + " was lost", e);
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        try {
            // Zero would mean for ever to a socket.
            socket.setSoTimeout(Math.clamp(atMost.toMillis(), 1, Integer.MAX_VALUE));
            int count = socket.getInputStream().read(into);
            if (count < 0) {
                throw new LinkException(address + " closed the connection");
            }
            return count;
        } catch (SocketTimeoutException nothingCame) {
            return 0;
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw new LinkException("The connection to " + address + " was lost", e);
        }
    }

    @Override
    public LinkAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A socket could not be closed", e);
        }
    }
}
