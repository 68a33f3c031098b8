package io.keentill.revkeen;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * An OAuth 2.1 client that acts for itself (grant {@code client_credentials}, section A.2), in place of an API key. The
 * access token is asked for when first needed, kept in memory alone, and renewed before it ends or when RevKeen refuses it.
 *
 * @param clientId who it is
 * @param clientSecret never shown or logged
 * @param scopes what the token shall allow, such as {@code orders:read}; empty for all that the client has
 * @param tokenUrl where tokens are given; {@code https}, or on this machine
 */
public record OAuthClient(String clientId, String clientSecret, Set<String> scopes, URI tokenUrl) {
    private static final URI TOKEN_URL = URI.create("https://api.revkeen.com/api/auth/oauth2/token");

    /** Refuses what is empty and a token URL over which the secret would travel in the clear. */
    public OAuthClient {
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException(
                    "the OAuth client needs an id and a secret: copy both from the dashboard");
        }
        if (!"https".equalsIgnoreCase(tokenUrl.getScheme()) && !isLoopback(tokenUrl)) {
            throw new IllegalArgumentException(
                    "the token URL must begin with https://, or the secret would travel in the clear");
        }
        scopes = Set.copyOf(scopes);
    }

    /** With RevKeen's token URL and all scopes that the client has. */
    public static OAuthClient of(String clientId, String clientSecret) {
        return new OAuthClient(clientId, clientSecret, Set.of(), TOKEN_URL);
    }

    /** The same for these scopes only. */
    public OAuthClient withScopes(Set<String> only) {
        return new OAuthClient(clientId, clientSecret, only, tokenUrl);
    }

    /** The same with tokens from elsewhere. */
    public OAuthClient withTokenUrl(URI url) {
        return new OAuthClient(clientId, clientSecret, scopes, url);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OAuthClient[" + clientId + ", scopes " + new TreeSet<>(scopes) + ", " + tokenUrl + "]";
    }

    private static boolean isLoopback(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return "http".equalsIgnoreCase(url.getScheme())
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }
}
