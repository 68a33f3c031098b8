package io.keentill.revkeen.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Response;

/**
 * Follows one call: since when nothing has moved, and whether the server may have seen something of it. {@link Deadlines}
 * ends a call in which nothing moves for too long.
 */
final class CallWatch extends EventListener {
    private final long connectNanos;
    private final long ioNanos;
    private volatile boolean leaving;
    private volatile long moved = System.nanoTime();
    private volatile long patience;

    /** @param connect longest silence until there is a connection, {@code io} after that */
    CallWatch(Duration connect, Duration io) {
        this.connectNanos = connect.toNanos();
        this.ioNanos = io.toNanos();
        this.patience = connectNanos;
    }

    static EventListener of(Call call) {
        CallWatch watch = call.request().tag(CallWatch.class);
        return watch == null ? EventListener.NONE : watch;
    }

    /** Whether a byte of the request may have left. Before that, the server certainly knows nothing. */
    boolean maybeSent() {
        return leaving;
    }

    /** Whether nothing has moved for longer than it may. */
    boolean stalled(long now) {
        return now - moved > patience;
    }

    /** Something of the request or of the answer got on its way. */
    void move() {
        moved = System.nanoTime();
    }

    @Override
    public void dnsEnd(Call call, String name, java.util.List<java.net.InetAddress> addresses) {
        move();
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        move();
    }

    @Override
    public void secureConnectStart(Call call) {
        move();
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        patience = ioNanos;
        move();
    }

    /** Called before the first byte of the request is written. */
    @Override
    public void requestHeadersStart(Call call) {
        leaving = true;
    }

    @Override
    public void requestBodyEnd(Call call, long bytes) {
        move();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        move();
    }
}
