package io.keentill.storefront;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPlan;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.Approval;
import io.keentill.engine.office.ApprovalResult;
import io.keentill.engine.office.BackOffice;
import io.keentill.engine.office.JournalDesk;
import io.keentill.engine.office.Preferences;
import io.keentill.engine.office.RefundOffer;
import io.keentill.engine.office.RefusalDesk;
import io.keentill.engine.office.SaleArchive;
import io.keentill.engine.office.SaleQuery;
import io.keentill.engine.office.SaleStory;
import io.keentill.engine.office.StaffChange;
import io.keentill.engine.office.StaffDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A back office in memory: Asha sells, Bea is a manager. */
final class FakeOffice implements BackOffice, SaleArchive, StaffDesk, JournalDesk, RefusalDesk, Preferences {

    static final String MANAGER_PIN = "4711";
    static final Staff ASHA = new Staff("s1", "Asha", Role.CLERK);
    static final Staff BEA = new Staff("m1", "Bea", Role.MANAGER);

    final List<String> approved = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    final Map<String, Staff> byPin = new HashMap<>(Map.of(FakeTill.PIN, ASHA, MANAGER_PIN, BEA));
    final Map<String, String> choices = new HashMap<>();
    JournalDesk.Verdict verdict = new JournalDesk.Verdict.Intact(3, "ab".repeat(32));
    volatile int exports;
    String exportRefused;
    String cardProblem = "";
    private final FakeRules rules = new FakeRules();
    private final FakeTill till;

    FakeOffice(FakeTill till) {
        this.till = till;
        entries.add(entry(1, "till.opened", "setup", "till", "{\"version\":\"1\"}"));
        entries.add(entry(2, "login", "Asha", "s1", "{\"name\":\"Asha\"}"));
        entries.add(entry(3, "drawer.opened", "Bea", "till", "{\"reason\":\"change for a note\"}"));
    }

    static Entry entry(long seq, String type, String actor, String subject, String detail) {
        return new Entry(seq, FakeTill.NOW.plusSeconds(seq), type, actor, subject, detail);
    }

    @Override
    public ApprovalResult approve(Permission what, String about, String operator, String pin) {
        Staff who = byPin.get(pin);
        if (who == null) {
            return new ApprovalResult.WrongPin(2);
        }
        if (!what.isOf(who.role())) {
            return new ApprovalResult.NotTheirs(who.name());
        }
        approved.add(what + " " + about + " by " + who.name());
        return new ApprovalResult.Granted(new Approval(what, who));
    }

    @Override
    public SaleArchive sales() {
        return this;
    }

    @Override
    public StaffDesk staff() {
        return this;
    }

    @Override
    public JournalDesk journal() {
        return this;
    }

    @Override
    public RefusalDesk refusals() {
        return this;
    }

    @Override
    public Preferences preferences() {
        return this;
    }

    @Override
    public FakeRules rules() {
        return rules;
    }

    @Override
    public Page find(SaleQuery query, int page) {
        String wanted = query.text().toLowerCase(Locale.ROOT);
        List<Order> fit = till.closed().reversed().stream()
                .filter(o -> wanted.isBlank()
                        || String.valueOf(o.receiptNumber()).equals(wanted)
                        || o.reference().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || o.lines().stream()
                                .anyMatch(l -> l.name().toLowerCase(Locale.ROOT).contains(wanted)))
                .skip((long) page * PAGE)
                .toList();
        return new Page(fit.stream().limit(PAGE).toList(), fit.size() > PAGE);
    }

    @Override
    public Optional<SaleStory> story(String orderId) {
        return till.order(orderId).map(o -> {
            List<PaymentAttempt> attempts = till.attemptsOf(orderId);
            List<Refund> refunds = till.refunds().of(orderId);
            return new SaleStory(
                    o,
                    attempts,
                    List.of(),
                    refunds,
                    List.of(
                            new SaleStory.Told("invoice", SaleStory.Told.State.DONE, null, FakeTill.NOW),
                            new SaleStory.Told(
                                    "cash",
                                    SaleStory.Told.State.REFUSED,
                                    Sentence.quoted("invoice_already_paid: This invoice is paid."),
                                    FakeTill.NOW)),
                    List.of(),
                    Refundable.of(o, refunds, List.of()),
                    Map.of(ASHA.id(), ASHA.name(), BEA.id(), BEA.name()));
        });
    }

    @Override
    public Optional<RefundOffer> offer(String orderId, RefundScope scope, MoneyBack back) {
        return till.order(orderId)
                .map(o -> switch (Refundable.of(o, till.refunds().of(orderId), List.of())
                        .plan(scope, back)) {
                    case RefundPlan.Refused no -> new RefundOffer.NotPossible(no.message());
                    case RefundPlan.Allowed plan -> offer(plan);
                });
    }

