package io.keentill.sandbox.money;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.shop.Customers;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The controls that stand in for a payment page: they turn a test card into a stored method or a one-time token. */
final class Cards {
    private static final int VALID_YEARS = 3;
    private static final int LAST_MONTH = 12;

    private static final Field CARD =
            choice("card", Arrays.stream(TestCard.values()).map(TestCard::word).toArray(String[]::new));
    private static final Field NUMBER = text("number", 30);

    private Cards() {}

    static List<Endpoint> controls() {
        Shape owned = Shape.of(CARD, NUMBER, uuid("customer_id").must());
        return List.of(
                Controls.control("POST", "/payment-methods", owned, Cards::store),
                Controls.control("POST", "/payment-tokens", Shape.of(CARD, NUMBER), call -> {
                    String token = CardGateway.mint(call.work(), chosen(call.input()));
                    return Reply.of(201, Json.object().put("token", token));
                }));
    }

    private static Reply store(Call call) {
        String customer = Json.need(call.input(), "customer_id");
        if (call.work().find(Customers.CUSTOMER, customer) == null) {
            throw Refusal.invalid("customer_id", "No such customer: " + customer + ".");
        }
        int year = call.work().now().atZone(ZoneOffset.UTC).getYear();
        TestCard card = chosen(call.input());
        int expiry = card == TestCard.EXPIRED ? year - 1 : year + VALID_YEARS;
        ObjectNode method = StoredMethods.store(call.work(), customer, card, LAST_MONTH, expiry);
        return Reply.of(201, Resource.visible(method));
    }

    private static TestCard chosen(ObjectNode input) {
        String word = Json.text(input, "card");
        String number = Json.text(input, "number");
        TestCard card =
                number != null ? TestCard.numbered(number) : word == null ? TestCard.SUCCESS : TestCard.named(word);
        if (card == null) {
            // The number itself is neither kept nor said again.
            throw Refusal.invalid("number", "This is not one of the test cards.");
        }
        return card;
    }
}
