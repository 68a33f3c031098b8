package io.keentill.device.links;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A TCP connection. The channel does not block, so that writing has a bound too: a device that has stopped reading
 * would otherwise hold the writer for ever. Reader and writer wait on a selector each and never on one another.
 */
final class TcpLink implements Link {

    /** How long a device may take nothing at all before it counts as lost. */
    static final Duration WRITE_STALL = Duration.ofSeconds(10);

    private final LinkAddress address;
    private final HostPort peer;
    private final SocketChannel channel;
    private final Selector readable;
    private final Selector writable;
    private final Duration writeStall;
    private final AtomicBoolean closed = new AtomicBoolean();

    TcpLink(LinkAddress address, HostPort peer, SocketChannel connected, Duration writeStall) throws IOException {
        this.address = address;
        this.peer = peer;
        this.channel = connected;
        this.writeStall = writeStall;
        this.readable = connected.provider().openSelector();
        try {
            this.writable = connected.provider().openSelector();
            connected.register(readable, SelectionKey.OP_READ);
            connected.register(writable, SelectionKey.OP_WRITE);
        } catch (IOException e) {
            readable.close();
            throw e;
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) throws LinkException {
        if (into.length == 0) {
            throw new IllegalArgumentException("No room to read into");
        }
        Deadline deadline = Deadline.in(atMost);
        ByteBuffer room = ByteBuffer.wrap(into);
        try {
            while (true) {
                int count = channel.read(room);
                if (count > 0) {
                    return count;
                }
                if (count < 0) {
                    throw new LinkException(Sentence.of(
                            "link.the-device-at-closed-the-connection",
                            "The device at {0} closed the connection. Look at its screen, and check that nothing else is"
                                    + " connected to it",
                            peer));
                }
                if (deadline.passed()) {
                    return 0;
                }
                await(readable, deadline);
            }
        } catch (ClosedChannelException | ClosedSelectorException e) {
            throw closedHere(e);
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        Deadline deadline = Deadline.in(writeStall);
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) > 0) {
                    deadline = Deadline.in(writeStall);
                } else if (deadline.passed()) {
                    throw new LinkException(Sentence.of(
                            "link.the-device-at-takes-no-data",
                            "The device at {0} takes no data since {1} s: check that it has not frozen, and restart it if"
                                    + " need be",
                            peer,
                            writeStall.toSeconds()));
                } else {
                    await(writable, deadline);
                }
            }
        } catch (ClosedChannelException | ClosedSelectorException e) {
            throw closedHere(e);
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private void await(Selector selector, Deadline deadline) throws IOException {
        selector.select(Math.max(1, deadline.millisLeft()));
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new LinkException(Sentence.of(
                    "link.waiting-for-the-device-at-was", "Waiting for the device at {0} was interrupted", peer));
        }
    }

    private LinkException closedHere(Exception cause) {
        return new LinkException(
                Sentence.of(
                        "link.the-connection-was-closed-by-the-till",
                        "The connection to {0} was closed by the till",
                        peer),
                cause);
    }

    private LinkException lost(IOException cause) {
        return new LinkException(
                Sentence.of(
                        "link.the-connection-to-the-device-broke",
                        "The connection to the device at {0} broke ({1}). Check its power and the network cable or Wi-Fi",
                        peer,
                        cause.getMessage()),
                cause);
    }

    @Override
    public LinkAddress address() {
        return address;
    }

    /** {@inheritDoc} Closing a selector wakes whoever waits on it. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Quietly.close(channel);
            Quietly.close(readable);
            Quietly.close(writable);
        }
    }
}
