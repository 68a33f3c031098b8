package io.keentill.device.zvt.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The data fields of a message. Reading never fails: at a field whose length nobody can know, or that is cut short, it
 * stops and keeps the rest as {@link #unread()}.
 *
 * @param list in the order they came
 * @param unread what could not be read, from the number of the field on; empty if all was
 */
public record Fields(List<Field> list, Bytes unread) {

    /** One field. */
    public record Field(int number, Bytes value) {}

    /** No fields. */
    public static final Fields NONE = new Fields(List.of(), Bytes.EMPTY);

    /** Copies the list. */
    public Fields {
        list = List.copyOf(list);
    }

    /** Reads {@code data} as fields. */
    public static Fields read(Bytes data) {
        List<Field> found = new ArrayList<>();
        int at = 0;
        while (at < data.length()) {
            Optional<Lengths.Span> span = Lengths.ofField(data, at);
            if (span.isEmpty()) {
                return new Fields(found, data.from(at));
            }
            found.add(new Field(
                    data.at(at), data.slice(span.get().start(), span.get().end())));
            at = span.get().end();
        }
        return new Fields(found, Bytes.EMPTY);
    }

    /** The first field with this number. */
    public Optional<Bytes> get(int number) {
        return list.stream()
                .filter(field -> field.number() == number)
                .map(Field::value)
                .findFirst();
    }

    /** The first field with this number as a decimal number; empty if it is missing or holds no digits. */
    public OptionalLong number(int number) {
        return get(number).map(Bcd::decode).orElse(OptionalLong.empty());
    }

    /** The tagged data; empty if there are none. */
    public Tlv tlv() {
        return get(Bitmap.TLV).map(Tlv::read).orElse(Tlv.NONE);
    }

    /** The same with one more field at the end. */
    public Fields with(int number, Bytes value) {
        List<Field> more = new ArrayList<>(list);
        more.add(new Field(number, value));
        return new Fields(more, unread);
    }

    /**
     * As bytes, unread rest included.
     *
     * @throws IllegalArgumentException if a value does not fit its field
     */
    public Bytes encode() {
        Bytes.Builder all = new Bytes.Builder();
        for (Field field : list) {
            all.add(field.number())
                    .add(Lengths.prefix(field.number(), field.value().length()))
                    .add(field.value());
        }
        return all.add(unread).build();
    }
}
