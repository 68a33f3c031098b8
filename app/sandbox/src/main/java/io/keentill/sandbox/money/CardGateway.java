package io.keentill.sandbox.money;

import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated gateway for cards that are not present: stored payment methods and one-time tokens, each with the
 * behaviour of the test card that it was made from (API reference D.8). It decides; {@code Books} writes down.
 */
public final class CardGateway {
    /** The gateway's name in every record that it made. */
    public static final String NAME = "sandbox";

    private static final String TOKEN = "card_token";
    private static final Pattern WORD_TOKEN = Pattern.compile("tok_([a-z_]+)_[A-Za-z0-9]{1,64}");

    private CardGateway() {}

    /** What the gateway said. */
    public sealed interface Verdict permits Approved, Declined, Challenged {}

    /**
     * It promises the money.
     *
     * @param transaction its own id for it
     */
    public record Approved(String transaction) implements Verdict {}

    /**
     * It does not.
     *
     * @param code a word of the decline vocabulary (API reference B.21), such as {@code insufficient_funds}
     * @param message a sentence for the payer
     */
    public record Declined(String code, String message) implements Verdict {}

    /** The payer must prove who they are first. */
    public record Challenged() implements Verdict {}

    /**
     * A card that the gateway knows.
     *
     * @param methodId the stored payment method, null for a one-time token
     * @param customerId its owner, null when unknown
     */
    public record Card(
            TestCard behaviour,
            @Nullable String methodId,
            @Nullable String customerId) {}

    /** The stored method with this id (either form); 400 unless it is active and, where a payer is named, theirs. */
    public static Card stored(Work work, String methodId, @Nullable String customerId) {
        ObjectNode method = StoredMethods.find(work, methodId);
        if (method == null || !"active".equals(Json.text(method, "status"))) {
            throw Refusal.invalid("payment_method", "No active payment method: " + methodId + ".");
        }
        String owner = Json.text(method, "customer_id");
        if (customerId != null && !customerId.equals(owner)) {
            throw Refusal.invalid("payment_method", "Payment method " + methodId + " belongs to another customer.");
        }
        return new Card(TestCard.of(Json.need(method, "_behaviour")), Json.need(method, "id"), owner);
    }

    /** The customer's default method; 400 when they have none. */
    public static Card usual(Work work, @Nullable String customerId) {
        ObjectNode method = customerId == null ? null : StoredMethods.usual(work, customerId);
        if (method == null) {
            throw Refusal.invalid("payment_method", "The customer has no active payment method.");
        }
        return new Card(TestCard.of(Json.need(method, "_behaviour")), Json.need(method, "id"), customerId);
    }

    /**
     * Spends a one-time token: one from {@link #mint}, or {@code tok_WORD_ANYTHING} with a word of {@link TestCard}. 400
     * for any other, and for one that was spent.
     */
    public static Card spend(Work work, String token, @Nullable String customerId) {
        String hash = Keys.hash(token);
        ObjectNode known = work.find(TOKEN, hash);
        TestCard card = known == null ? worded(token) : TestCard.of(Json.need(known, "_behaviour"));
        if (card == null) {
            throw Refusal.invalid("payment_token", "Unknown payment token.");
        }
        if (known != null && Json.yes(known, "_spent")) {
            throw Refusal.invalid("payment_token", "This payment token has been used.");
        }
        ObjectNode spent = Json.object().put("id", hash).put("_behaviour", card.word());
        spent.put("_spent", true);
        if (known == null) {
            work.insert(TOKEN, spent);
        } else {
            work.save(TOKEN, spent);
        }
        return new Card(card, null, customerId);
    }

    /** A new one-time token for a test card; its text is only ever returned here. */
    public static String mint(Work work, TestCard card) {
        String token = work.ids().prefixed("tok_") + work.ids().prefixed("");
        work.insert(TOKEN, Json.object().put("id", Keys.hash(token)).put("_behaviour", card.word()));
        return token;
    }

    /** Asks for {@code amountMinor}; {@code proven} says that the payer has answered a challenge. */
    public static Verdict ask(Work work, Card card, boolean proven) {
        return switch (card.behaviour()) {
            case SUCCESS -> new Approved(work.ids().prefixed("gw_"));
            case CHALLENGE -> proven ? new Approved(work.ids().prefixed("gw_")) : new Challenged();
            case DECLINED -> new Declined("generic_decline", "The card was declined.");
            case INSUFFICIENT_FUNDS -> new Declined("insufficient_funds", "The card has insufficient funds.");
            case EXPIRED -> new Declined("expired_card", "The card has expired.");
        };
    }

    /** Why nobody pays, when the payer is not there to answer a challenge; null when the money is promised. */
    public static @Nullable Declined refusal(Verdict verdict) {
        return switch (verdict) {
            case Approved approved -> null;
            case Declined declined -> declined;
            case Challenged challenged -> new Declined("authentication_required", "The payer must prove who they are.");
        };
    }

    /** What an answer of the gateway moves, or was to move. */
    public static Movement movement(Card card, Verdict verdict, long amountMinor, String currency) {
        return new Movement(
                amountMinor,
                currency,
                NAME,
                verdict instanceof Approved approved ? approved.transaction() : null,
                "card",
                "card_not_present",
                TestCard.BRAND,
                card.behaviour().lastFour(),
                null,
                card.customerId(),
                card.methodId());
    }

    private static @Nullable TestCard worded(String token) {
        Matcher form = WORD_TOKEN.matcher(token);
        return form.matches() ? TestCard.named(form.group(1)) : null;
    }
}
