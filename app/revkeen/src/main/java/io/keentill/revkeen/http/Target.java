package io.keentill.revkeen.http;

import io.keentill.revkeen.RateLimit;
import io.keentill.revkeen.UnusableTargetException;
import io.keentill.revkeen.UnusableTargetException.Reason;
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

    /** The target, or {@link UnusableTargetException}. */
    public static Target check(String baseUrl, String key, boolean trustCustomHost) {
        URI uri = uri(baseUrl.strip());
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean loopback = isLoopback(host);
        if (!key.matches("[!-~]{8,512}")) {
            throw new UnusableTargetException(
                    Reason.KEY_FORM,
                    "the API key is empty, too short or has spaces or line breaks in it: copy it again from the dashboard",
                    host);
        }
        if (!loopback) {
            requireWay(uri, host, trustCustomHost, key.startsWith(LIVE));
            requireEnvironment(host, key);
        }
        return new Target(withoutSlash(uri), key, limitOf(host, loopback, key));
    }

    /** The target of an OAuth client, whose token must not leave in the clear nor go astray either. */
    public static Target checkHost(String baseUrl, boolean trustCustomHost) {
        URI uri = uri(baseUrl.strip());
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean loopback = isLoopback(host);
        if (!loopback) {
            requireWay(uri, host, trustCustomHost, false);
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
            UnusableTargetException unusable = noUrl();
            unusable.initCause(e);
            throw unusable;
        }
        throw noUrl();
    }

    private static UnusableTargetException noUrl() {
        return new UnusableTargetException(
                Reason.ADDRESS,
                "the base URL is not usable: give https://host/v2 (http only on this machine), without user, query or"
                        + " fragment",
                "");
    }

    private static void requireEnvironment(String host, String key) {
        if (host.equals("api.revkeen.com")) {
            if (!key.startsWith(LIVE)) {
                throw new UnusableTargetException(
                        Reason.NOT_LIVE, "the live environment takes only keys that begin with " + LIVE, host);
            }
        } else if (isRevKeen(host) && !key.startsWith(SANDBOX)) {
            throw new UnusableTargetException(
                    Reason.NOT_TEST, "the test environment takes only keys that begin with " + SANDBOX, host);
        }
    }

    private static void requireWay(URI uri, String host, boolean trustCustomHost, boolean live) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        if (!tls && (isRevKeen(host) || live || !trustCustomHost)) {
            throw new UnusableTargetException(
                    Reason.IN_THE_CLEAR,
                    "the base URL must begin with https://, or the key would travel in the clear",
                    host);
        }
        if (!isRevKeen(host) && !trustCustomHost) {
            throw new UnusableTargetException(
                    Reason.HOST,
                    "the host " + host + " is neither RevKeen nor this machine: allow it explicitly",
                    host);
        }
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
