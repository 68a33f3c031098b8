package io.keentill.revkeen.json;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is set in one request, in the order of its {@link Layout}. Never changes; {@link #with} gives a changed copy. */
public final class Members {
    /** Nothing set. */
    public static final Members NONE = new Members(new Member<?>[0], new Object[0]);

    /** Sorted by position; a request has few members, so that copies are cheaper than any tree. */
    private final Member<?>[] names;

    private final Object[] values;

    private Members(Member<?>[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** The members of this request. */
    public static Members of(RequestFields request) {
        return request.members;
    }

    /** The same with this value, maps and lists copied. Null or an empty map unset it, so that the server's default holds. */
    public <T> Members with(Member<T> member, @Nullable T value) {
        if (value == null || (value instanceof Map<?, ?> map && map.isEmpty())) {
            return without(member);
        }
        return put(member, value instanceof List<?> list ? List.copyOf(list) : Json.freezeValue(value));
    }

    /** The same with this member written as JSON null: the server clears what it holds. */
    public Members cleared(Member<?> member) {
        return put(member, Cleared.CLEARED);
    }

    /** The same with these changes to a free object that the server merges: a null value removes its key (section A.9). */
    public Members withPatch(Member<Map<String, Object>> member, Map<String, ? extends @Nullable Object> changes) {
        return put(member, Json.freezePatch(changes));
    }

    /** What is set, or null; null also when it is to be cleared. */
    @SuppressWarnings("unchecked") // with() lets only a T under a Member<T>, and copies keep to List and Map
    public <T> @Nullable T get(Member<T> member) {
        int at = find(member);
        return at < 0 || values[at] == Cleared.CLEARED ? null : (T) values[at];
    }

    /** What is set; for members that the request cannot be made without. */
    public <T> T need(Member<T> member) {
        return requireNonNull(get(member), member.name());
    }

    /** Gives every name and value that is set, in order. */
    public void forEach(BiConsumer<String, Object> sink) {
        for (int i = 0; i < names.length; i++) {
            sink.accept(names[i].name(), values[i]);
        }
    }

    /** Where it stands, or, as a negative number less one, where it would. */
    private int find(Member<?> member) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].position() >= member.position()) {
                return names[i].position() == member.position() ? i : -i - 1;
            }
        }
        return -names.length - 1;
    }

    private Members put(Member<?> member, Object value) {
        int at = find(member);
        if (at >= 0) {
            Object[] changed = values.clone();
            changed[at] = value;
            return new Members(names, changed);
        }
        int place = -at - 1;
        Member<?>[] moreNames = Arrays.copyOf(names, names.length + 1);
        Object[] moreValues = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(names, place, moreNames, place + 1, names.length - place);
        System.arraycopy(values, place, moreValues, place + 1, values.length - place);
        moreNames[place] = member;
        moreValues[place] = value;
        return new Members(moreNames, moreValues);
    }

    private Members without(Member<?> member) {
        int at = find(member);
        if (at < 0) {
            return this;
        }
        Member<?>[] fewerNames = Arrays.copyOf(names, names.length - 1);
        Object[] fewerValues = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(names, at + 1, fewerNames, at, fewerNames.length - at);
        System.arraycopy(values, at + 1, fewerValues, at, fewerValues.length - at);
        return new Members(fewerNames, fewerValues);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Members members
                && Arrays.equals(names, members.names)
                && Arrays.equals(values, members.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names) * 31 + Arrays.hashCode(values);
    }

    /** Names and values; those of secret members are left out. */
    @Override
    public String toString() {
        StringJoiner all = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < names.length; i++) {
            all.add(names[i] + "=" + (names[i].secret() ? "(kept secret)" : values[i]));
        }
        return all.toString();
    }
}