    @Override
    public Optional<RefundOffer> offerExchange(
            String orderId, List<RefundScope.Goods> goods, MoneyBack back, String basketId) {
        Order basket = till.openOrder().orElseThrow();
        return till.order(orderId)
                .map(o -> switch (Refundable.of(o, till.refunds().of(orderId), List.of())
                        .exchange(goods, basket.due(), back)) {
                    case RefundPlan.Refused no -> new RefundOffer.NotPossible(no.message());
                    case RefundPlan.Allowed plan -> offer(plan);
                });
    }

    private RefundOffer offer(RefundPlan.Allowed plan) {
        boolean card = plan.shares().stream().anyMatch(s -> s.type() == TenderType.CARD);
        if (card && !cardProblem.isEmpty()) {
            return new RefundOffer.NotPossible(Sentence.quoted(cardProblem));
        }
        return new RefundOffer.Possible(
                plan.amount(),
                plan.lines(),
                plan.shares().stream().map(FakeOffice::share).toList());
    }

    private static RefundOffer.Share share(RefundPlan.Share share) {
        RefundOffer.Way way = switch (share.type()) {
            case EXCHANGE -> RefundOffer.Way.EXCHANGE;
            case CASH -> RefundOffer.Way.CASH;
            case CARD, LINK -> RefundOffer.Way.UNDO;
        };
        String card = way == RefundOffer.Way.UNDO ? "VISA •••• 1111" : null;
        return new RefundOffer.Share(share.type(), share.amount(), share.amount(), way, card);
    }

    @Override
    public List<Staff> list() {
        return byPin.values().stream()
                .sorted(java.util.Comparator.comparing(Staff::name))
                .toList();
    }

    @Override
    public StaffChange add(String name, Role role, String pin, String by) {
        if (byPin.containsKey(pin)) {
            return new StaffChange.Refused(Sentence.of(
                    "staff.somebody-has-this-pin-already-choose", "Somebody has this PIN already. Choose another."));
        }
        Staff staff = new Staff("n" + byPin.size(), name, role);
        byPin.put(pin, staff);
        return new StaffChange.Done(staff);
    }

    @Override
    public StaffChange change(String staffId, String name, Role role, String by) {
        Staff now = new Staff(staffId, name, role);
        byPin.replaceAll((pin, s) -> s.id().equals(staffId) ? now : s);
        return new StaffChange.Done(now);
    }

    @Override
    public StaffChange remove(String staffId, String by) {
        Staff who =
                list().stream().filter(s -> s.id().equals(staffId)).findFirst().orElseThrow();
        if (staffId.equals(by)) {
            return new StaffChange.Refused(Sentence.of(
                    "staff.nobody-takes-off-themselves-have-another",
                    "Nobody takes off themselves. Have another manager do it."));
        }
        byPin.values().remove(who);
        return new StaffChange.Done(who);
    }

    @Override
    public StaffChange changePin(String staffId, String pin, String by) {
        Staff who =
                list().stream().filter(s -> s.id().equals(staffId)).findFirst().orElseThrow();
        byPin.values().remove(who);
        byPin.put(pin, who);
        return new StaffChange.Done(who);
    }

    @Override
    public List<Entry> page(long beforeSeq, String text, int limit) {
        return entries.reversed().stream()
                .filter(e -> e.seq() < beforeSeq)
                .filter(e -> (e.type() + e.actor() + e.detail())
                        .toLowerCase(Locale.ROOT)
                        .contains(text.toLowerCase(Locale.ROOT)))
                .limit(limit)
                .toList();
    }

    @Override
    public Export export(Path folder) {
        exports++;
        if (exportRefused != null) {
            return new Export.NotWritten(Sentence.quoted(exportRefused));
        }
        return new Export.Written(folder.resolve("journal-1-" + entries.size() + ".csv"), entries.size());
    }

    @Override
    public Verdict verify() {
        return verdict;
    }

    @Override
    public Optional<Sentence> retry(String taskId, String operator) {
        refusals.add("retry " + taskId + " " + operator);
        return Optional.empty();
    }

    @Override
    public Optional<Sentence> dismiss(String taskId, String operator, String reason) {
        if (reason.isBlank()) {
            return Optional.of(Sentence.of(
                    "sync.say-how-it-was-settled-the", "Say how it was settled: the reason is kept in the journal."));
        }
        refusals.add("dismiss " + taskId + " " + operator + " " + reason);
        return Optional.empty();
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(choices.get(name));
    }

    @Override
    public Optional<Sentence> put(String name, String value) {
        choices.put(name, value);
        return Optional.empty();
    }
}
