package io.keentill.device.poslink.emulator;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.HttpForm;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.transport.Deadline;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A till on HTTP: it asked once and hears once. */
final class HttpTill implements Till {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Link link;
    private final byte[] rest = new byte[256];
    private boolean lost;

    HttpTill(Link link) {
        this.link = link;
    }

    @Override
    public void status(Message report) {
        // HTTP has no room for it.
    }

    @Override
    public void pass(Duration time) {
        Deadline deadline = Deadline.in(time);
        do {
            try {
                if (lost) {
                    LockSupport.parkNanos(deadline.left(LOOK).toNanos());
                } else {
                    int ignored = link.read(rest, deadline.left(LOOK));
                }
            } catch (LinkException e) {
                lost = true;
            }
        } while (!deadline.passed());
    }

    @Override
    public boolean stopWanted() {
        return false;
    }

    @Override
    public void pointOfNoReturn() {
        // There is no way to cancel.
    }

    @Override
    public void answer(Message answer) {
        raw(HttpForm.response(answer));
        hangUp();
    }

    @Override
    public void answerDamagedFirst(Message answer) {
        // HTTP repeats nothing: the damage stays.
        byte[] response = HttpForm.response(answer);
        response[response.length - 1] ^= 0x01;
        raw(response);
        hangUp();
    }

    @Override
    public void raw(byte[] bytes) {
        try {
            if (!lost) {
                link.write(bytes);
            }
        } catch (LinkException e) {
            lost = true;
        }
    }

    @Override
    public void hangUp() {
        link.close();
        lost = true;
    }

    @Override
    public boolean lost() {
        return lost;
    }
}
