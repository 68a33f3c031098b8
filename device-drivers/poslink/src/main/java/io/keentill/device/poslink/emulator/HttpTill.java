package io.keentill.device.poslink.emulator;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.HttpForm;
import io.keentill.device.poslink.codec.Message;
import java.time.Duration;

/** A till on HTTP: it asked once and hears once. */
final class HttpTill implements Till {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Link link;
    private final byte[] rest = new byte[256];
    private boolean lost;

    HttpTill(Link link) {
        this.link = link;
    }

    @Override
    public void accept() {
        // HTTP has no word for it.
    }

    @Override
    public void status(Message report) {
        // HTTP has no room for it.
    }

    @Override
    public boolean hearsCancel(Duration time) {
        try {
            // Only to notice that the till has gone; what it might still say has no meaning.
            int ignored = link.read(rest, time);
        } catch (LinkException e) {
            lost = true;
        }
        return false;
    }

    @Override
    public void answer(Message answer) {
        raw(HttpForm.response(answer));
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
    public void staySilent() {
        Deadline end = Deadline.in(LONGEST_SILENCE);
        while (!lost && !end.passed()) {
            hearsCancel(end.left());
        }
    }

    @Override
    public boolean lost() {
        return lost;
    }
}
