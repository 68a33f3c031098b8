package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Recovery;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.OutboxRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A till with a terminal that gives money back in most ways, and what tests of refunds do at it. */
abstract class RefundScene {

    static final RefundScope WHOLE = new RefundScope.Whole();

    final List<TerminalRequest> requests = new ArrayList<>();
    final FakeTerminal terminal = new FakeTerminal()
            .able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE, Capability.CANCEL);
    TestTill till;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    RefundResult refund(Order sale, RefundScope scope, MoneyBack back) {
        return till.refunds().refund(new RefundWish(sale.id(), scope, back, "did not like it"), CLERK);
    }

    static RefundScope goods(Order sale, int line, long pieces) {
        return new RefundScope.Lines(
                List.of(new RefundScope.Goods(sale.lines().get(line).id(), Quantity.of(pieces))));
    }

    static Refund given(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Given.class);
        return ((RefundResult.Given) result).refund();
    }

    static String refused(RefundResult result) {
        assertThat(result).isInstanceOf(RefundResult.Refused.class);
        return ((RefundResult.Refused) result).message().toString();
    }

    /** A tea paid with so many pence in cash and the rest by card. */
    Order mixed(long cash) {
        till.scan(TEA);
        return pay(((SaleChange.PartPaid) till.selling().payCash(pounds(cash), CLERK)).order());
    }

    Order pay(Order order) {
        return ((CardResult.Paid) till.payCard(order)).order();
    }

    Order part(Money amount) {
        Order order = till.selling().current().orElseThrow();
        return ((CardResult.Paid) till.payments().pay(order.id(), amount, CLERK)).order();
    }

    FakeTerminal.Script seen(FakeTerminal.Script script) {
        return (request, monitor, t) -> {
            requests.add(request);
            Outcome outcome = script.run(request, monitor, t);
            return outcome;
        };
    }

    List<String> kinds(Order sale) throws Exception {
        return till.outboxOf(sale).stream().map(OutboxRow::kind).toList();
    }

    void resolve() throws Exception {
        try (Recovery recovery = new Recovery(till.payments(), Duration.ofMillis(20))) {
            Eventually.until("nothing open", recovery::resolveAll);
        }
    }
}
