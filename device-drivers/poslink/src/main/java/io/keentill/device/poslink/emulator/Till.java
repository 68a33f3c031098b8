package io.keentill.device.poslink.emulator;

import io.keentill.device.poslink.codec.Message;
import java.time.Duration;

/** The till as the terminal sees it during one command. Losing the link is no error here: the terminal goes on. */
interface Till {

    /** Says what the terminal does, where the link lets it speak before it answers. */
    void status(Message report);

    /** Lets time pass, with an ear for a cancel; ends early on that. */
    void pass(Duration time);

    /** Whether a cancel came in time. */
    boolean stopWanted();

    /** From now on a cancel is too late. */
    void pointOfNoReturn();

    /** Answers, again and again until it is acknowledged or nobody listens. */
    void answer(Message answer);

    /** Answers once with a wrong check byte, then as {@link #answer}. */
    void answerDamagedFirst(Message answer);

    /** Sends bytes instead of an answer. */
    void raw(byte[] bytes);

    /** Closes the connection; a serial line just stays silent. */
    void hangUp();

    /** Whether the link is lost. */
    boolean lost();
}
