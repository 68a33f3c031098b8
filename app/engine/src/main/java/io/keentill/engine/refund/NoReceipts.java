package io.keentill.engine.refund;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.ShopLabels;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Returns without a receipt, on the till's store. All of one is checked and booked in a single transaction, so that a till
 * that dies has either booked it, whole and once, or not at all.
 */
final class NoReceipts implements NoReceiptDesk {

    /** What the journal calls one; {@code RestoredBooks} counts these. */
    static final String JOURNALLED = "return.without_receipt";

    private static final System.Logger LOG = System.getLogger(NoReceipts.class.getName());
    private static final int LONGEST_REASON = 400;

    private final TillStore store;
    private final IdSource ids;
    private final InstantSource clock;
    private final TillEvents events;
    private final NoReceiptPricing pricing;

    NoReceipts(TillStore store, IdSource ids, InstantSource clock, TillEvents events, CashRounding rounding) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.pricing = new NoReceiptPricing(rounding);
    }

    @Override
    public NoReceiptTerms terms() {
        return read(
                NoReceiptPolicy::terms,
                new NoReceiptTerms.NotNow(
                        Sentence.of("refund.the-tills-data-cannot-be-read", "The till's data cannot be read now.")));
    }

    @Override
    public String begin() {
        return ids.next();
    }

    @Override
    public NoReceiptScan scanned(String code, Quantity times) {
        String normal = Barcode.normalise(code.strip());
        return read(
                view -> view.productByCode(normal)
                        .<NoReceiptScan>map(
                                product -> new NoReceiptScan.Goods(new NoReceiptWish.Goods(product.id(), times, null)))
                        .or(() -> ShopLabels.read(view, normal).map(label -> NoReceiptLabel.goods(view, label, times)))
                        .orElseGet(NoReceiptScan.Unknown::new),
                new NoReceiptScan.Refused(
                        Sentence.of("refund.the-tills-data-cannot-be-read", "The till's data cannot be read now.")));
    }

    @Override
    public NoReceiptOffer offer(List<NoReceiptWish.Goods> goods) {
        return read(
                view -> switch (NoReceiptPolicy.terms(view)) {
                    case NoReceiptTerms.NotNow(Sentence why) -> new NoReceiptOffer.NotPossible(why);
                    case NoReceiptTerms.Allowed(Money limit) -> pricing.offer(view, limit, "line", goods);
                },
                new NoReceiptOffer.NotPossible(
                        Sentence.of("refund.the-tills-data-cannot-be-read", "The till's data cannot be read now.")));
    }

    @Override
    public NoReceiptResult give(NoReceiptWish wish, String operator, String approvedBy) {
        NoReceiptResult result;
        try {
            // What is booked already is said without a write: nobody has to wait for room on the disk to hand the cash
            // out.
            result = switch (store.read(view -> look(view, wish, approvedBy))) {
                case Looked.Said(NoReceiptResult said) -> said;
                case Looked.ToBook known -> store.write(tx -> lookAndBook(tx, wish, operator, approvedBy));
            };
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A return without a receipt could not be stored", e);
            return new NoReceiptResult.Refused(Sentence.of(
                    "refund.look-at-the-returns-without-a",
                    "{0} Look at the returns without a receipt before any cash is handed out.",
                    e.said()));
        }
        if (result instanceof NoReceiptResult.Given(NoReceiptReturn back, boolean before) && !before) {
            events.publish(new TillEvent.ReturnedWithoutReceipt(back));
        }
        return result;
    }

    /** What a look at a wish came to. */
    private sealed interface Looked {
        /** There is nothing to book. */
        record Said(NoReceiptResult result) implements Looked {}

        /** It may be booked like this. */
        record ToBook(NoReceiptOffer.Priced priced) implements Looked {}
    }

    private NoReceiptResult lookAndBook(Tx tx, NoReceiptWish wish, String operator, String approvedBy) {
        return switch (look(tx, wish, approvedBy)) {
            case Looked.Said(NoReceiptResult said) -> said;
            case Looked.ToBook(NoReceiptOffer.Priced priced) -> book(tx, wish, priced, operator, approvedBy);
        };
    }

    private Looked look(View view, NoReceiptWish wish, String approvedBy) {
        Optional<NoReceiptReturn> booked = view.withoutReceipt().byId(wish.id());
        if (booked.isPresent()) {
            return new Looked.Said(new NoReceiptResult.Given(booked.get(), true));
        }
        return switch (NoReceiptPolicy.terms(view)) {
            case NoReceiptTerms.NotNow(Sentence why) -> refused(why);
            case NoReceiptTerms.Allowed(Money limit) -> allowed(view, limit, wish, approvedBy);
        };
    }

    private Looked allowed(View view, Money limit, NoReceiptWish wish, String approvedBy) {
        Sentence no = NoReceiptPolicy.mayNotApprove(view, approvedBy);
        if (no != null) {
            return refused(no);
        }
        if (wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            return refused(Sentence.of(
                    "refund.say-in-a-few-words-why-the",
                    "Say in a few words why the goods come back without a receipt."));
        }
        if (wish.goods().isEmpty()) {
            return refused(Sentence.of("refund.choose-what-comes-back", "Choose what comes back."));
        }
        return switch (pricing.offer(view, limit, wish.id(), wish.goods())) {
            case NoReceiptOffer.NotPossible(Sentence why) -> refused(why);
            case NoReceiptOffer.Priced priced -> {
                Sentence problem = priced.problem();
                yield problem == null ? unlessTheSame(view, wish, priced) : refused(problem);
            }
        };
    }

    private static Looked unlessTheSame(View view, NoReceiptWish wish, NoReceiptOffer.Priced priced) {
        return view.withoutReceipt().ofShift(view.shifts().current()).reversed().stream()
                .findFirst()
                .filter(last -> !wish.another() && last.isOfTheSame(priced.lines()))
                .<Looked>map(last -> new Looked.Said(new NoReceiptResult.TheSame(last)))
                .orElseGet(() -> new Looked.ToBook(priced));
    }

    private NoReceiptResult book(
            Tx tx, NoReceiptWish wish, NoReceiptOffer.Priced priced, String operator, String approvedBy) {
        Money total = priced.totals().total();
        NoReceiptReturn back = new NoReceiptReturn(
                wish.id(),
                tx.withoutReceipt().nextNumber(),
                ids.reference(),
                total.currency(),
                priced.lines(),
                priced.handed().minus(total),
                wish.reason().strip(),
                operator,
                approvedBy,
                clock.instant());
        tx.withoutReceipt().add(back);
        tx.appendJournal(JOURNALLED, operator, back.id(), detail(back).json());
        return new NoReceiptResult.Given(back, false);
    }

    private static JournalText detail(NoReceiptReturn back) {
        return JournalText.of("reference", back.reference(), "number", back.number(), "amount", back.total())
                .with("tax", back.totals().tax())
                .with("handed", back.handed())
                .with("reason", back.reason())
                .with("approved_by", back.approvedBy())
                .with("goods", back.lines().stream().map(NoReceipts::goods).toList());
    }

    private static String goods(OrderLine line) {
        Money shelf = line.shelfPrice();
        String lowered = shelf == null ? "" : " instead of " + shelf;
        return line.quantity() + " × " + line.name() + " (" + line.sku() + ") at " + line.unitPrice() + lowered;
    }

    private static Looked refused(Sentence message) {
        return new Looked.Said(new NoReceiptResult.Refused(message));
    }

    @Override
    public Optional<NoReceiptReturn> find(String id) {
        return read(view -> view.withoutReceipt().byId(id), Optional.empty());
    }

    @Override
    public Optional<NoReceiptReturn> named(String text) {
        String plain = text.strip().replaceFirst("^#", "");
        return read(
                view -> plain.matches("\\d{1,9}")
                        ? view.withoutReceipt().byNumber(Long.parseLong(plain))
                        : view.withoutReceipt().byReference(plain.toUpperCase(Locale.ROOT)),
                Optional.empty());
    }

    @Override
    public List<NoReceiptReturn> recent(int limit) {
        return read(view -> view.withoutReceipt().recent(limit), List.of());
    }

    private <T> T read(TillStore.Read<T> query, T otherwise) {
        try {
            return store.read(query);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Returns without a receipt could not be read", e);
            return otherwise;
        }
    }
}
