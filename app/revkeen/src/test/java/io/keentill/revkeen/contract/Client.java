package io.keentill.revkeen.contract;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.RevKeen;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What can be called from {@link RevKeen} on, found by walking its public methods. */
final class Client {
    private static final String ROOT = RevKeen.class.getPackageName();
    private final Map<String, List<String>> byEndpoint = new TreeMap<>();
    private final List<String> unnamed = new ArrayList<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private Client() {}

    static Client walk() {
        Client client = new Client();
        client.look(RevKeen.class, "");
        return client;
    }

    /** Calls such as {@code orders().get}, by the endpoint that they are annotated with. */
    Map<String, List<String>> byEndpoint() {
        return byEndpoint;
    }

    /** Methods that send something and do not say which endpoint it is. */
    List<String> unnamed() {
        return unnamed;
    }

    private void look(Class<?> type, String path) {
        if (!seen.add(type)) {
            return;
        }
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> look(method, path));
    }

    private void look(Method method, String path) {
        Endpoint endpoint = method.getAnnotation(Endpoint.class);
        Class<?> result = method.getReturnType();
        if (endpoint != null) {
            byEndpoint
                    .computeIfAbsent(endpoint.value(), name -> new ArrayList<>())
                    .add(path + method.getName());
        } else if (sends(result) && method.getDeclaringClass() != RevKeen.class) {
            unnamed.add(path + method.getName());
        } else if (isGroup(result)) {
            look(result, path + method.getName() + (method.getParameterCount() == 0 ? "()." : "(…)."));
        }
    }

    private static boolean sends(Class<?> result) {
        return result == ApiCall.class || result == ApiResult.class || result == Listing.class;
    }

    private static boolean isGroup(Class<?> result) {
        return result.getPackageName().startsWith(ROOT + ".")
                && Arrays.stream(result.getDeclaredMethods())
                        .anyMatch(
                                method -> method.isAnnotationPresent(Endpoint.class) || sends(method.getReturnType()));
    }
}
