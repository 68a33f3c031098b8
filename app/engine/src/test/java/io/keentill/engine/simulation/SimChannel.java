package io.keentill.engine.simulation;

import io.keentill.engine.simulation.Fault.Kind;
import io.keentill.engine.simulation.Fault.Site;
import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorState;
import io.keentill.revkeen.connector.FromServer;
import io.keentill.revkeen.connector.ToServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** The connector channel of one life of a till: in sequence while it holds, and whatever is on its way is lost when it breaks. */
final class SimChannel implements ConnectorChannel {

    private static final Duration THERE = Duration.ofMillis(25);
    private static final Duration AGAIN = Duration.ofSeconds(8);

    private final Life life;
    private final SimDevices server;
    private final ConnectorListener listener;
    private final Deque<Runnable> events = new ArrayDeque<>();
    private final Semaphore more = new Semaphore(0);
    private ConnectorState state = new ConnectorState.Idle();
    private int connection;

    SimChannel(Life life, SimDevices server, ConnectorListener listener) {
        this.life = life;
        this.server = server;
        this.listener = listener;
    }

    private String device() {
        return "device-" + life.till().number();
    }

    @Override
    public void start() {
        life.world().time().start("connector-events", this::tell);
        connect();
    }

    /** One event after the other, on a thread of the till's. */
    private void tell() {
        while (!(state instanceof ConnectorState.Closed)) {
            more.acquireUninterruptibly();
            life.requireAlive();
            Runnable next = events.poll();
            if (next != null) {
                next.run();
            }
        }
    }

    private void later(Runnable event) {
        events.add(event);
        more.release();
    }

    private void become(ConnectorState next) {
        state = next;
        later(() -> listener.stateChanged(next));
    }

    private void connect() {
        int mine = ++connection;
        become(new ConnectorState.Connecting());
        life.world().time().after(THERE.multipliedBy(2), () -> {
            if (!current(mine)) {
                return;
            }
            if (!life.till().online()) {
                drop();
                return;
            }
            become(new ConnectorState.Online(device()));
            later(() -> listener.received(new FromServer.Welcome(device(), 30)));
            server.link(device(), this);
        });
    }

    private boolean current(int mine) {
        return mine == connection && !life.dead() && !(state instanceof ConnectorState.Closed);
    }

    /** The line breaks. */
    void drop() {
        server.unlink(device(), this);
        if (life.dead() || state instanceof ConnectorState.Closed) {
            return;
        }
        int mine = ++connection;
        become(new ConnectorState.Waiting(AGAIN, "the line broke"));
        life.world().time().after(AGAIN, () -> {
            if (current(mine)) {
                connect();
            }
        });
    }

    /** RevKeen says something, which arrives if the line still holds by then. */
    void fromServer(FromServer message) {
        int mine = connection;
        life.world().time().after(THERE, () -> {
            if (current(mine)) {
                later(() -> listener.received(message));
            }
        });
    }

    @Override
    public boolean send(ToServer message) {
        if (!(state instanceof ConnectorState.Online)) {
            return false;
        }
        Fault fault = life.step(Site.CHANNEL, message.getClass().getSimpleName());
        int mine = connection;
        if (fault.is(Kind.LOST)) {
            life.world().time().after(THERE, () -> {
                if (current(mine)) {
                    drop();
                }
            });
            return true;
        }
        // What left arrives, even if the till dies meanwhile.
        life.world().time().after(THERE, () -> server.hear(device(), message));
        if (fault.is(Kind.TWICE)) {
            life.world().time().after(THERE.multipliedBy(3), () -> server.hear(device(), message));
        }
        return true;
    }

    @Override
    public ConnectorState state() {
        return state;
    }

    @Override
    public void close() {
        server.unlink(device(), this);
        if (!(state instanceof ConnectorState.Closed)) {
            state = new ConnectorState.Closed();
            later(() -> listener.stateChanged(state));
        }
    }
}
