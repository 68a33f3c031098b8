package io.keentill.engine.install;

import io.keentill.device.terminal.FrameTrace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest frames between the till and its terminals, already masked by the drivers, in {@code logs/frames.log}: about a
 * megabyte, and as much again of what was before. Losing them loses nothing that counts, so trouble with the file is
 * logged once and never reaches a payment.
 */
public final class FrameFile {

    private static final System.Logger LOG = System.getLogger(FrameFile.class.getName());
    private static final long LARGEST_BYTES = 1_000_000;
    private static final int LONGEST_TEXT = 4_000;

    private final Path file;
    private final Path before;
    private boolean failed;

    private FrameFile(Path folder) {
        this.file = folder.resolve("frames.log");
        this.before = folder.resolve("frames.1.log");
    }

    /** That of a till's data folder. */
    public static FrameFile in(Path data) {
        return new FrameFile(data.resolve("logs"));
    }

    /**
     * One line of it.
     *
     * @param at when
     * @param terminal address of the terminal
     * @param direction OUT to the terminal, IN from it
     * @param text masked
     */
    public record Frame(Instant at, String terminal, String direction, String text) {}

    /** Writes the frames of one terminal. */
    public FrameTrace of(String terminal, Clock clock) {
        return (direction, text) -> write(new Frame(clock.instant(), terminal, direction.name(), text));
    }

    void write(Frame frame) {
        String text = frame.text();
        write(frame.at() + "\t" + frame.terminal() + "\t" + frame.direction() + "\t"
                + (text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text)
                        .replaceAll("[\\t\\r\\n]+", " ")
                + "\n");
    }

    private synchronized void write(String line) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            if (Files.exists(file) && Files.size(file) > LARGEST_BYTES) {
                Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            if (!failed) {
                failed = true;
                LOG.log(System.Logger.Level.WARNING, "Frames cannot be kept in " + file + ": " + e.getMessage());
            }
        }
    }

    /** All that is kept, oldest first; a line that cannot be read is left out. */
    public List<Frame> read() throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (Path part : List.of(before, file)) {
            if (Files.exists(part)) {
                for (String line :
                        Files.readString(part, StandardCharsets.UTF_8).split("\n", -1)) {
                    parse(line).ifPresent(frames::add);
                }
            }
        }
        return frames;
    }

    private static Optional<Frame> parse(String line) {
        String[] parts = line.split("\t", 4);
        if (parts.length < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Frame(Instant.parse(parts[0]), parts[1], parts[2], parts[3]));
        } catch (DateTimeParseException broken) {
            return Optional.empty();
        }
    }
}
