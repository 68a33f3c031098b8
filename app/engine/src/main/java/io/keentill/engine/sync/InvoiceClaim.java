package io.keentill.engine.sync;

import io.keentill.engine.IdSource;
import io.keentill.engine.account.AccountsElsewhere;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.invoices.Comment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells other tills, with an internal comment on the invoice (API reference B.10), that this one is about to take its money,
 * and hears what they told. RevKeen has nothing that sets an invoice aside for somebody, so each till says it first and then
 * looks: of two that do so at the same moment at least one sees the other, and whoever sees another lets go. Where RevKeen
 * takes or shows no comments, its refusal of the second payment is what is left.
 */
final class InvoiceClaim {

    private static final System.Logger LOG = System.getLogger(InvoiceClaim.class.getName());

    /** As long as a card payment may take, and the time until RevKeen has been told of it. Counted by RevKeen's clock. */
    private static final Duration HOLDS = AccountsElsewhere.CLAIM_HOLDS;

    private static final int MOST = 1_000;

    private static final String TAKING = "Keentill: being paid at the till ";
    private static final String LET_GO = "Keentill: no longer being paid at the till ";
    private static final Pattern SAID = Pattern.compile(
            "(" + Pattern.quote(TAKING) + "|" + Pattern.quote(LET_GO) + ")(.+) \\(([^()]+)\\), sale ([0-9A-Z]+)\\.");

    private final RevKeen api;
    private final IdSource ids;
    private final String till;
    private final String tillId;

    /**
     * For this till.
     *
     * @param till its name, for people
     * @param tillId what tells it from others of that name
     */
    InvoiceClaim(RevKeen api, IdSource ids, String till, String tillId) {
        this.api = api;
        this.ids = ids;
        this.till = till.replace('(', '[').replace(')', ']');
        this.tillId = tillId;
    }

    /** Claims the money of an invoice for a sale; answers which other till is about to take it, if one is. */
    Optional<String> take(String invoiceId, String sale) {
        say(invoiceId, words(TAKING, sale));
        ApiResult<List<Comment>> comments =
                api.invoices().comments(invoiceId, true).all(MOST);
        if (!(comments instanceof ApiResult.Ok<List<Comment>> heard)) {
            LOG.log(System.Logger.Level.INFO, "Whether another till takes an invoice's money could not be read");
            return Optional.empty();
        }
        Optional<String> other = other(heard.value());
        if (other.isPresent()) {
            say(invoiceId, withdrawal(sale));
        }
        return other;
    }

    /** The words that let go of it. */
    String withdrawal(String sale) {
        return words(LET_GO, sale);
    }

    private String words(String what, String sale) {
        return what + till + " (" + tillId + "), sale " + sale + ".";
    }

    private void say(String invoiceId, String words) {
        boolean said = api.invoices()
                        .comment(invoiceId, words, true)
                        .withIdempotencyKey(ids.next())
                        .send()
                instanceof ApiResult.Ok<Comment>;
        if (!said) {
            LOG.log(System.Logger.Level.INFO, "Whether RevKeen took a comment on an invoice is not known: " + words);
        }
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
                .filter(said -> !said.group(3).equals(tillId))
                .forEach(said -> {
                    if (said.group(1).equals(TAKING)) {
                        taking.put(said.group(4), said.group(2));
                    } else {
                        taking.remove(said.group(4));
                    }
                });
        return taking.values().stream().findFirst();
    }
}
