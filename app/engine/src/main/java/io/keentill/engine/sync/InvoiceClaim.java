package io.keentill.engine.sync;

import io.keentill.engine.IdSource;
import io.keentill.engine.Waits;
import io.keentill.engine.account.AccountsElsewhere;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.invoices.Comment;
import io.keentill.revkeen.invoices.Invoice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells other tills, with an internal comment on the invoice (API reference B.10), that this one is about to take its money,
 * and hears what they told. RevKeen has nothing that sets an invoice aside for somebody, so each till says it first and then
 * looks: of two that do so at the same moment at least one sees the other, and whoever sees another lets go. What was said is
 * taken back by {@link #withdraw} alone: who is not answered in time goes on, and the late answer must not free for others
 * what is being paid here. Where RevKeen takes or shows no comments, its refusal of the second payment is what is left.
 */
final class InvoiceClaim {

    private static final System.Logger LOG = System.getLogger(InvoiceClaim.class.getName());

    /** As long as a card payment may take, and the time until RevKeen has been told of it. Counted by RevKeen's clock. */
    private static final Duration HOLDS = AccountsElsewhere.CLAIM_HOLDS;

    /** The newest come last, and one is added every few minutes while a payment is in doubt: enough for months of that. */
    private static final int MOST = 100_000;

    private static final String TAKING = "Keentill: being paid at the till ";
    private static final String LET_GO = "Keentill: no longer being paid at the till ";
    private static final Pattern SAID = Pattern.compile(
            "(" + Pattern.quote(TAKING) + "|" + Pattern.quote(LET_GO) + ")(.+) \\(([^()]+)\\), sale ([0-9A-Z]+)\\.");

    private final RevKeen api;
    private final IdSource ids;
    private final Waits waits;
    private final String till;
    private final String tillId;
    /** When what RevKeen heard of a sale last was said, by {@link Waits#nanos}. */
    private final Map<String, Long> said = new ConcurrentHashMap<>();

    /**
     * For this till.
     *
     * @param till its name, for people
     * @param tillId what tells it from others of that name
     */
    InvoiceClaim(RevKeen api, IdSource ids, Waits waits, String till, String tillId) {
        this.api = api;
        this.ids = ids;
        this.waits = waits;
        this.till = till.replace('(', '[').replace(')', ']');
        this.tillId = tillId;
    }

    /** Claims the money of an invoice for a sale; answers which other till is about to take it, if one is. */
    Optional<String> take(String invoiceId, String sale) {
        tell(invoiceId, sale, ids.next(), waits.nanos());
        ApiResult<List<Comment>> comments =
                api.invoices().comments(invoiceId, true).all(MOST);
        if (!(comments instanceof ApiResult.Ok<List<Comment>> heard)) {
            LOG.log(System.Logger.Level.INFO, "Whether another till takes an invoice's money could not be read");
            return Optional.empty();
        }
        return other(heard.value());
    }

    /**
     * Claims it anew, without a look at others. Nothing is said where nobody takes its money anyway, since it is paid or void.
     *
     * @param key the same for every try of one claim, so that an answer that was lost makes no second comment
     * @param begun when the first of them was made
     * @return whether that is done; false where it is not known to be
     */
    boolean renew(String invoiceId, String sale, String key, long begun) {
        if (api.invoices().get(invoiceId) instanceof ApiResult.Ok<Invoice> ok
                && !RemoteAccounts.isPayable(ok.value())) {
            said.put(sale, begun);
            return true;
        }
        return tell(invoiceId, sale, key, begun);
    }

    private boolean tell(String invoiceId, String sale, String key, long begun) {
        said.values().removeIf(at -> waits.nanos() - at > HOLDS.toNanos());
        boolean heard = say(invoiceId, words(TAKING, sale), key);
        if (heard) {
            said.put(sale, begun);
        }
        return heard;
    }

    /** Whether nobody can be sure that what RevKeen heard of this sale still stands for as long as this. */
    boolean endsWithin(String sale, Duration rest) {
        Long at = said.get(sale);
        return at == null || waits.nanos() - at >= HOLDS.minus(rest).toNanos();
    }

    /** Lets go of it. */
    void withdraw(String invoiceId, String sale) {
        say(invoiceId, withdrawal(sale), ids.next());
        said.remove(sale); // after it: what was claimed anew meanwhile is claimed once more
    }

    /** The words that let go of it. */
    String withdrawal(String sale) {
        return words(LET_GO, sale);
    }

    private String words(String what, String sale) {
        return what + till + " (" + tillId + "), sale " + sale + ".";
    }

    private boolean say(String invoiceId, String words, String key) {
        boolean taken = api.invoices()
                        .comment(invoiceId, words, true)
                        .withIdempotencyKey(key)
                        .send()
                instanceof ApiResult.Ok<Comment>;
        if (!taken) {
            LOG.log(System.Logger.Level.INFO, "Whether RevKeen took a comment on an invoice is not known: " + words);
        }
        return taken;
    }

    /** The name of another till that has said last of a sale that it takes the money, not too long ago. */
    private Optional<String> other(List<Comment> comments) {
        Instant now = comments.stream()
                .map(Comment::createdAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Map<String, String> taking = new LinkedHashMap<>();
        comments.stream()
                .filter(c -> c.createdAt() != null && c.createdAt().isAfter(now.minus(HOLDS)))
                .sorted(Comparator.comparing(c -> Objects.requireNonNull(c.createdAt())))
                .map(c -> SAID.matcher(c.content().strip()))
                .filter(Matcher::matches)
                .filter(words -> !words.group(3).equals(tillId))
                .forEach(words -> {
                    if (words.group(1).equals(TAKING)) {
                        taking.put(words.group(4), words.group(2));
                    } else {
                        taking.remove(words.group(4));
                    }
                });
        return taking.values().stream().findFirst();
    }
}
