package io.keentill.revkeen;

import io.keentill.revkeen.charges.ChargeQuery;
import io.keentill.revkeen.charges.ChargeRefundRequest;
import io.keentill.revkeen.charges.ChargeRequest;
import io.keentill.revkeen.checkout.CheckoutRequest;
import io.keentill.revkeen.disputes.DisputeQuery;
import io.keentill.revkeen.entitlements.EntitlementRequest;
import io.keentill.revkeen.paymentintents.PaymentIntentChanges;
import io.keentill.revkeen.paymentintents.PaymentIntentQuery;
import io.keentill.revkeen.paymentintents.PaymentIntentRequest;
import io.keentill.revkeen.paymentlinks.PaymentLinkQuery;
import io.keentill.revkeen.paymentlinks.PaymentLinkRequest;
import io.keentill.revkeen.payouts.PayoutQuery;
import io.keentill.revkeen.refunds.RefundQuery;
import io.keentill.revkeen.refunds.RefundRequest;
import io.keentill.revkeen.transactions.TransactionQuery;
import io.keentill.revkeen.voids.VoidQuery;
import io.keentill.revkeen.voids.VoidRequest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The requests that move money or sell online, for {@link RequestMembersTest}. */
final class MoneyRequests {
    private MoneyRequests() {}

