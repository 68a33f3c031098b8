package io.keentill.revkeen;

import io.keentill.revkeen.json.RequestFields;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Calls every wither of a request with a value that tells which one it was. */
final class Filled {
    private Filled() {}

    /** All withers, last name first. */
    static <T> T in(T request) {
        return fill(request, withers(request));
    }

    /** The same withers with the same values, first name first. */
    static <T> T inReverse(T request) {
        return fill(request, withers(request).reversed());
    }

    private static List<Method> withers(Object request) {
        return Arrays.stream(request.getClass().getMethods())
                .filter(method -> method.getName().startsWith("with"))
                .sorted(Comparator.comparing(Method::getName).reversed())
                .toList();
    }

    @SuppressWarnings("unchecked") // a wither returns its own type
    private static <T> T fill(T request, List<Method> methods) {
        List<Method> all = withers(request);
        Object filled = request;
        try {
            for (Method method : methods) {
                String name = method.getName().substring("with".length());
                filled = method.invoke(filled, sample(name, method.getParameterTypes()[0], all.indexOf(method)));
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return (T) filled;
    }

    /** A request inside a request, with what it must have. */
    private static Object made(String name, Class<?> type) {
        Method factory = Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                .min(Comparator.comparing(Method::getName))
                .orElseThrow();
        Object[] values = Arrays.stream(factory.getParameterTypes())
                .map(parameter -> sample(name, parameter, 0))
                .toArray();
        try {
            return factory.invoke(null, values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object sample(String name, Class<?> type, int index) {
        if (type == String.class) {
            return name;
        }
        if (type == Long.class) {
            return 1L + index;
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(1L + index);
        }
        if (type == Boolean.class) {
            return name.endsWith("Active");
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(1000L + index);
        }
        if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(1L + index);
        }
        if (RequestFields.class.isAssignableFrom(type)) {
            return made(name, type);
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == List.class) {
            return List.of(name);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : Map.of("k", name);
    }
}
