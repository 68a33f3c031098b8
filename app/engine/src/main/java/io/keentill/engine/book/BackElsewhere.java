package io.keentill.engine.book;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.GivenElsewhere;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.View;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was given back on a sale of this till by somebody else, as RevKeen was last heard to tell: money that moved there
 * (API reference B.18) and credit notes (B.11), without what this till gave back itself and RevKeen knows by now. A pure
 * reading of what is stored, so that it counts in the transaction in which money is set aside.
 */
public final class BackElsewhere {

    /** Under which movements of money are kept; their lookup is the sale's id. */
    public static final String MOVEMENT = "movement";

    /** Under which credit notes are kept; their lookup is the sale's id. */
    public static final String CREDIT_NOTE = "credit_note";

    /** As whom the terminal does what RevKeen commands. */
    public static final String COMMANDED = "revkeen";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TAKEN_BACK = Set.of("voided", "void");

    private BackElsewhere() {}

    /** What the reason of every credit note and reversal of a refund begins with at RevKeen. */
    public static String mark(Refund refund) {
        return "Keentill refund " + refund.reference() + ": ";
    }

    /** Whether a credit note with this status does not count any more; RevKeen spells it in two ways. */
    public static boolean isTakenBack(String status) {
        return TAKEN_BACK.contains(status.toLowerCase(Locale.ROOT));
    }

    /**
     * What others gave back of {@code sale}; what is on its way counts. Of money that was exchanged it counts at the sale
     * that it pays for now, see {@link GoneWithExchange}.
     */
    public static GivenElsewhere known(View view, Order sale) {
        return GoneWithExchange.of(view, sale).all();
    }

    /** The sales whose exchanged money pays for this one: what went back of them may be money of this one. */
    public static List<Order> earlier(View view, Order sale) {
        return GoneWithExchange.earlier(view, sale);
    }

    /** The same as it was told of this sale alone, without its payments by link. */
    static GivenElsewhere told(View view, Order sale) {
        List<BackCount.Note> notes = foreignNotes(view, sale).stream()
                .map(note -> new BackCount.Note(
                        amount(note, sale), note.path("method").asString("")))
                .toList();
        return BackCount.of(sale.currency(), moved(view, sale), own(view, sale), notes);
    }

    private static List<JsonNode> foreignNotes(View view, Order sale) {
        Set<String> told = view.outboxOf(sale.id()).stream()
                .filter(row -> row.kind().equals(OutboxKind.CREDIT.key()))
                .map(OutboxRow::remoteId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<String> marks =
                view.refundsOf(sale.id()).stream().map(BackElsewhere::mark).toList();
        return view.remotesBy(CREDIT_NOTE, sale.id()).stream()
                .filter(one -> !told.contains(one.id()))
                .map(one -> JSON.readTree(one.content()))
                .filter(note -> marks.stream().noneMatch(note.path("reason").asString("")::startsWith))
                .filter(note -> counts(note, sale))
                .toList();
    }

    private static List<BackCount.Moved> moved(View view, Order sale) {
        return view.remotesBy(MOVEMENT, sale.id()).stream()
                .map(one -> JSON.readTree(one.content()))
                .filter(content -> counts(content, sale))
                .map(content -> new BackCount.Moved(
                        amount(content, sale), content.path("method").asString(""), instant(content, "at")))
                .toList();
    }

    /** What this till told RevKeen and RevKeen took, and what RevKeen commanded and this till did. */
    private static List<BackCount.Counted> own(View view, Order sale) {
        Stream<BackCount.Counted> told = view.outboxOf(sale.id()).stream()
                .filter(row -> row.kind().equals(OutboxKind.CARD_BACK.key()))
                .filter(row -> row.state() == OutboxState.DONE && row.remoteId() != null)
                .flatMap(row -> part(view, row).map(part -> new BackCount.Counted(part.amount(), made(row))));
        Stream<BackCount.Counted> commanded = sale.tenders().stream()
                .map(tender -> tender.attemptId())
                .filter(Objects::nonNull)
                .flatMap(id -> view.attemptsOn(id).stream())
                .filter(a -> a.operator().equals(COMMANDED) && a.moved())
                .map(PaymentAttempt::approved)
                .filter(Objects::nonNull)
                .map(amount -> new BackCount.Counted(amount, null));
        return Stream.concat(told, commanded).toList();
    }

    /** It may be of another sale's refund, where this one's money was exchanged. */
    private static Stream<RefundPart> part(View view, OutboxRow row) {
        return view.refundOfPart(row.ref()).map(refund -> refund.part(row.ref())).stream();
    }

    private static @Nullable Instant made(OutboxRow row) {
        String answer = row.lastAnswer();
        return answer == null || answer.isBlank() ? null : instant(JSON.readTree(answer), "created_at");
    }

    static boolean counts(JsonNode one, Order sale) {
        String currency = one.path("currency").asString("");
        String status = one.path("status").asString("").toLowerCase(Locale.ROOT);
        boolean undone = isTakenBack(status) && !one.path("type").asString("").equals("void");
        return sale.currency().getCurrencyCode().equalsIgnoreCase(currency) && !status.equals("failed") && !undone;
    }

    private static Money amount(JsonNode one, Order sale) {
        return Money.of(one.path("amount").asLong(), sale.currency());
    }

    private static @Nullable Instant instant(JsonNode one, String name) {
        String text = one.path(name).asString("");
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