    static Stream<Arguments> bodies() {
        return Stream.of(
                RequestMembersTest.body(
                        PaymentLinkRequest.of(),
                        (r, x) -> r.paymentLinks().create(x),
                        "{'product_ids':['ProductIds'],'line_items':['LineItems'],'name':'Name','slug':'Slug',"
                                + "'mode':'invoice','amount_minor':20,'currency':'Currency','invoice_id':'InvoiceId',"
                                + "'subscription_id':'SubscriptionId','success_url':'SuccessUrl',"
                                + "'cancel_url':'CancelUrl','redirect_url':'RedirectUrl','collect_shipping':false,"
                                + "'allow_promotion_codes':false,'tax_behavior':'exclusive','metadata':{'k':'Metadata'},"
                                + "'expires_at':'1970-01-01T00:16:54Z','selection_mode':'bundle',"
                                + "'default_product_id':'DefaultProductId',"
                                + "'highlighted_product_id':'HighlightedProductId','idempotency_key':'IdempotencyKey'}"),
                RequestMembersTest.body(
                        CheckoutRequest.ofAmount(1, "GBP"),
                        (r, x) -> r.checkoutSessions().create(x),
                        "{'invoiceId':'InvoiceId','productId':'ProductId','amountMinor':7,"
                                + "'currency':'Currency','successUrl':'SuccessUrl','cancelUrl':'CancelUrl',"
                                + "'allowedMethods':['AllowedMethods'],'companionDeviceId':'CompanionDeviceId'}"),
                RequestMembersTest.body(
                        PaymentIntentRequest.of(1000, "C"),
                        (r, x) -> r.paymentIntents().create(x),
                        "{'amount':1000,'customer':'C','currency':'Currency','payment_method':'PaymentMethod',"
                                + "'capture_method':'automatic','description':'Description',"
                                + "'statement_descriptor':'StatementDescriptor',"
                                + "'statement_descriptor_suffix':'StatementDescriptorSuffix',"
                                + "'receipt_email':'ReceiptEmail','metadata':{'k':'Metadata'},"
                                + "'gateway_merchant_id':'GatewayMerchantId'}"),
                RequestMembersTest.body(
                        PaymentIntentChanges.of(),
                        (r, x) -> r.paymentIntents().update("pi_1", x),
                        "{'amount':8,'currency':'Currency','payment_method':'PaymentMethod',"
                                + "'description':'Description','statement_descriptor':'StatementDescriptor',"
                                + "'statement_descriptor_suffix':'StatementDescriptorSuffix',"
                                + "'receipt_email':'ReceiptEmail','metadata':{'k':'Metadata'}}"),
                RequestMembersTest.body(
                        ChargeRequest.of("C", 1000, "D"),
                        (r, x) -> r.charges().create(x),
                        "{'customerId':'C','amountMinor':1000,'description':'D','currency':'Currency',"
                                + "'paymentMethodId':'PaymentMethodId','capture':false,"
                                + "'statementDescriptor':'StatementDescriptor','metadata':{'k':'Metadata'},"
                                + "'sendReceipt':false,'idempotencyKey':'IdempotencyKey'}"),
                RequestMembersTest.body(
                        ChargeRefundRequest.of(),
                        (r, x) -> r.charges().refund("1", x),
                        "{'amountMinor':3,'reason':'duplicate','notes':'Notes'}"),
                RequestMembersTest.body(
                        RefundRequest.of("P"),
                        (r, x) -> r.refunds().create(x),
                        "{'payment_id':'P','amount_minor':3,'reason':'customer_request',"
                                + "'reason_details':'ReasonDetails'}"),
                RequestMembersTest.body(
                        VoidRequest.of("P"),
                        (r, x) -> r.voids().create(x),
                        "{'payment_id':'P','reason':'Reason','reason_code':'customer_request'}"),
                RequestMembersTest.body(
                        EntitlementRequest.ofKey("K"),
                        (r, x) -> r.entitlements().grant("c", x),
                        "{'benefitId':'BenefitId','benefitKey':'BenefitKey',"
                                + "'expiresAt':'1970-01-01T00:16:41Z','metadata':{'k':'Metadata'}}"));
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                RequestMembersTest.query(
                        PaymentLinkQuery.any(),
                        (r, x) -> r.paymentLinks().list(x).firstPage(),
                        "status=draft&mode=invoice&search=Search"),
                RequestMembersTest.query(
                        PaymentIntentQuery.any(),
                        (r, x) -> r.paymentIntents().list(x).firstPage(),
                        "customer=Customer&status=requires_payment_method&created_gte=1003&created_lte=1002"),
                RequestMembersTest.query(
                        ChargeQuery.any(),
                        (r, x) -> r.charges().list(x).firstPage(),
                        "customerId=CustomerId&status=pending&createdGte=1970-01-05&createdLte=1970-01-04"),
                RequestMembersTest.query(
                        RefundQuery.any(),
                        (r, x) -> r.refunds().list(x).firstPage(),
                        "status=pending&payment_id=PaymentId&gateway=Gateway&reason=customer_request&"
                                + "created_after=1970-01-01T00%3A16%3A45Z&created_before=1970-01-01T00%3A16%3A44Z"),
                RequestMembersTest.query(
                        VoidQuery.any(),
                        (r, x) -> r.voids().list(x).firstPage(),
                        "status=pending&payment_id=PaymentId&gateway=Gateway&"
                                + "created_after=1970-01-01T00%3A16%3A44Z&created_before=1970-01-01T00%3A16%3A43Z"),
                RequestMembersTest.query(
                        TransactionQuery.any(),
                        (r, x) -> r.transactions().list(x).firstPage(),
                        "type=sale&status=pending&customer_id=CustomerId&invoice_id=InvoiceId&"
                                + "created_gte=1005&created_lte=1004"),
                RequestMembersTest.query(
                        PayoutQuery.any(),
                        (r, x) -> r.payouts().list(x).firstPage(),
                        "status=pending&gateway=Gateway&created_after=1970-01-01T00%3A16%3A43Z&"
                                + "created_before=1970-01-01T00%3A16%3A42Z"),
                RequestMembersTest.query(
                        DisputeQuery.any(),
                        (r, x) -> r.disputes().list(x).firstPage(),
                        "status=needs_response&resolution=won&payment_id=PaymentId&gateway=Gateway&"
                                + "disputed_after=1970-01-01T00%3A16%3A46Z&disputed_before=1970-01-01T00%3A16%3A45Z&"
                                + "needs_evidence=false"));
    }
}
