package io.keentill.revkeen.json;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Field names in the API's two spellings (section A.10): {@code amount_minor} and {@code amountMinor}. */
final class CaseNames {
    private CaseNames() {}

    /** The names that readers ask for are few and come again with every reply. */
    private static final Map<String, String> CAMEL = new ConcurrentHashMap<>();

    static String camel(String snake) {
        return snake.indexOf('_') < 0 ? snake : CAMEL.computeIfAbsent(snake, CaseNames::toCamel);
    }

    private static String toCamel(String snake) {
        StringBuilder out = new StringBuilder(snake.length());
        boolean up = false;
        for (int i = 0; i < snake.length(); i++) {
            char c = snake.charAt(i);
            if (c == '_' && i > 0) {
                up = true;
            } else {
                out.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return out.toString();
    }

    static String snake(String name) {
        if (name.equals(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                out.append('_').append(Character.toLowerCase(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
