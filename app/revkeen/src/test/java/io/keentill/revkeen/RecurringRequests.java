package io.keentill.revkeen;

import io.keentill.revkeen.billing.BillingInterval;
import io.keentill.revkeen.billing.BillingPreviewRequest;
import io.keentill.revkeen.schedules.ScheduleChanges;
import io.keentill.revkeen.schedules.SchedulePhaseItemRequest;
import io.keentill.revkeen.schedules.SchedulePhaseRequest;
import io.keentill.revkeen.schedules.ScheduleQuery;
import io.keentill.revkeen.schedules.ScheduleRequest;
import io.keentill.revkeen.subscriptions.PauseRequest;
import io.keentill.revkeen.subscriptions.PlanChange;
import io.keentill.revkeen.subscriptions.QuantityChange;
import io.keentill.revkeen.subscriptions.SubscriptionChanges;
import io.keentill.revkeen.subscriptions.SubscriptionItemChanges;
import io.keentill.revkeen.subscriptions.SubscriptionItemRequest;
import io.keentill.revkeen.subscriptions.SubscriptionQuery;
import io.keentill.revkeen.subscriptions.SubscriptionRequest;
import io.keentill.revkeen.usage.MeterChanges;
import io.keentill.revkeen.usage.MeterPriceChanges;
import io.keentill.revkeen.usage.MeterPriceRequest;
import io.keentill.revkeen.usage.MeterPricingModel;
import io.keentill.revkeen.usage.MeterRequest;
import io.keentill.revkeen.usage.UsageEventQuery;
import io.keentill.revkeen.usage.UsageEventRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The requests about what recurs and what is metered, for {@link RequestMembersTest}. */
final class RecurringRequests {
    private RecurringRequests() {}

