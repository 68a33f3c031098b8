package io.keentill.launcher;

import io.keentill.domain.text.Sentence;
import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** What commands print: lines for people, or one JSON object on one line for scripts. */
public final class Console {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Sentence.class, ToStringSerializer.instance))
            .build();

    private final PrintWriter out;
    private final boolean json;

    /** Prints to {@code out}; with {@code json} only {@link #result} is printed. */
    public Console(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** A line for people. */
    public void say(CharSequence text) {
        if (!json) {
            out.println(text);
            out.flush();
        }
    }

    /** The command's result for scripts. */
    public void result(Map<String, ?> result) {
        if (json) {
            out.println(JSON.writeValueAsString(result));
            out.flush();
        }
    }

    /** Whether what was printed went somewhere: whoever waited for it may have gone away, and would run the command again. */
    public boolean isRead() {
        // A writer on the standard output does not hear of it: that stream keeps to itself that it is broken.
        return !out.checkError() && !System.out.checkError();
    }

    /** As JSON text. */
    public static String text(Object value) {
        return JSON.writeValueAsString(value);
    }
}
