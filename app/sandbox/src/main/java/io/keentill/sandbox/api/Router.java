package io.keentill.sandbox.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint that a path means: a tree of segments, where a literal segment goes before a placeholder. */
final class Router {
    private final Map<String, Node> methods = new HashMap<>();

    /** An endpoint and the values of its placeholders. */
    record Route(Endpoint endpoint, Map<String, String> path) {}

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();

        @Nullable
        Node placeholder;

        @Nullable
        Endpoint endpoint;
    }

    /** An index of {@code endpoints}; two of the same method and path are a mistake in the program. */
    Router(List<Endpoint> endpoints) {
        endpoints.forEach(this::add);
    }

    /** Where the request goes, or null. */
    @Nullable
    Route find(String method, List<String> segments) {
        Node root = methods.get(method);
        Endpoint endpoint = root == null ? null : find(root, segments, 0);
        return endpoint == null ? null : new Route(endpoint, endpoint.placeholders(segments));
    }

    private void add(Endpoint endpoint) {
        Node node = methods.computeIfAbsent(endpoint.method(), method -> new Node());
        for (String segment : endpoint.segments()) {
            node = segment.startsWith("{")
                    ? placeholder(node)
                    : node.literals.computeIfAbsent(segment, s -> new Node());
        }
        if (node.endpoint != null) {
            throw new IllegalArgumentException("described twice: " + endpoint.method() + " " + endpoint.path());
        }
        node.endpoint = endpoint;
    }

    private static Node placeholder(Node node) {
        Node next = node.placeholder == null ? new Node() : node.placeholder;
        node.placeholder = next;
        return next;
    }

    private static @Nullable Endpoint find(Node node, List<String> segments, int at) {
        if (at == segments.size()) {
            return node.endpoint;
        }
        String segment = segments.get(at);
        Node literal = node.literals.get(segment);
        Endpoint found = literal == null ? null : find(literal, segments, at + 1);
        if (found == null && node.placeholder != null && !segment.isEmpty()) {
            found = find(node.placeholder, segments, at + 1);
        }
        return found;
    }
}