    static Stream<Arguments> bodies() {
        return Stream.of(
                RequestMembersTest.body(
                        SubscriptionRequest.of("C"),
                        (r, x) -> r.subscriptions().create(x),
                        "{'customerId':'C','businessId':'BusinessId','productId':'ProductId',"
                                + "'planId':'PlanId','priceId':'PriceId','paymentMethodId':'PaymentMethodId',"
                                + "'startDate':'1970-01-01T00:16:41Z','currency':'Currency','quantity':3,"
                                + "'trialEnd':'1970-01-01T00:16:40Z','billingAnchorDay':18,"
                                + "'pauseAtPeriodEnd':false,'cancelAtPeriodEnd':false,"
                                + "'billingStartsOn':'1970-01-01T00:16:53Z','billingEndStrategy':'indefinite',"
                                + "'billingEndsOn':'1970-01-01T00:16:55Z','billingMaxCycles':15,"
                                + "'prorationMode':'immediate','metadata':{'k':'Metadata'}}"),
                RequestMembersTest.body(
                        SubscriptionChanges.none(),
                        (r, x) -> r.subscriptions().update("1", x),
                        "{'status':'trialing','amountMinor':8,'quantity':2,"
                                + "'nextBillingDate':'1970-01-01T00:16:43Z','billingAnchorDay':7,"
                                + "'pauseAtPeriodEnd':false,'cancelAtPeriodEnd':false,'metadata':{'k':'Metadata'}}"),
                RequestMembersTest.body(
                        PlanChange.of("P"),
                        (r, x) -> r.subscriptions().changePlan("1", x),
                        "{'newPlanId':'P','prorationBehavior':'invoice_immediately',"
                                + "'effectiveDate':'1970-01-01T00:16:42Z','reason':'Reason'}"),
                RequestMembersTest.body(
                        QuantityChange.of(2),
                        (r, x) -> r.subscriptions().changeQuantity("1", x),
                        "{'newQuantity':2,'prorationBehavior':'invoice_immediately',"
                                + "'effectiveDate':'1970-01-01T00:16:42Z','reason':'Reason'}"),
                RequestMembersTest.body(
                        PauseRequest.open(),
                        (r, x) -> r.subscriptions().pause("1", x),
                        "{'behavior':'keep_as_draft','resumes_at':'1970-01-01T00:16:40Z'}"),
                RequestMembersTest.body(
                        SubscriptionItemRequest.of("GBP", 250),
                        (r, x) -> r.subscriptionItems().create("1", x),
                        "{'currency':'GBP','unit_amount_minor':250,'product_id':'ProductId',"
                                + "'price_id':'PriceId','description':'Description','quantity':1,"
                                + "'fulfillment_type':'none','metadata':{'k':'Metadata'}}"),
                RequestMembersTest.body(
                        SubscriptionItemChanges.none(),
                        (r, x) -> r.subscriptionItems().update("1", "2", x),
                        "{'quantity':2,'description':'Description','unit_amount_minor':1,"
                                + "'fulfillment_type':'none','metadata':{'k':'Metadata'}}"),
                RequestMembersTest.body(
                        ScheduleChanges.none(),
                        (r, x) -> r.subscriptionSchedules().update("1", x),
                        "{'phases':['Phases'],'end_behavior':'cancel',"
                                + "'proration_behavior':'create_prorations','metadata':{'k':'Metadata'}}"),
                RequestMembersTest.body(
                        BillingPreviewRequest.of(BillingInterval.MONTH),
                        (r, x) -> r.billing().preview(x),
                        "{'interval':'month','intervalCount':6,'billingAnchorRule':'BillingAnchorRule',"
                                + "'billingAnchorDay':11,'startsAt':'1970-01-01T00:16:42Z',"
                                + "'firstChargeBehavior':'FirstChargeBehavior','trialDays':1,"
                                + "'endBehavior':'EndBehavior','maxPayments':5,'amountMinor':12,"
                                + "'currency':'Currency','previewCount':4,'timezone':'Timezone'}"),
                RequestMembersTest.body(
                        MeterRequest.of("N", "E"),
                        (r, x) -> r.meters().create(x),
                        "{'name':'N','event_name':'E','aggregation':'sum','slug':'Slug',"
                                + "'description':'Description','value_key':'ValueKey',"
                                + "'filter_conditions':['FilterConditions'],'unique_count_key':'UniqueCountKey',"
                                + "'unit_name':'UnitName','carry_forward':false,'metadata':{'k':'Metadata'},"
                                + "'alert_thresholds':['AlertThresholds']}"),
                RequestMembersTest.body(
                        MeterChanges.none(),
                        (r, x) -> r.meters().update("1", x),
                        "{'name':'Name','slug':'Slug','description':'Description','status':'active',"
                                + "'value_key':'ValueKey','filter_conditions':['FilterConditions'],"
                                + "'unique_count_key':'UniqueCountKey','unit_name':'UnitName',"
                                + "'carry_forward':false,'metadata':{'k':'Metadata'},"
                                + "'alert_thresholds':['AlertThresholds']}"),
                RequestMembersTest.body(
                        MeterPriceRequest.of(MeterPricingModel.PACKAGE, "GBP"),
                        (r, x) -> r.meters().createPrice("1", x),
                        "{'pricing_model':'package','currency':'GBP','unit_amount_minor':1,"
                                + "'flat_fee_minor':4,'package_size':3,'cost_per_unit_minor':5,'tiers':['Tiers']}"),
                RequestMembersTest.body(
                        MeterPriceChanges.none(),
                        (r, x) -> r.meters().updatePrice("1", "2", x),
                        "{'unit_amount_minor':1,'flat_fee_minor':4,'package_size':3,"
                                + "'cost_per_unit_minor':5,'tiers':['Tiers']}"),
                RequestMembersTest.body(
                        UsageEventRequest.of("E"),
                        (r, x) -> r.usage().ingest(x),
                        "{'name':'E','customer_id':'CustomerId',"
                                + "'external_customer_id':'ExternalCustomerId','subscription_id':'SubscriptionId',"
                                + "'meter_id':'MeterId','quantity':3,'timestamp':'1970-01-01T00:16:40Z',"
                                + "'idempotency_key':'IdempotencyKey','metadata':{'k':'Metadata'}}"),
                RequestMembersTest.body(
                        ScheduleRequest.of(List.of(phase())),
                        (r, x) -> r.subscriptionSchedules().create(x),
                        "{'phases':[{'items':[{'price_id':'P','quantity':1}],"
                                + "'start_date':'1970-01-01T00:00:07Z','end_date':'1970-01-01T00:16:43Z',"
                                + "'proration_behavior':'create_prorations',"
                                + "'billing_cycle_anchor':'BillingCycleAnchor',"
                                + "'default_payment_method':'DefaultPaymentMethod',"
                                + "'collection_method':'charge_automatically','coupon':'Coupon',"
                                + "'trial_end':'1970-01-01T00:16:40Z','metadata':{'k':'Metadata'}}],"
                                + "'customer':'Customer','subscription':'Subscription',"
                                + "'start_date':'1970-01-01T00:16:41Z','end_behavior':'cancel',"
                                + "'metadata':{'k':'Metadata'}}"));
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                RequestMembersTest.query(
                        SubscriptionQuery.any(),
                        (r, x) -> r.subscriptions().list(x).firstPage(),
                        "status=trialing&customerId=CustomerId"),
                RequestMembersTest.query(
                        ScheduleQuery.any(),
                        (r, x) -> r.subscriptionSchedules().list(x).firstPage(),
                        "customer=Customer&subscription=Subscription&status=not_started&"
                                + "scheduled_gte=1003&scheduled_lte=1002"),
                RequestMembersTest.query(
                        UsageEventQuery.any(),
                        (r, x) -> r.usage().list(x).firstPage(),
                        "meter_id=MeterId&customer_id=CustomerId&external_customer_id=ExternalCustomerId&"
                                + "subscription_id=SubscriptionId&start_time=1970-01-01T00%3A16%3A41Z&"
                                + "end_time=1970-01-01T00%3A16%3A44Z"));
    }

    private static SchedulePhaseRequest phase() {
        var item = Filled.in(SchedulePhaseItemRequest.of("P"));
        return Filled.in(SchedulePhaseRequest.of(List.of(item), Instant.ofEpochSecond(7)));
    }
}
