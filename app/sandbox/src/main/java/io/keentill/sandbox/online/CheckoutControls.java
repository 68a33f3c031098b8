package io.keentill.sandbox.online;

import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.CardGateway;
import io.keentill.sandbox.money.CardGateway.Approved;
import io.keentill.sandbox.money.CardGateway.Card;
import io.keentill.sandbox.money.CardGateway.Challenged;
import io.keentill.sandbox.money.CardGateway.Declined;
import io.keentill.sandbox.money.CardGateway.Verdict;
import io.keentill.sandbox.money.PaymentAttempts;
import io.keentill.sandbox.money.TestCard;
import io.keentill.sandbox.shop.Books;
import io.keentill.sandbox.shop.Invoices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a payer does on the pages that the sandbox does not have: open a link, pay a session, answer a challenge. */
final class CheckoutControls {
    private CheckoutControls() {}

    static List<Endpoint> controls() {
        Shape card = Shape.of(text("card", 50).or("success"));
        Shape answer = Shape.of(flag("passed").must());
        Shape payer = Shape.of(uuid("customer_id"));
        return List.of(
                Controls.control("POST", "/payment-links/{id}/checkout", payer, CheckoutControls::openLink),
                Controls.control("POST", "/checkout-sessions/{id}/pay", card, CheckoutControls::pay),
                Controls.control("POST", "/checkout-sessions/{id}/challenge", answer, CheckoutControls::challenge));
    }

    private static Reply openLink(Call call) {
        Work work = call.work();
        ObjectNode link = PaymentLinks.links().found(call);
        if (!PaymentLinks.payable(link)) {
            throw Refusal.notNow("This link is " + Json.text(link, "status") + " or switched off.");
        }
        ObjectNode invoice = work.find(Invoices.INVOICE, Json.text(link, "invoice_id"));
        long amount = invoice == null ? Json.whole(link, "amount_minor") : Books.due(invoice);
        if (amount == 0) {
            throw Refusal.notNow("This link asks for nothing.");
        }
        String owner = invoice == null ? Json.text(call.input(), "customer_id") : Json.text(invoice, "customer_uuid");
        CheckoutSessions.Terms terms = new CheckoutSessions.Terms(
                amount,
                Json.need(link, "currency"),
                owner,
                Json.text(link, "invoice_id"),
                Json.need(link, "id"),
                Json.text(link, "success_url"),
                Json.text(link, "cancel_url"),
                Json.array().add("card"));
        return shown(201, CheckoutSessions.open(work, terms));
    }

    private static Reply pay(Call call) {
        ObjectNode session = CheckoutSessions.sessions().found(call);
        if (!"open".equals(Json.text(session, "status"))) {
            throw Refusal.notNow("A session that is " + Json.text(session, "status") + " takes no payment.");
        }
        TestCard card = TestCard.named(Json.need(call.input(), "card"));
        if (card == null) {
            throw Refusal.invalid("card", "card is the name of a test card, such as success or declined.");
        }
        return decide(call.work(), session, card, CardGateway.ask(call.work(), held(card, session), false));
    }

    private static Reply challenge(Call call) {
        ObjectNode session = CheckoutSessions.sessions().found(call);
        if (!session.has("_attempt")) {
            throw Refusal.notNow("No challenge waits.");
        }
        session.remove("_attempt");
        Verdict verdict = Json.yes(call.input(), "passed")
                ? CardGateway.ask(call.work(), held(TestCard.CHALLENGE, session), true)
                : new Declined("authentication_required", "The payer did not prove who they are.");
        return decide(call.work(), session, TestCard.CHALLENGE, verdict);
    }

    private static Reply decide(Work work, ObjectNode session, TestCard card, Verdict verdict) {
        ObjectNode invoice = payable(work, session);
        long amount = Json.whole(session, "amount_total");
        var moved = CardGateway.movement(held(card, session), verdict, amount, Json.need(session, "currency"));
        ObjectNode metadata = Json.object().put("checkout_session", Json.need(session, "id"));
        session.put("selected_method", "card");
        switch (verdict) {
            case Challenged waiting -> session.put("status", "pending").put("_attempt", true);
            case Declined declined -> {
                ObjectNode failed = Books.fail(work, moved, declined, invoice, metadata);
                PaymentAttempts.made(work, Json.need(session, "id"), failed);
                session.put("status", "open");
            }
            case Approved approved -> {
                ObjectNode payment = Books.record(work, moved, invoice, metadata);
                PaymentAttempts.made(work, Json.need(session, "id"), payment);
                session.put("status", "complete").put("_payment_id", Json.need(payment, "id"));
                CheckoutSessions.tell(work, session, "completed");
                ObjectNode link = work.find(PaymentLinks.LINK, Json.text(session, "_link_id"));
                if (link != null) {
                    PaymentLinks.paid(work, link);
                }
            }
        }
        work.save(CheckoutSessions.SESSION, session);
        return shown(200, session);
    }

    /** The session's invoice; it may have been paid elsewhere since the session was opened. */
    private static @Nullable ObjectNode payable(Work work, ObjectNode session) {
        ObjectNode invoice = work.find(Invoices.INVOICE, Json.text(session, "invoice_id"));
        boolean fits = invoice == null
                || (Invoices.payable(invoice) && Books.due(invoice) >= Json.whole(session, "amount_total"));
        if (!fits) {
            throw Refusal.notNow("The session's invoice no longer takes this amount.");
        }
        return invoice;
    }

    private static Card held(TestCard card, ObjectNode session) {
        return new Card(card, null, Json.text(session, "customer_id"));
    }

    private static Reply shown(int status, ObjectNode session) {
        return Reply.of(status, Resource.visible(session));
    }
}
