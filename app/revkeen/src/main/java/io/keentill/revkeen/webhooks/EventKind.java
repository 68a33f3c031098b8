package io.keentill.revkeen.webhooks;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can happen (section F), whichever list of the API names it. Terminal events come under two names, with and without
 * {@code billing.} in front (section D.6): both are the same member here.
 */
public enum EventKind {
    /** A payment on a terminal: cancelled. */
    TERMINAL_PAYMENT_CANCELLED("terminal_payment.cancelled"),
    /** A payment on a terminal: declined. */
    TERMINAL_PAYMENT_DECLINED("terminal_payment.declined"),
    /** A payment on a terminal: error. */
    TERMINAL_PAYMENT_ERROR("terminal_payment.error"),
    /** A payment on a terminal: requested. */
    TERMINAL_PAYMENT_REQUESTED("terminal_payment.requested"),
    /** A payment on a terminal: succeeded. */
    TERMINAL_PAYMENT_SUCCEEDED("terminal_payment.succeeded"),
    /** A refund on a terminal: succeeded. */
    TERMINAL_REFUND_SUCCEEDED("terminal_refund.succeeded"),
    /** A void on a terminal: succeeded. */
    TERMINAL_VOID_SUCCEEDED("terminal_void.succeeded"),
    /** A charge: captured. */
    CHARGE_CAPTURED("charge.captured"),
    /** A charge: dispute created. */
    CHARGE_DISPUTE_CREATED("charge.dispute.created"),
    /** A charge: dispute updated. */
    CHARGE_DISPUTE_UPDATED("charge.dispute.updated"),
    /** A checkout session: async payment failed. */
    CHECKOUT_SESSION_ASYNC_PAYMENT_FAILED("checkout.session.async_payment_failed"),
    /** A checkout session: async payment succeeded. */
    CHECKOUT_SESSION_ASYNC_PAYMENT_SUCCEEDED("checkout.session.async_payment_succeeded"),
    /** A checkout session: completed. */
    CHECKOUT_SESSION_COMPLETED("checkout.session.completed"),
    /** A checkout session: expired. */
    CHECKOUT_SESSION_EXPIRED("checkout.session.expired"),
    /** A direct-debit collection: failed. */
    COLLECTION_FAILED("collection.failed"),
    /** A direct-debit collection: indemnity claimed. */
    COLLECTION_INDEMNITY_CLAIMED("collection.indemnity_claimed"),
    /** A direct-debit collection: notice sent. */
    COLLECTION_NOTICE_SENT("collection.notice_sent"),
    /** A direct-debit collection: scheduled. */
    COLLECTION_SCHEDULED("collection.scheduled"),
    /** A direct-debit collection: succeeded. */
    COLLECTION_SUCCEEDED("collection.succeeded"),
    /** A basket of an online shop: abandoned. */
    COMMERCE_CART_ABANDONED("commerce.cart.abandoned"),
    /** A basket of an online shop: addon toggled. */
    COMMERCE_CART_ADDON_TOGGLED("commerce.cart.addon_toggled"),
    /** A basket of an online shop: converted. */
    COMMERCE_CART_CONVERTED("commerce.cart.converted"),
    /** A basket of an online shop: created. */
    COMMERCE_CART_CREATED("commerce.cart.created"),
    /** A basket of an online shop: discount applied. */
    COMMERCE_CART_DISCOUNT_APPLIED("commerce.cart.discount_applied"),
    /** A basket of an online shop: line item added. */
    COMMERCE_CART_LINE_ITEM_ADDED("commerce.cart.line_item_added"),
    /** A basket of an online shop: line item removed. */
    COMMERCE_CART_LINE_ITEM_REMOVED("commerce.cart.line_item_removed"),
    /** A basket of an online shop: recovered. */
    COMMERCE_CART_RECOVERED("commerce.cart.recovered"),
    /** A basket of an online shop: updated. */
    COMMERCE_CART_UPDATED("commerce.cart.updated"),
    /** A checkout of an online shop: completed. */
    COMMERCE_CHECKOUT_COMPLETED("commerce.checkout.completed"),
    /** A checkout of an online shop: failed. */
    COMMERCE_CHECKOUT_FAILED("commerce.checkout.failed"),
    /** A checkout of an online shop: payment method attached. */
    COMMERCE_CHECKOUT_PAYMENT_METHOD_ATTACHED("commerce.checkout.payment_method_attached"),
    /** A checkout of an online shop: started. */
    COMMERCE_CHECKOUT_STARTED("commerce.checkout.started"),
    /** A credit note: created. */
    CREDIT_NOTE_CREATED("credit_note.created"),
    /** A credit note: issued. */
    CREDIT_NOTE_ISSUED("credit_note.issued"),
    /** A credit note: voided. */
    CREDIT_NOTE_VOIDED("credit_note.voided"),
    /** A customer or a stored payment method of one: created. */
    CUSTOMER_CREATED("customer.created"),
    /** A customer or a stored payment method of one: deleted. */
    CUSTOMER_DELETED("customer.deleted"),
    /** A customer or a stored payment method of one: payment method attached. */
    CUSTOMER_PAYMENT_METHOD_ATTACHED("customer.payment_method.attached"),
    /** A customer or a stored payment method of one: payment method detached. */
    CUSTOMER_PAYMENT_METHOD_DETACHED("customer.payment_method.detached"),
    /** A customer or a stored payment method of one: updated. */
    CUSTOMER_UPDATED("customer.updated"),
    /** A dispute: closed. */
    DISPUTE_CLOSED("dispute.closed"),
    /** A dispute: created. */
    DISPUTE_CREATED("dispute.created"),
    /** A dispute: updated. */
    DISPUTE_UPDATED("dispute.updated"),
    /** An entitlement: granted. */
    ENTITLEMENT_GRANTED("entitlement.granted"),
    /** An entitlement: revoked. */
    ENTITLEMENT_REVOKED("entitlement.revoked"),
    /** A mapping of products to another system: product mapping created. */
    INTEGRATION_PRODUCT_MAPPING_CREATED("integration.product_mapping.created"),
    /** A mapping of products to another system: product mapping deleted. */
    INTEGRATION_PRODUCT_MAPPING_DELETED("integration.product_mapping.deleted"),
    /** A mapping of products to another system: product mapping updated. */
    INTEGRATION_PRODUCT_MAPPING_UPDATED("integration.product_mapping.updated"),
    /** An invoice: created. */
    INVOICE_CREATED("invoice.created"),
    /** An invoice: finalized. */
    INVOICE_FINALIZED("invoice.finalized"),
    /** An invoice: marked uncollectible. */
    INVOICE_MARKED_UNCOLLECTIBLE("invoice.marked_uncollectible"),
    /** An invoice: overdue. */
    INVOICE_OVERDUE("invoice.overdue"),
    /** An invoice: paid. */
    INVOICE_PAID("invoice.paid"),
    /** An invoice: payment failed. */
    INVOICE_PAYMENT_FAILED("invoice.payment_failed"),
    /** An invoice: refunded. */
    INVOICE_REFUNDED("invoice.refunded"),
    /** An invoice: reminder sent. */
    INVOICE_REMINDER_SENT("invoice.reminder_sent"),
    /** An invoice: sent. */
    INVOICE_SENT("invoice.sent"),
    /** An invoice: uncollectible. */
    INVOICE_UNCOLLECTIBLE("invoice.uncollectible"),
    /** An invoice: upcoming. */
    INVOICE_UPCOMING("invoice.upcoming"),
    /** An invoice: updated. */
    INVOICE_UPDATED("invoice.updated"),
    /** An invoice: voided. */
    INVOICE_VOIDED("invoice.voided"),
    /** A direct-debit mandate: activated. */
    MANDATE_ACTIVATED("mandate.activated"),
    /** A direct-debit mandate: auddis rejected. */
    MANDATE_AUDDIS_REJECTED("mandate.auddis_rejected"),
    /** A direct-debit mandate: cancelled. */
    MANDATE_CANCELLED("mandate.cancelled"),
    /** A direct-debit mandate: created. */
    MANDATE_CREATED("mandate.created"),
    /** A direct-debit mandate: suspended. */
    MANDATE_SUSPENDED("mandate.suspended"),
    /** A meter: archived. */
    METER_ARCHIVED("meter.archived"),
    /** A meter: created. */
    METER_CREATED("meter.created"),
    /** A meter: updated. */
    METER_UPDATED("meter.updated"),
    /** A price of a meter: created. */
    METER_PRICE_CREATED("meter_price.created"),
    /** A price of a meter: deactivated. */
    METER_PRICE_DEACTIVATED("meter_price.deactivated"),
    /** A price of a meter: updated. */
    METER_PRICE_UPDATED("meter_price.updated"),
    /** An order: canceled. */
    ORDER_CANCELED("order.canceled"),
    /** An order: created. */
    ORDER_CREATED("order.created"),
    /** An order: fulfilled. */
    ORDER_FULFILLED("order.fulfilled"),
    /** An order: paid. */
    ORDER_PAID("order.paid"),
    /** An order: partially fulfilled. */
    ORDER_PARTIALLY_FULFILLED("order.partially_fulfilled"),
    /** An order: updated. */
    ORDER_UPDATED("order.updated"),
    /** A payment: captured. */
    PAYMENT_CAPTURED("payment.captured"),
    /** A payment: disputed. */
    PAYMENT_DISPUTED("payment.disputed"),
    /** A payment: failed. */
    PAYMENT_FAILED("payment.failed"),
    /** A payment: refunded. */
    PAYMENT_REFUNDED("payment.refunded"),
    /** A payment: succeeded. */
    PAYMENT_SUCCEEDED("payment.succeeded"),
    /** A payment: voided. */
    PAYMENT_VOIDED("payment.voided"),
    /** A payment: attempted. */
    PAYMENT_ATTEMPTED("payment.attempted"),
    /** A payment intent: canceled. */
    PAYMENT_INTENT_CANCELED("payment_intent.canceled"),
    /** A payment intent: created. */
    PAYMENT_INTENT_CREATED("payment_intent.created"),
    /** A payment intent: payment failed. */
    PAYMENT_INTENT_PAYMENT_FAILED("payment_intent.payment_failed"),
    /** A payment intent: requires action. */
    PAYMENT_INTENT_REQUIRES_ACTION("payment_intent.requires_action"),
    /** A payment intent: succeeded. */
    PAYMENT_INTENT_SUCCEEDED("payment_intent.succeeded"),
    /** A stored payment method: attached. */
    PAYMENT_METHOD_ATTACHED("payment_method.attached"),
    /** A stored payment method: detached. */
    PAYMENT_METHOD_DETACHED("payment_method.detached"),
    /** A stored payment method: updated. */
    PAYMENT_METHOD_UPDATED("payment_method.updated"),
    /** A plan: created. */
    PLAN_CREATED("plan.created"),
    /** A plan: deleted. */
    PLAN_DELETED("plan.deleted"),
    /** A plan: updated. */
    PLAN_UPDATED("plan.updated"),
    /** A price: created. */
    PRICE_CREATED("price.created"),
    /** A price: deleted. */
    PRICE_DELETED("price.deleted"),
    /** A price: updated. */
    PRICE_UPDATED("price.updated"),
    /** A product: created. */
    PRODUCT_CREATED("product.created"),
    /** A product: deleted. */
    PRODUCT_DELETED("product.deleted"),
    /** A product: updated. */
    PRODUCT_UPDATED("product.updated"),
    /** A refund: created. */
    REFUND_CREATED("refund.created"),
    /** A refund: failed. */
    REFUND_FAILED("refund.failed"),
    /** A refund: succeeded. */
    REFUND_SUCCEEDED("refund.succeeded"),
    /** A refund: updated. */
    REFUND_UPDATED("refund.updated"),
    /** A settlement: created. */
    SETTLEMENT_CREATED("settlement.created"),
    /** A subscription: activated. */
    SUBSCRIPTION_ACTIVATED("subscription.activated"),
    /** A subscription: canceled. */
    SUBSCRIPTION_CANCELED("subscription.canceled"),
    /** A subscription: created. */
    SUBSCRIPTION_CREATED("subscription.created"),
    /** A subscription: past due. */
    SUBSCRIPTION_PAST_DUE("subscription.past_due"),
    /** A subscription: paused. */
    SUBSCRIPTION_PAUSED("subscription.paused"),
    /** A subscription: renewed. */
    SUBSCRIPTION_RENEWED("subscription.renewed"),
    /** A subscription: resumed. */
    SUBSCRIPTION_RESUMED("subscription.resumed"),
    /** A subscription: trial ended. */
    SUBSCRIPTION_TRIAL_ENDED("subscription.trial_ended"),
    /** A subscription: trial ending. */
    SUBSCRIPTION_TRIAL_ENDING("subscription.trial_ending"),
    /** A subscription: trial will end. */
    SUBSCRIPTION_TRIAL_WILL_END("subscription.trial_will_end"),
    /** A subscription: updated. */
    SUBSCRIPTION_UPDATED("subscription.updated"),
    /** Metered usage: event ingested. */
    USAGE_EVENT_INGESTED("usage.event.ingested"),
    /** Metered usage: event rejected. */
    USAGE_EVENT_REJECTED("usage.event.rejected"),
    /** Metered usage: invoice created. */
    USAGE_INVOICE_CREATED("usage.invoice.created"),
    /** Metered usage: period finalized. */
    USAGE_PERIOD_FINALIZED("usage.period_finalized"),
    /** Metered usage: threshold reached. */
    USAGE_THRESHOLD_REACHED("usage.threshold.reached"),
    /** A void: created. */
    VOID_CREATED("void.created"),
    /** A void: failed. */
    VOID_FAILED("void.failed"),
    /** A void: succeeded. */
    VOID_SUCCEEDED("void.succeeded"),
    /** A checkout, as older pages name it: started. */
    CHECKOUT_STARTED("checkout.started"),
    /** A checkout, as older pages name it: completed. */
    CHECKOUT_COMPLETED("checkout.completed"),
    /** A checkout, as older pages name it: expired. */
    CHECKOUT_EXPIRED("checkout.expired"),
    /** A checkout, as older pages name it: abandoned. */
    CHECKOUT_ABANDONED("checkout.abandoned");

    private static final String OLD_PREFIX = "billing.";
    private static final Map<String, EventKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventKind::wire, Function.identity()));

    private final String wire;

    EventKind(String wire) {
        this.wire = wire;
    }

    /** The name of today, such as {@code terminal_payment.succeeded}. */
    public String wire() {
        return wire;
    }

    /** The kind of this name in either spelling; empty for one that we do not know yet. */
    public static Optional<EventKind> of(String type) {
        String name = type.startsWith(OLD_PREFIX) ? type.substring(OLD_PREFIX.length()) : type;
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
