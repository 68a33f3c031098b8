package io.keentill.device.poslink.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of a frame: groups divided by FS, each of fields divided by US. A request begins with command and version, a
 * response with status (0 or 1), command and version. Empty fields at the end of a group mean the same as none, because
 * senders may drop them; groups and fields that are not there read as empty.
 *
 * @param groups each a list of fields without empty ones at its end; an empty group is an empty list
 */
public record Message(List<List<String>> groups) {

    /** Most groups, and most fields of a group, that are read: far above what any message has. */
    public static final int MOST_PARTS = 256;

    /** Control characters other than those that divide groups and fields. */
    private static final Pattern MEANINGLESS = Pattern.compile("[\\x00-\\x1B\\x1D\\x1E]");

    /** One byte a character, so that every body can be read and written back. */
    static final Charset TEXT = StandardCharsets.ISO_8859_1;

    /**
     * Copies the groups and drops empty fields at their ends.
     *
     * @throws IllegalArgumentException if a value has a control character or one above FF: it would change the structure
     */
    public Message {
        groups = groups.stream().map(Message::trimmed).toList();
        for (List<String> group : groups) {
            group.forEach(Message::requirePlain);
        }
    }

    /** A request: {@code command}, {@code version}, then {@code groups}. */
    public static Message request(String command, String version, List<List<String>> groups) {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of(command));
        all.add(List.of(version));
        all.addAll(groups);
        return new Message(all);
    }

    /**
     * A response: {@code status}, {@code command}, {@code version}, result code and text, then {@code groups}.
     *
     * @param status 0 or 1; 0 everywhere it was seen
     */
    public static Message response(
            String status, String command, String version, String code, String text, List<List<String>> groups) {
        List<List<String>> all = new ArrayList<>();
        for (String part : new String[] {status, command, version, code, text}) {
            all.add(List.of(part));
        }
        all.addAll(groups);
        return new Message(all);
    }

    /**
     * Reads a body; empty if it has more than {@link #MOST_PARTS} parts. Control characters that mean nothing here, such as
     * line breaks in a text, are read as blanks.
     */
    public static Optional<Message> parse(byte[] body) {
        String text = MEANINGLESS.matcher(new String(body, TEXT)).replaceAll(" ");
        String[] parts = text.split(String.valueOf(Control.FS), MOST_PARTS + 1);
        if (parts.length > MOST_PARTS) {
            return Optional.empty();
        }
        List<List<String>> groups = new ArrayList<>();
        for (String part : parts) {
            String[] fields = part.split(String.valueOf(Control.US), MOST_PARTS + 1);
            if (fields.length > MOST_PARTS) {
                return Optional.empty();
            }
            groups.add(Arrays.asList(fields));
        }
        return Optional.of(new Message(groups));
    }

    /** The body's bytes, without STX, ETX and check byte. */
    public byte[] encode() {
        List<String> texts = groups.stream()
                .map(group -> String.join(String.valueOf(Control.US), group))
                .toList();
        return String.join(String.valueOf(Control.FS), texts).getBytes(TEXT);
    }

    /** The fields of group {@code index}, counted from 0; none if it is not there. */
    public List<String> group(int index) {
        return index < groups.size() ? groups.get(index) : List.of();
    }

    /** Field {@code field} of group {@code group}, both counted from 0; empty if it is not there. */
    public String field(int group, int field) {
        List<String> fields = group(group);
        return field < fields.size() ? fields.get(field) : "";
    }

    /** The first field of a group: the whole of groups that have but one. */
    public String text(int group) {
        return field(group, 0);
    }

    private static List<String> trimmed(List<String> group) {
        int end = group.size();
        while (end > 0 && group.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(group.subList(0, end));
    }

    private static void requirePlain(String value) {
        if (!value.chars().allMatch(c -> c >= ' ' && c <= 0xFF)) {
            throw new IllegalArgumentException("A POSLINK field cannot carry control characters or letters above FF");
        }
    }
}
