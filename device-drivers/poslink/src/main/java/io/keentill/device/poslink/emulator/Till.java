package io.keentill.device.poslink.emulator;

import io.keentill.device.poslink.codec.Message;
import java.time.Duration;

/** The till as the terminal sees it during one command. Losing the link is no error here: the terminal goes on. */
interface Till {

    /** Says that the command arrived. */
    void accept();

    /** Says what the terminal does, where the link lets it speak before it answers. */
    void status(Message report);

    /** Listens for {@code time} at most; whether a cancel came. */
    boolean hearsCancel(Duration time);

    /** Answers, again and again until it is acknowledged or nobody listens. */
    void answer(Message answer);

    /** Sends bytes instead of an answer. */
    void raw(byte[] bytes);

    /** Closes the connection; a serial line just stays silent. */
    void hangUp();

    /** Says nothing, and leaves the connection as it is. */
    void staySilent();

    /** Whether nothing more can be said or heard. */
    boolean lost();
}
