package io.keentill.revkeen.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What was asked of each object of a reply, beside what it holds. For tests: it finds members that nobody reads, also where
 * the typed form has no place to keep them, and members that are read and never come.
 */
public final class Reading {
    private final List<Entry> entries = new ArrayList<>();

    private Reading() {}

    /** Runs this and gives its value; every object read meanwhile in this thread is noted. */
    public static <T> Watched<T> watch(Supplier<T> reader) {
        Reading reading = new Reading();
        T value = ScopedValue.where(Fields.WATCHED, reading).call(reader::get);
        return new Watched<>(value, Collections.unmodifiableList(reading.entries));
    }

    /**
     * What came of it.
     *
     * @param value what the reader gave
     * @param entries the objects, in the order in which they were met
     */
    public record Watched<T>(T value, List<Entry> entries) {}

    Entry entry(String where, JsonNode object) {
        Entry entry = new Entry(where, object);
        entries.add(entry);
        return entry;
    }

    /** One object. */
    public static final class Entry {
        private final String where;
        private final JsonNode object;
        private final Set<String> asked = new TreeSet<>();

        private Entry(String where, JsonNode object) {
            this.where = where;
            this.object = object;
        }

        void asked(String name) {
            asked.add(name);
        }

        void all() {
            object.propertyNames().forEach(name -> asked.add(CaseNames.snake(name)));
        }

        String below(String name) {
            return where.isEmpty() ? name : where + "." + name;
        }

        /** The names that lead to it from the top, with dots between; empty for the top itself. */
        public String where() {
            return where;
        }

        /** The members that it holds and nobody asked for, with their values; null ones and {@code object} do not count. */
        public List<String> unread() {
            return object.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .filter(member -> !asked.contains(CaseNames.snake(member.getKey())))
                    .filter(member -> !member.getKey().equals("object"))
                    .map(Map.Entry::toString)
                    .toList();
        }

        /** The members that were asked for and are not there, not even as null. */
        public List<String> absent() {
            return asked.stream()
                    .filter(name -> !object.has(name) && !object.has(CaseNames.camel(name)))
                    .toList();
        }
    }
}
