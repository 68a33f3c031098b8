package io.keentill.sandbox.money;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Payments and all that becomes of them: charges, intents, reversals, transactions, payouts, disputes. */
public final class MoneyGroup implements Group {
    @Override
    public List<Resource> resources() {
        return List.of(
                PaymentCalls.payments(),
                PaymentAttempts.attempts(),
                Charges.charges(),
                Intents.intents(),
                ReversalCalls.refunds(),
                ReversalCalls.voids(),
                Transactions.transactions(),
                Payouts.payouts(),
                DisputeCalls.disputes());
    }

    /** What is on its way goes on; the cut-off settles what was captured before it. */
    @Override
    public void tick(Work work) {
        Reversals.advance(work);
        Settlement.run(work);
        Payouts.advance(work);
        Disputes.advance(work);
    }

    /** What the ledger's accounts hold, per currency, in minor units; each currency sums to zero. */
    private static Reply accounts(Call call) {
        ObjectNode body = Json.object();
        Ledger.balances(call.work().tx()).forEach((currency, accounts) -> {
            ObjectNode shown = body.putObject(currency);
            accounts.forEach((account, amount) -> shown.put(account.word(), amount));
        });
        return Reply.of(200, body);
    }

    @Override
    public List<Endpoint> controls() {
        return Stream.of(
                        List.of(Controls.control("GET", "/accounts", Shape.EMPTY, MoneyGroup::accounts)),
                        Cards.controls(),
                        Intents.controls(),
                        ReversalCalls.controls(),
                        Payouts.controls(),
                        DisputeCalls.controls())
                .flatMap(List::stream)
                .toList();
    }
}
