package io.keentill.revkeen.contract;

import io.keentill.revkeen.Page;
import io.keentill.revkeen.RevKeen;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a reply said and its typed form has no place for. */
final class Strays {
    private static final String ROOT = RevKeen.class.getPackageName();
    private final List<String> found = new ArrayList<>();

    private Strays() {}

    /** Where and what, empty when everything was read. */
    static List<String> in(Object value) {
        Strays strays = new Strays();
        strays.look(value instanceof Page<?> ? "list" : "reply", value);
        return strays.found;
    }

    private void look(String where, Object value) {
        switch (value) {
            case null -> {}
            case Optional<?> some -> some.ifPresent(inner -> look(where, inner));
            case Collection<?> all -> all.forEach(element -> look(where, element));
            case Record record -> inside(where + "." + record.getClass().getSimpleName(), record);
            default -> {}
        }
    }

    private void inside(String where, Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        boolean resource = record.getClass().getPackageName().startsWith(ROOT + ".");
        if (resource && Arrays.stream(components).noneMatch(c -> c.getName().equals("extra"))) {
            found.add(where + " has no \"extra\", so that what it does not know is lost");
        }
        for (RecordComponent component : components) {
            Object value = get(component, record);
            if (component.getName().equals("extra") && !((Map<?, ?>) value).isEmpty()) {
                found.add(where + " has unread " + value);
            } else {
                look(where, value);
            }
        }
    }

    private static Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("records of the client are public", e);
        }
    }
}
