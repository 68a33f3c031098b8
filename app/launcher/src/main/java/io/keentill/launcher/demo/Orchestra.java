package io.keentill.launcher.demo;

import io.keentill.launcher.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The scripted till's side of the conversation with whoever runs the world around it, see {@link ChildTill}. */
final class Orchestra {

    private final PrintStream out;
    private final BufferedReader in;

    Orchestra(PrintStream out, java.io.InputStream in) {
        this.out = out;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Tells what is going on. */
    void say(String text) {
        out.println(text);
        out.flush();
    }

    /** Asks for something and waits until it has happened. */
    void ask(Wish wish) {
        say(ChildTill.ASK + wish);
        try {
            if (!"OK".equals(in.readLine())) {
                throw new Problem("Nobody answers: till morning is run by till demo, not by itself.");
            }
        } catch (IOException e) {
            throw Problem.because(e);
        }
    }

    /** What the script needs to happen around the till. */
    enum Wish {
        /** The next card is declined. */
        DECLINE_NEXT,
        /** The next card is approved, and the terminal says so when it is asked to. */
        HOLD_NEXT,
        /** The terminal says what it holds back. */
        LET_GO,
        /** RevKeen goes away. */
        STOP_REVKEEN,
        /** RevKeen comes back. */
        START_REVKEEN,
        /** The next card is approved, the answer is held back, and this process is killed in that moment. */
        KILL_AFTER_APPROVAL
    }
}
