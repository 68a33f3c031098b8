package io.keentill.revkeen.http;

/**
 * The header that says who sends a request (section A.2).
 *
 * @param name of the header
 * @param value never shown
 */
public record Credential(String name, String value) {

    /** An API key. */
    static Credential apiKey(String key) {
        return new Credential("x-api-key", key);
    }

    /** A portal or OAuth token. Refuses one that could break out of its header, without repeating it. */
    static Credential bearer(String token) {
        if (!token.matches("[!-~]{8,4096}")) {
            throw new IllegalArgumentException("the token is empty, too short or has spaces or line breaks in it");
        }
        return new Credential("Authorization", "Bearer " + token);
    }

    /** Without the value. */
    @Override
    public String toString() {
        return name;
    }
}
