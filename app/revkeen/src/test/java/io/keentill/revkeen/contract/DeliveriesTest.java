package io.keentill.revkeen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.LoopbackServer;
import io.keentill.revkeen.LoopbackServer.Arrived;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.webhooks.EventKind;
import io.keentill.revkeen.webhooks.EventSubject;
import io.keentill.revkeen.webhooks.Webhook;
import io.keentill.revkeen.webhooks.WebhookEndpoint;
import io.keentill.revkeen.webhooks.WebhookEndpointRequest;
import io.keentill.revkeen.webhooks.WebhookEvent;
import io.keentill.revkeen.webhooks.WebhookVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox signs and sends its deliveries, the client verifies and reads them (sections B.27, D.6, F). */
class DeliveriesTest {
    private World world;
    private LoopbackServer mailbox;
    private WebhookEndpoint endpoint;
    private WebhookVerifier verifier;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        world = new World(folder);
        mailbox = new LoopbackServer();
        endpoint = world.client()
                .webhookEndpoints()
                .create(WebhookEndpointRequest.of(mailbox.url() + "/hook", List.of("*")))
                .send()
                .orThrow();
        verifier = WebhookVerifier.of(endpoint.secret()).on(world::now);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
        mailbox.close();
    }

    @Test
    void an_order_is_told_with_the_call_that_made_it() throws Exception {
        var order = world.order();
        WebhookEvent event = genuine(delivery(EventKind.ORDER_CREATED));
        assertThat(event.type()).isEqualTo("order.created");
        assertThat(event.created()).isEqualTo(world.now());
        assertThat(event.livemode()).isFalse();
        assertThat(event.apiVersion()).isEqualTo("2026-05-01");
        assertThat(event.account()).isNotBlank();
        assertThat(event.request().idempotencyKey()).isNotBlank();
        assertThat(event.extra()).isEmpty();
        var subject = (EventSubject.Thing) event.subject();
        assertThat(subject.id()).isEqualTo(order.id());
        assertThat(subject.object()).isEqualTo("order");
        assertThat(subject.status()).isEqualTo("draft");
    }

    @Test
    void a_terminal_payment_in_the_present_naming() throws Exception {
        TerminalPayment paid = world.terminal().approvedPayment();
        Arrived arrived = delivery(EventKind.TERMINAL_PAYMENT_SUCCEEDED);
        WebhookEvent event = genuine(arrived);
        assertThat(event.type()).isEqualTo("terminal_payment.succeeded");
        assertThat(event.extra()).isEmpty();
        EventSubject.TerminalPayment told = told(event, paid);
        assertThat(told.status()).isEqualTo("succeeded");
    }

    @Test
    void a_terminal_payment_in_the_older_naming() throws Exception {
        world.controls().olderEvents(true);
        TerminalPayment paid = world.terminal().approvedPayment();
        WebhookEvent event = genuine(delivery(EventKind.TERMINAL_PAYMENT_SUCCEEDED));
        assertThat(event.type()).isEqualTo("billing.terminal_payment.succeeded");
        assertThat(event.created()).isEqualTo(world.now());
        assertThat(event.extra()).isEmpty();
        told(event, paid);
    }

    @Test
    void a_reversal_names_its_sale_in_either_naming() throws Exception {
        for (boolean older : new boolean[] {false, true}) {
            world.controls().olderEvents(older);
            TerminalPayment sale = world.terminal().approvedPayment();
            TerminalPayment refund = world.terminal()
                    .approve(world.client()
                            .terminalPayments()
                            .refund(sale.id(), 250L, "chipped")
                            .send()
                            .orThrow());
            WebhookEvent event = genuine(delivery(EventKind.TERMINAL_REFUND_SUCCEEDED));
            var subject = (EventSubject.TerminalReversal) event.subject();
            assertThat(subject.id()).isEqualTo(refund.id());
            assertThat(subject.amountMinor()).isEqualTo(250);
            assertThat(subject.isVoid()).isFalse();
            assertThat(subject.paymentId()).isEqualTo(sale.id());
        }
    }

    @Test
    void what_was_changed_on_its_way_or_signed_long_ago_is_rejected() throws Exception {
        world.order();
        Arrived arrived = delivery(EventKind.ORDER_CREATED);
        byte[] other =
                arrived.text().replace("\"draft\"", "\"paid\"").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(verifier.verify(arrived.headers(), other)).isInstanceOf(Webhook.Rejected.class);
        var stranger = WebhookVerifier.of("whsec_other").on(world::now);
        assertThat(stranger.verify(arrived.headers(), arrived.body())).isInstanceOf(Webhook.Rejected.class);
        world.pass(WebhookVerifier.TOLERANCE.plusSeconds(1));
        assertThat(((Webhook.Rejected) verifier.verify(arrived.headers(), arrived.body())).reason())
                .isEqualTo(Webhook.Reason.OUT_OF_TIME);
    }

    @Test
    void after_a_rotation_only_the_new_secret_counts() throws Exception {
        WebhookEndpoint rotated = world.client()
                .webhookEndpoints()
                .rotateSecret(endpoint.id())
                .send()
                .orThrow();
        world.order();
        Arrived arrived = delivery(EventKind.ORDER_CREATED);
        assertThat(verifier.verify(arrived.headers(), arrived.body())).isInstanceOf(Webhook.Rejected.class);
        var renewed = verifier.or(rotated.secret());
        assertThat(renewed.verify(arrived.headers(), arrived.body())).isInstanceOf(Webhook.Genuine.class);
    }

    private static EventSubject.TerminalPayment told(WebhookEvent event, TerminalPayment paid) {
        var subject = (EventSubject.TerminalPayment) event.subject();
        assertThat(subject.id()).isEqualTo(paid.id());
        assertThat(subject.amountMinor()).isEqualTo(1250);
        assertThat(subject.currency()).isEqualToIgnoringCase("GBP");
        assertThat(subject.deviceId()).isEqualTo(paid.deviceId());
        assertThat(subject.cardScheme()).isEqualToIgnoringCase("VISA");
        assertThat(subject.lastFour()).isEqualTo("0119");
        assertThat(subject.extra()).isEmpty();
        return subject;
    }

    private WebhookEvent genuine(Arrived arrived) {
        Webhook webhook = verifier.verify(arrived.headers(), arrived.body());
        assertThat(webhook).as("%s", webhook).isInstanceOf(Webhook.Genuine.class);
        return ((Webhook.Genuine) webhook).event();
    }

    /** The next delivery of an event of this kind; what comes before it is taken and passed over. */
    private Arrived delivery(EventKind kind) throws InterruptedException {
        world.pass(Duration.ZERO);
        for (Arrived next = taken(); next != null; next = taken()) {
            String type = genuineType(next);
            if (EventKind.of(type).filter(kind::equals).isPresent()) {
                return next;
            }
        }
        throw new AssertionError("no delivery of " + kind);
    }

    private Arrived taken() throws InterruptedException {
        mailbox.reply(200, "");
        return mailbox.arrived.poll(10, TimeUnit.SECONDS);
    }

    private static String genuineType(Arrived arrived) {
        return io.keentill.revkeen.json.Fields.parse(arrived.body()).needText("type");
    }
}
