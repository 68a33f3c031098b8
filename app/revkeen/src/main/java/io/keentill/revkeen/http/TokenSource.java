package io.keentill.revkeen.http;

import io.keentill.revkeen.OAuthClient;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The access token of an OAuth client: kept until shortly before its end, and asked for by one caller for all. The lock
 * guards the fields alone; nobody holds it while the network is used.
 */
final class TokenSource {
    private static final long MARGIN_SECONDS = 60;
    private static final long DEFAULT_SECONDS = 3_600;
    private static final long LARGEST_ANSWER = 64 * 1024;

    private final OkHttpClient http;
    private final OAuthClient who;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token kept;
    private @Nullable CompletableFuture<Token> asking;

    /** A token; renewed from a minute before its end on, or from half its life when that is short. */
    private record Token(String text, Instant renewal, Instant end) {
        static Token of(String text, Instant asked, long seconds) {
            long fresh = Math.max(seconds - MARGIN_SECONDS, seconds / 2);
            return new Token(text, asked.plusSeconds(fresh), asked.plusSeconds(seconds));
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "token until " + end;
        }
    }

    TokenSource(OkHttpClient http, OAuthClient who, InstantSource clock) {
        this.http = http;
        this.who = who;
        this.clock = clock;
    }

    /**
     * A token that is good for a while.
     *
     * @throws TokenRefusedException when the token endpoint says no
     * @throws NoTokenException when it cannot be reached or understood
     */
    String token() throws IOException {
        Token last;
        CompletableFuture<Token> answer;
        lock.lock();
        try {
            last = kept;
            if (last != null && clock.instant().isBefore(last.renewal())) {
                return last.text();
            }
            answer = ask();
        } finally {
            lock.unlock();
        }
        try {
            return answer.get().text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while waiting for a token").initCause(e);
        } catch (ExecutionException e) {
            if (last != null && clock.instant().isBefore(last.end())) {
                return last.text();
            }
            throw failed(e.getCause());
        }
    }

    private static IOException failed(@Nullable Throwable cause) {
        return cause instanceof TokenRefusedException refused
                ? new TokenRefusedException(refused.body())
                : new NoTokenException("no access token", cause);
    }

    /** The API refused this token: it is not given out again. */
    void refused(String text) {
        lock.lock();
        try {
            if (kept != null && kept.text().equals(text)) {
                kept = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The answer to the question that is open already, or to a new one. */
    private CompletableFuture<Token> ask() {
        if (asking != null) {
            return asking;
        }
        CompletableFuture<Token> answer = new CompletableFuture<>();
        asking = answer;
        Thread.ofVirtual().name("revkeen-token").start(() -> fetchInto(answer));
        return answer;
    }

    private void fetchInto(CompletableFuture<Token> answer) {
        Token token = null;
        Throwable failure = null;
        try {
            token = fetch();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        lock.lock();
        try {
            asking = null;
            kept = token == null ? kept : token;
        } finally {
            lock.unlock();
        }
        if (token != null) {
            answer.complete(token);
        } else {
            answer.completeExceptionally(failure);
        }
    }

    private Token fetch() throws IOException {
        FormBody.Builder form = new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("client_id", who.clientId())
                .add("client_secret", who.clientSecret());
        if (!who.scopes().isEmpty()) {
            form.add("scope", String.join(" ", new TreeSet<>(who.scopes())));
        }
        Request request = new Request.Builder()
                .url(who.tokenUrl().toString())
                .header("Accept", "application/json")
                .post(form.build())
                .build();
        Instant asked = clock.instant();
        try (Response response = http.newCall(request).execute()) {
            byte[] body = response.peekBody(LARGEST_ANSWER).bytes();
            if (response.code() >= 400 && response.code() < 500 && response.code() != 408 && response.code() != 429) {
                throw new TokenRefusedException(body);
            }
            if (!response.isSuccessful()) {
                throw new IOException("the token endpoint answered " + response.code());
            }
            return read(body, asked);
        }
    }

    private static Token read(byte[] body, Instant asked) throws IOException {
        try {
            Fields fields = Fields.parse(body);
            long seconds = Math.clamp(fields.numberOr("expires_in", DEFAULT_SECONDS), 1, 30L * 24 * 3_600);
            String text = fields.needText("access_token");
            Credential.bearer(text);
            return Token.of(text, asked, seconds);
        } catch (MalformedReplyException | IllegalArgumentException e) {
            throw new IOException("the token endpoint's answer holds no usable token", e);
        }
    }
}
