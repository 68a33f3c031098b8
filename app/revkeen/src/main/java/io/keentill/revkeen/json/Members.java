package io.keentill.revkeen.json;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is set in one request, in the order of its {@link Layout}. Never changes; {@link #with} gives a changed copy. */
public final class Members {
    /** Nothing set. */
    public static final Members NONE = new Members(new TreeMap<>(Comparator.comparingInt(Member::position)));

    private final SortedMap<Member<?>, Object> values;

    private Members(SortedMap<Member<?>, Object> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /** The members of this request. */
    public static Members of(RequestFields request) {
        return request.members;
    }

    /** The same with this value, maps and lists copied. Null or an empty map unset it, so that the server's default holds. */
    public <T> Members with(Member<T> member, @Nullable T value) {
        SortedMap<Member<?>, Object> copy = new TreeMap<>(values);
        if (value == null || (value instanceof Map<?, ?> map && map.isEmpty())) {
            copy.remove(member);
        } else {
            copy.put(member, value instanceof List<?> list ? List.copyOf(list) : Json.freezeValue(value));
        }
        return new Members(copy);
    }

    /** The same with this member written as JSON null: the server clears what it holds. */
    public Members cleared(Member<?> member) {
        SortedMap<Member<?>, Object> copy = new TreeMap<>(values);
        copy.put(member, Cleared.CLEARED);
        return new Members(copy);
    }

    /** The same with these changes to a free object that the server merges: a null value removes its key (section A.9). */
    public Members withPatch(Member<Map<String, Object>> member, Map<String, ? extends @Nullable Object> changes) {
        SortedMap<Member<?>, Object> copy = new TreeMap<>(values);
        copy.put(member, Json.freezePatch(changes));
        return new Members(copy);
    }

    /** What is set, or null; null also when it is to be cleared. */
    @SuppressWarnings("unchecked") // with() lets only a T under a Member<T>, and copies keep to List and Map
    public <T> @Nullable T get(Member<T> member) {
        Object value = values.get(member);
        return value == Cleared.CLEARED ? null : (T) value;
    }

    /** What is set; for members that the request cannot be made without. */
    public <T> T need(Member<T> member) {
        return requireNonNull(get(member), member.name());
    }

    /** Gives every name and value that is set, in order. */
    public void forEach(BiConsumer<String, Object> sink) {
        values.forEach((member, value) -> sink.accept(member.name(), value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Members members && values.equals(members.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + (entry.getKey().secret() ? "(kept secret)" : entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
