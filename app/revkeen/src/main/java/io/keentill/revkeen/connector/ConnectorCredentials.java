package io.keentill.revkeen.connector;

/** Who a connector says it is when it connects ({@code docs/connector-channel.md}, Linking). None shows what it holds. */
public sealed interface ConnectorCredentials {

    /** The merchant's key that the client has. */
    record ApiKey() implements ConnectorCredentials {}

    /** A linking code that a dashboard gave, good once; the welcome then brings a token. */
    record LinkingCode(String code) implements ConnectorCredentials {

        @Override
        public String toString() {
            return "LinkingCode";
        }
    }

    /** What the welcome after linking brought. */
    record Token(String token) implements ConnectorCredentials {

        @Override
        public String toString() {
            return "Token";
        }
    }
}
