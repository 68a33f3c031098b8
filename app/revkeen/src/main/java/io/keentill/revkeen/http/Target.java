package io.keentill.revkeen.http;

import io.keentill.revkeen.RateLimit;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go and with which key, checked so that a key never reaches the wrong place (section A.1).
 *
 * @param base without a slash at its end
 * @param key never shown; null when an OAuth client signs
 * @param limit the environment's own
 */
public record Target(String base, @Nullable String key, RateLimit limit) {
    private static final String LIVE = "rk_live_";
    private static final String SANDBOX = "rk_sandbox_";

    /** The target, or {@link IllegalArgumentException} whose message says what to change and never holds the key. */
    public static Target check(String baseUrl, String key, boolean trustCustomHost) {
        URI uri = uri(baseUrl.strip());
        String complaint = keyForm(key);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean loopback = isLoopback(host);
        if (complaint == null) {
            complaint = loopback ? null : placement(uri, host, key, trustCustomHost);
        }
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        return new Target(withoutSlash(uri), key, limitOf(host, loopback, key));
    }

    /** The target of an OAuth client, whose token must not leave in the clear nor go astray either. */
    public static Target checkHost(String baseUrl, boolean trustCustomHost) {
        URI uri = uri(baseUrl.strip());
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean loopback = isLoopback(host);
        String complaint = loopback ? null : way(uri, host, trustCustomHost, false);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        return new Target(withoutSlash(uri), null, limitOf(host, loopback, ""));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base;
    }

    private static URI uri(String baseUrl) {
        try {
            URI uri = new URI(baseUrl);
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (http && uri.getHost() != null && plain) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(badUrl(), e);
        }
        throw new IllegalArgumentException(badUrl());
    }

    private static String badUrl() {
        return "the base URL is not usable: give https://host/v2 (http only on this machine), without user, query or fragment";
    }

    private static @Nullable String keyForm(String key) {
        return key.matches("[!-~]{8,512}")
                ? null
                : "the API key is empty, too short or has spaces or line breaks in it: copy it again from the dashboard";
    }

    private static @Nullable String placement(URI uri, String host, String key, boolean trustCustomHost) {
        String complaint = way(uri, host, trustCustomHost, key.startsWith(LIVE));
        if (complaint != null) {
            return complaint;
        }
        if (host.equals("api.revkeen.com")) {
            return key.startsWith(LIVE) ? null : "the live environment takes only keys that begin with " + LIVE;
        }
        boolean test = isRevKeen(host) && !key.startsWith(SANDBOX);
        return test ? "the test environment takes only keys that begin with " + SANDBOX : null;
    }

    private static @Nullable String way(URI uri, String host, boolean trustCustomHost, boolean live) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        if (!tls && (isRevKeen(host) || live || !trustCustomHost)) {
            return "the base URL must begin with https://, or the key would travel in the clear";
        }
        return isRevKeen(host) || trustCustomHost
                ? null
                : "the host " + host + " is neither RevKeen nor this machine: allow it explicitly";
    }

    private static boolean isRevKeen(String host) {
        return host.equals("revkeen.com") || host.endsWith(".revkeen.com");
    }

    private static String withoutSlash(URI uri) {
        return uri.toString().replaceFirst("/+$", "");
    }

    private static RateLimit limitOf(String host, boolean loopback, String key) {
        if (loopback) {
            return RateLimit.NONE;
        }
        return host.equals("api.revkeen.com") || key.startsWith(LIVE) ? RateLimit.PRODUCTION : RateLimit.TEST;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
