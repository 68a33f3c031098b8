package io.keentill.device.escpos;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One connection to a printer, read all the time: bytes left unread at the close would make the system reset the
 * connection, and the printer would throw the job away. Every wait has a deadline.
 */
final class TcpConversation implements Conversation {

    private static final int READ_BUFFER = 256;
    private static final int MOST_DRAINS = 256;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer incoming = ByteBuffer.allocate(READ_BUFFER);

    private TcpConversation(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.selector = selector;
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_CONNECT);
    }

    /** Connects, or fails within {@code limit}. */
    static TcpConversation connect(InetSocketAddress address, Duration limit) throws IOException {
        TcpConversation conversation = new TcpConversation(SocketChannel.open(), Selector.open());
        try {
            if (!conversation.channel.connect(address)) {
                conversation.await(SelectionKey.OP_CONNECT, System.nanoTime() + limit.toNanos());
                conversation.channel.finishConnect();
            }
            return conversation;
        } catch (IOException | RuntimeException e) {
            conversation.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] bytes, Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        ByteBuffer outgoing = ByteBuffer.wrap(bytes);
        while (outgoing.hasRemaining()) {
            await(SelectionKey.OP_WRITE | SelectionKey.OP_READ, deadline);
            if (key.isReadable() && read() < 0) {
                throw new EOFException("The printer hung up");
            }
            if (key.isWritable()) {
                channel.write(outgoing);
            }
        }
    }

    @Override
    public OptionalInt ask(int question, Duration limit) throws IOException {
        drain();
        send(new byte[] {0x10, 0x04, (byte) question}, limit);
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                await(SelectionKey.OP_READ, deadline);
                if (read() < 0) {
                    throw new EOFException("The printer hung up");
                }
                for (int i = 0; i < incoming.position(); i++) {
                    int status = incoming.get(i) & 0xFF;
                    if (PaperStatus.isAnswer(status)) {
                        return OptionalInt.of(status);
                    }
                }
            }
        } catch (SocketTimeoutException silent) {
            return OptionalInt.empty();
        }
    }

    /** {@inheritDoc} Reads until the printer hangs up too. */
    @Override
    public void finish(Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        drain();
        channel.shutdownOutput();
        try {
            int count;
            do {
                await(SelectionKey.OP_READ, deadline);
                count = read();
            } while (count >= 0);
        } catch (SocketTimeoutException staysOpen) {
            // Many printers never hang up; all that they said was read, so closing now resets nothing.
            drain();
        }
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }

    /** Takes in what is there; bounded, in case a printer never falls silent. */
    private void drain() throws IOException {
        int reads = 0;
        while (reads < MOST_DRAINS && read() > 0) {
            reads++;
        }
    }

    private int read() throws IOException {
        incoming.clear();
        return channel.read(incoming);
    }

    private void await(int interest, long deadline) throws IOException {
        key.interestOps(interest);
        long left = deadline - System.nanoTime();
        selector.selectedKeys().clear();
        if (left <= 0 || selector.select(Math.max(1, left / 1_000_000)) == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Printing was interrupted");
            }
            throw new SocketTimeoutException("The printer took too long");
        }
    }
}
