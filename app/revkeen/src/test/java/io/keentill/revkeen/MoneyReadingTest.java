package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.revkeen.charges.ChargeStatus;
import io.keentill.revkeen.disputes.DisputeStatus;
import io.keentill.revkeen.entitlements.AccessLevel;
import io.keentill.revkeen.paymentintents.NextActionType;
import io.keentill.revkeen.paymentintents.PaymentIntentStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tolerant reading of what moves money: spellings, unknown words, amounts written as fractions, secrets. */
class MoneyReadingTest {
    private final RevKeen revkeen = RevKeen.at("http://127.0.0.1:1/v2", "test-key");

    @AfterEach
    void close() {
        revkeen.close();
    }

    @Test
    void a_charge_is_read_in_either_spelling() {
        var camel = revkeen.charges()
                .parse(json("{'data':{'id':'c','customerId':'p','amountMinor':1000,'amountCapturedMinor':600,"
                        + "'amountRefundedMinor':100,'currency':'GBP','status':'partially_refunded','captured':true,"
                        + "'createdAt':'2026-05-01T09:00:00Z'}}"));
        var snake = revkeen.charges()
                .parse(json("{'id':'c','customer_id':'p','amount_minor':1000,'amount_captured_minor':600,"
                        + "'amount_refunded_minor':100,'currency':'GBP','status':'partially_refunded','captured':true,"
                        + "'created_at':'2026-05-01T09:00:00Z'}"));
        assertThat(camel).isEqualTo(snake);
        assertThat(camel.status().is(ChargeStatus.PARTIALLY_REFUNDED)).isTrue();
        assertThat(camel.amountCapturedMinor()).isEqualTo(600);
        assertThat(camel.extra()).isEmpty();
    }

    @Test
    void an_entitlement_is_read_in_either_spelling_and_a_new_state_is_kept() {
        var camel = revkeen.entitlements()
                .parse(
                        json(
                                "{'data':{'id':'e','customerId':'p','benefitId':'b','status':'dormant','hasAccess':true,"
                                        + "'accessLevel':'partial','grantedAt':'2026-05-01T09:00:00Z','benefit':{'id':'b','benefitKey':'k'}}}"));
        var snake = revkeen.entitlements()
                .parse(
                        json(
                                "{'id':'e','customer_id':'p','benefit_id':'b','status':'dormant','has_access':true,"
                                        + "'access_level':'partial','granted_at':'2026-05-01T09:00:00Z','benefit':{'id':'b','benefit_key':'k'}}"));
        assertThat(camel).isEqualTo(snake);
        assertThat(camel.status().known()).isEmpty();
        assertThat(camel.status()).hasToString("dormant");
        assertThat(Objects.requireNonNull(camel.accessLevel()).is(AccessLevel.PARTIAL))
                .isTrue();
    }

    @Test
    void amounts_may_be_written_as_numbers_but_not_as_half_a_penny() {
        var refund = revkeen.refunds()
                .parse(json("{'data':{'id':'r','amount_minor':300.0,'currency':'GBP','status':'succeeded'}}"));
        assertThat(refund.amountMinor()).isEqualTo(300);
        assertThatThrownBy(() -> revkeen.refunds()
                        .parse(json("{'data':{'id':'r','amount_minor':300.5,'currency':'GBP','status':'succeeded'}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount_minor");
        assertThatThrownBy(() -> revkeen.payouts()
                        .parse(json("{'data':{'id':'p','currency':'GBP','status':'paid','net_amount_minor':1}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gross_amount_minor");
    }

    @Test
    void an_intent_tells_its_error_and_what_to_do_next_and_hides_its_secret() {
        var intent = revkeen.paymentIntents()
                .parse(
                        json(
                                "{'id':'pi_1','amount':1000,'currency':'gbp','customer':'p','status':'requires_action',"
                                        + "'client_secret':'pi_1_secret_x','created':1777626000,'next_action':{'type':'redirect_to_url',"
                                        + "'redirect_to_url':{'url':'https://a.test','return_url':null}},'last_payment_error':{'code':"
                                        + "'card_declined','decline_code':'insufficient_funds','payment_method':{'id':'m','type':'card'}}}"));
        assertThat(intent.status().is(PaymentIntentStatus.REQUIRES_ACTION)).isTrue();
        assertThat(intent.created()).isEqualTo(Instant.ofEpochSecond(1777626000));
        var next = Objects.requireNonNull(intent.nextAction());
        assertThat(next.type().is(NextActionType.REDIRECT_TO_URL)).isTrue();
        assertThat(next.url()).isEqualTo("https://a.test");
        var error = Objects.requireNonNull(intent.lastPaymentError());
        assertThat(error.declineCode()).isEqualTo("insufficient_funds");
        assertThat(error.paymentMethodId()).isEqualTo("m");
        assertThat(Objects.requireNonNull(intent.clientSecret()).value()).isEqualTo("pi_1_secret_x");
        assertThat(intent.toString()).doesNotContain("secret_x");
    }

    @Test
    void a_dispute_in_a_list_has_no_days_left_and_one_read_alone_has() {
        String common = "'id':'d','amount_minor':5,'currency':'GBP','status':'needs_response'";
        var listed = revkeen.disputes().parse(json("{'data':{" + common + "}}"));
        var read = revkeen.disputes().parse(json("{'data':{" + common + ",'days_until_due':-2,'is_overdue':true}}"));
        assertThat(listed.status().is(DisputeStatus.NEEDS_RESPONSE)).isTrue();
        assertThat(listed.daysUntilDue()).isNull();
        assertThat(listed.isOverdue()).isNull();
        assertThat(read.daysUntilDue()).isEqualTo(-2);
        assertThat(read.isOverdue()).isTrue();
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
