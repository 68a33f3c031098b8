package io.keentill.storefront.orders;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundLine;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.SaleStory;
import io.keentill.engine.payment.LinkAddress;
import io.keentill.storefront.orders.StoryLine.Tone;
import io.keentill.storefront.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the story of a sale in sentences, in the sequence in which it happened. */
public final class StoryWords {

    private final Texts texts;

    /** In the words of {@code texts}. */
    public StoryWords(Texts texts) {
        this.texts = texts;
    }

    /** Everything that happened, oldest first. */
    public List<StoryLine> lines(SaleStory story) {
        Order sale = story.sale();
        List<StoryLine> lines = new ArrayList<>();
        lines.add(new StoryLine(
                sale.openedAt(), Tone.PLAIN, texts.get("story.opened", story.nameOf(sale.operator())), ""));
        sale.tenders().stream().filter(t -> t.type() == TenderType.CASH).forEach(t -> lines.add(cash(t)));
        sale.tenders().stream().filter(t -> t.type() == TenderType.EXCHANGE).forEach(t -> lines.add(exchange(t)));
        story.attempts().forEach(a -> lines.add(attempt(a, story)));
        story.decisions().forEach(d -> lines.add(decision(d, story)));
        story.refunds().forEach(r -> lines.add(refund(r, story)));
        lines.sort(Comparator.comparing(StoryLine::at));
        story.told().forEach(t -> lines.add(told(t)));
        story.elsewhere().forEach(e -> lines.add(elsewhere(e, sale)));
        return lines;
    }

    private StoryLine cash(Tender tender) {
        String detail = tender.change().isPositive()
                ? texts.get("story.cash.detail", texts.money(tender.tendered()), texts.money(tender.change()))
                : "";
        return new StoryLine(
                tender.takenAt(), Tone.GOOD, texts.get("story.cash", texts.money(tender.applied())), detail);
    }

    private StoryLine exchange(Tender tender) {
        Exchange whose = tender.exchange();
        return new StoryLine(
                tender.takenAt(),
                Tone.GOOD,
                texts.get("story.exchange", texts.money(tender.applied())),
                whose == null ? "" : texts.get("story.reference", whose.refundReference()));
    }

    private StoryLine attempt(PaymentAttempt a, SaleStory story) {
        String kind = texts.get("story.kind."
                + (LinkAddress.is(a.terminal()) ? "link" : a.kind().name().toLowerCase(Locale.ROOT)));
        String state = texts.get("story.state." + a.state().name().toLowerCase(Locale.ROOT));
        String amount = texts.money(a.approved() == null ? a.amount() : a.approved());
        String detail = lines(
                a.state() == AttemptState.APPROVED ? null : said(a.message()),
                card(a.card()),
                a.card().authCode() == null
                        ? null
                        : texts.get("story.authCode", a.card().authCode()),
                texts.get("story.reference", a.reference()) + " · "
                        + texts.get("story.by", story.nameOf(a.operator())));
        return new StoryLine(a.createdAt(), toneOf(a), texts.get("story.attempt", kind, amount, state), detail);
    }

    private static Tone toneOf(PaymentAttempt attempt) {
        return switch (attempt.state()) {
            case INTENDED, SENT, UNKNOWN -> Tone.OPEN;
            case APPROVED, OVERRIDDEN -> Tone.GOOD;
            case DECLINED, CANCELLED, FAILED -> Tone.BAD;
        };
    }

    private static @Nullable String card(CardDetails card) {
        String name = card.cardName() == null ? card.scheme() : card.cardName();
        String four = card.lastFour() == null ? null : "•••• " + card.lastFour();
        String known = Stream.of(name, four).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return known.isEmpty() ? null : known;
    }

    private StoryLine decision(ManagerDecision decision, SaleStory story) {
        String who = story.nameOf(decision.manager());
        String title = decision.approved() == null
                ? texts.get("story.decision.nothing", who)
                : texts.get("story.decision.moved", who, texts.money(decision.approved()));
        return new StoryLine(
                decision.at(), Tone.PLAIN, title, lines(decision.evidence().text(), said(decision.said())));
    }

    private StoryLine refund(Refund refund, SaleStory story) {
        Tone tone = switch (refund.state()) {
            case OPEN -> Tone.OPEN;
            case CLOSED -> Tone.GOOD;
            case ABANDONED -> Tone.BAD;
        };
        String amount = texts.money(refund.state() == RefundState.CLOSED ? refund.returned() : refund.amount());
        String goods = refund.lines().stream().map(StoryWords::goods).collect(Collectors.joining(", "));
        return new StoryLine(
                refund.openedAt(),
                tone,
                texts.get("story.refund." + refund.state().name().toLowerCase(Locale.ROOT), amount),
                lines(
                        goods.isEmpty() ? null : goods,
                        refund.exchanged().isPositive()
                                ? texts.get("story.refund.exchanged", texts.money(refund.exchanged()))
                                : null,
                        texts.get("story.reason", refund.reason(), story.nameOf(refund.operator()))));
    }

    private static String goods(RefundLine line) {
        return line.quantity() + " × " + line.name();
    }

    private StoryLine told(SaleStory.Told told) {
        Tone tone = switch (told.state()) {
            case WAITING -> Tone.OPEN;
            case DONE -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
        };
        String what = texts.get("story.told." + told.what());
        String state = texts.get("story.told.state." + told.state().name().toLowerCase(Locale.ROOT));
        return new StoryLine(
                told.since(),
                tone,
                texts.get("story.told", what, state),
                told.state() == SaleStory.Told.State.DONE ? "" : lines(said(told.problem())));
    }

    private StoryLine elsewhere(SaleStory.Elsewhere done, Order sale) {
        String title = texts.get(done.cancelled() ? "story.elsewhere.canceled" : "story.elsewhere.fulfilled");
        Instant at = done.at() == null ? sale.openedAt() : done.at();
        return new StoryLine(at, done.cancelled() ? Tone.BAD : Tone.PLAIN, title, "");
    }

    private @Nullable String said(@Nullable Sentence words) {
        return words == null ? null : texts.said(words);
    }

    private static String lines(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(p -> !p.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
