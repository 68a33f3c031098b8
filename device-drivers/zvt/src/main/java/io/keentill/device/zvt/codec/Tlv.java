package io.keentill.device.zvt.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tagged data as in BER: tags of one or more bytes, containers within containers. Reading never fails: what cannot be
 * read is kept as {@link #unread()}.
 *
 * @param list in the order they came
 * @param unread what could not be read; empty if all was
 */
public record Tlv(List<Item> list, Bytes unread) {

    /** One tag with its value; for a container the value is what it contains. */
    public record Item(int tag, Bytes value) {

        /** Whether the value is tagged data itself. */
        public boolean container() {
            int first = tag;
            while (first > 0xFF) {
                first >>= 8;
            }
            return (first & 0x20) != 0;
        }
    }

    /** Nothing. */
    public static final Tlv NONE = new Tlv(List.of(), Bytes.EMPTY);

    private static final int LONGEST_TAG = 3;

    /** Copies the list. */
    public Tlv {
        list = List.copyOf(list);
    }

    /** Reads {@code data} as a row of tags. */
    public static Tlv read(Bytes data) {
        List<Item> found = new ArrayList<>();
        int at = 0;
        while (at < data.length()) {
            int tagEnd = tagEnd(data, at);
            Optional<Lengths.Span> span = tagEnd < 0 ? Optional.empty() : Lengths.ber(data, tagEnd);
            if (span.isEmpty()) {
                return new Tlv(found, data.from(at));
            }
            found.add(new Item(
                    tag(data, at, tagEnd),
                    data.slice(span.get().start(), span.get().end())));
            at = span.get().end();
        }
        return new Tlv(found, Bytes.EMPTY);
    }

    /** The value reached by following {@code path} through containers: {@code get(0x2F, 0x1F12)}. */
    public Optional<Bytes> get(int... path) {
        Optional<Bytes> value = Optional.empty();
        Tlv level = this;
        for (int tag : path) {
            value = level.list.stream()
                    .filter(item -> item.tag() == tag)
                    .map(Item::value)
                    .findFirst();
            if (value.isEmpty()) {
                return value;
            }
            level = read(value.get());
        }
        return value;
    }

    /** Every value of {@code tag} on this level. */
    public List<Bytes> all(int tag) {
        return list.stream().filter(item -> item.tag() == tag).map(Item::value).toList();
    }

    /** The same with one more tag at the end. */
    public Tlv with(int tag, Bytes value) {
        List<Item> more = new ArrayList<>(list);
        more.add(new Item(tag, value));
        return new Tlv(more, unread);
    }

    /** As bytes, unread rest included. */
    public Bytes encode() {
        Bytes.Builder all = new Bytes.Builder();
        for (Item item : list) {
            all.add(tagBytes(item.tag()))
                    .add(Lengths.berPrefix(item.value().length()))
                    .add(item.value());
        }
        return all.add(unread).build();
    }

    private static int tagEnd(Bytes data, int at) {
        if ((data.at(at) & 0x1F) != 0x1F) {
            return at + 1;
        }
        for (int end = at + 1; end < data.length() && end - at < LONGEST_TAG; end++) {
            if ((data.at(end) & 0x80) == 0) {
                return end + 1;
            }
        }
        return -1;
    }

    private static int tag(Bytes data, int from, int to) {
        int tag = 0;
        for (int i = from; i < to; i++) {
            tag = (tag << 8) | data.at(i);
        }
        return tag;
    }

    private static Bytes tagBytes(int tag) {
        if (tag > 0xFFFF) {
            return Bytes.of(tag >> 16, tag >> 8, tag);
        }
        return tag > 0xFF ? Bytes.of(tag >> 8, tag) : Bytes.of(tag);
    }
}
