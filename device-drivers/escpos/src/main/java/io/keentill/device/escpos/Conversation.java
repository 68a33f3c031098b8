package io.keentill.device.escpos;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;

/** One exchange with a printer that answers, from opening to end. Every wait has a deadline. */
interface Conversation extends AutoCloseable {

    /** Asks {@code DLE EOT question}; empty if no answer comes in time. Anything said before is not an answer. */
    OptionalInt ask(int question, Duration limit) throws IOException;

    /** Sends all of {@code bytes} and takes in what the printer says meanwhile. */
    void send(byte[] bytes, Duration limit) throws IOException;

    /** Says that no more comes, and takes in what the printer still has to say, at most for {@code limit}. */
    void finish(Duration limit) throws IOException;

    @Override
    void close() throws IOException;
}
