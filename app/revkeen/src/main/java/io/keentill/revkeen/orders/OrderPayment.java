package io.keentill.revkeen.orders;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /orders/{id}/pay}: a charge of a stored method or of a one-time token. */
public final class OrderPayment extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> PAYMENT_METHOD_ID = WIRE.member("payment_method_id");
    private static final Member<String> PAYMENT_TOKEN = WIRE.secret("payment_token");
    private static final Member<Long> AMOUNT = WIRE.member("amount");

    private OrderPayment(Members members) {
        super(members);
    }

    /** With the customer's default method, over all that is due. */
    public static OrderPayment usual() {
        return new OrderPayment(Members.NONE);
    }

    /** The same with paymentMethodId: uuid of a stored method. */
    public OrderPayment withPaymentMethodId(String value) {
        return new OrderPayment(members.with(PAYMENT_METHOD_ID, value));
    }

    /** The same with paymentToken: a one-time token. */
    public OrderPayment withPaymentToken(String value) {
        return new OrderPayment(members.with(PAYMENT_TOKEN, value));
    }

    /** The same with amount: minor units, 1 or more; all that is due unless said. */
    public OrderPayment withAmount(Long value) {
        return new OrderPayment(members.with(AMOUNT, value));
    }
}
