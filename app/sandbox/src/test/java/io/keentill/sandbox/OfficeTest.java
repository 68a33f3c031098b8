package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages, automations and external sync (API reference B.29 to B.31). */
class OfficeTest {
    private static final String MERCHANT = "00000000-0000-4000-8000-000000000001";

    @TempDir
    Path directory;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void messages_to_one_customer_share_a_thread_per_channel() {
        String customer = shop.customer();
        ObjectNode first = shop.api
                .post("/comms/send", "{'channel':'email','body':'Receipt','customerId':'" + customer + "'}")
                .json();
        assertThat(Json.yes(first, "success")).isTrue();
        assertThat(Json.text(first, "customerId")).isEqualTo(customer);
        ObjectNode second = shop.api
                .post("/comms/send", "{'channel':'email','body':'Again','customer_email':'WALK-IN@shop.test'}")
                .json();
        assertThat(Json.need(second, "conversationId")).isEqualTo(Json.need(first, "conversationId"));
        ObjectNode threads =
                shop.api.get("/comms/threads?customerId=" + customer).json();
        assertThat(threads.propertyNames()).containsExactly("threads", "total", "limit", "offset");
        assertThat(Json.whole(threads, "limit")).isEqualTo(50);
        assertThat(Json.whole(threads.get("threads").get(0), "messageCount")).isEqualTo(2);
        ObjectNode messages = shop.api
                .get("/comms/threads/" + Json.need(first, "conversationId") + "/messages?limit=1")
                .json();
        assertThat(Json.whole(messages, "total")).isEqualTo(2);
        assertThat(Json.text(messages.get("messages").get(0), "body")).isEqualTo("Again");
        assertThat(Json.text(messages.get("messages").get(0), "status")).isEqualTo("sent");
    }

    @Test
    void a_receipt_to_an_unknown_address_starts_a_thread_of_its_own_and_names_its_invoice() {
        String invoice = shop.openInvoice(100);
        ObjectNode sent = shop.api
                .post(
                        "/comms/send",
                        "{'channel':'email','body':'B','customerEmail':'guest@shop.test','entityType':'invoice',"
                                + "'entityId':'" + invoice + "'}")
                .json();
        assertThat(sent.get("customerId").isNull()).isTrue();
        JsonNode threads = shop.api.get("/comms/threads?invoiceId=" + invoice).json();
        assertThat(Json.text(threads.get("threads").get(0), "id")).isEqualTo(Json.need(sent, "conversationId"));
        assertThat(shop.api.get("/comms/threads?status=closed").json().get("threads"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'channel':'email','body':'x'}",
                "{'channel':'pigeon','body':'x','customerEmail':'a@b.c'}",
                "{'channel':'email','customerEmail':'a@b.c'}",
                "{'channel':'email','body':'x','customerEmail':'nobody'}",
                "{'channel':'sms','body':'x','customerEmail':'walk-in@shop.test'}",
                "{'channel':'email','body':'x','threadId':'00000000-0000-4000-8000-000000000009'}",
                "{'channel':'email','body':'x','customerId':'00000000-0000-4000-8000-000000000009'}",
                "{'channel':'email','body':'x','customerEmail':'a@b.c','entityType':'invoice'}",
                "{'channel':'email','body':'x','customerEmail':'a@b.c','entityType':'invoice','entityId':'y'}"
            })
    void messages_that_cannot_go_are_refused_in_one_text(String body) {
        Answer answer = shop.api.post("/comms/send", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").isString()).isTrue();
        assertThat(shop.api.get("/comms/threads/none/messages").status()).isEqualTo(404);
    }

    @Test
    void a_run_waits_for_its_approval_and_goes_on() {
        Answer made = shop.api.post("/automations", "{'name':'Dunning','objective':'Chase late invoices'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().propertyNames()).containsExactly("data");
        String path = "/automations/" + made.id();
        assertThat(Json.text(shop.api.get(path).data(), "objective")).isEqualTo("Chase late invoices");
        Answer started = shop.api.post(path + "/runs", "{'trigger_payload':{'late':3}}");
        assertThat(started.data().propertyNames()).containsExactly("id", "object", "status", "automation_id", "job_id");
        String run = path + "/runs/" + started.id();
        List<String> seen = new ArrayList<>(List.of(shop.status(run)));
        for (int i = 0; i < 2; i++) {
            pass(Duration.ofSeconds(1));
            seen.add(shop.status(run));
        }
        String approval = approval();
        ObjectNode decided = shop.api
                .post("/automations/approvals/" + approval + "/approve", "")
                .data();
        assertThat(Json.text(decided, "status")).isEqualTo("approved");
        seen.add(shop.status(run));
        pass(Duration.ofSeconds(1));
        seen.add(shop.status(run));
        assertThat(seen).containsExactly("queued", "running", "awaiting_approval", "running", "completed");
        ObjectNode detail = shop.api.get(run).data();
        assertThat(detail.get("steps"))
                .extracting(step -> Json.text(step, "status"))
                .containsOnly("completed");
        assertThat(Json.whole(detail.get("trigger_payload"), "late")).isEqualTo(3);
        assertThat(Json.text(detail.get("automation"), "name")).isEqualTo("Dunning");
        assertThat(shop.api
                        .post("/automations/approvals/" + approval + "/reject", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(shop.api.get(path + "/runs?status=completed").json().propertyNames())
                .containsExactly("object", "data");
        assertThat(shop.api.get(path + "/runs?status=failed").json().get("data"))
                .isEmpty();
    }

    @Test
    void a_run_is_canceled_when_rejected_failed_when_asked_and_when_nobody_decides() {
        String path = "/automations/"
                + shop.api.post("/automations", "{'name':'A','objective':'B'}").id();
        String rejected = path + "/runs/" + shop.api.post(path + "/runs", "").id();
        pass(Duration.ofSeconds(2));
        String body = "{'reason':'not today'}";
        assertThat(shop.api
                        .post("/automations/approvals/" + approval() + "/reject", body)
                        .status())
                .isEqualTo(200);
        assertThat(shop.status(rejected)).isEqualTo("canceled");
        assertThat(Json.text(
                        shop.api
                                .get("/automations/approvals")
                                .json()
                                .get("data")
                                .get(0),
                        "rejection_reason"))
                .isEqualTo("not today");
        String failing = path + "/runs/"
                + shop.api
                        .post(path + "/runs", "{'triggerPayload':{'simulate':'failure'}}")
                        .id();
        pass(Duration.ofSeconds(2));
        shop.api.post("/automations/approvals/" + approval() + "/approve", "");
        pass(Duration.ofSeconds(1));
        assertThat(shop.status(failing)).isEqualTo("failed");
        String forgotten = path + "/runs/" + shop.api.post(path + "/runs", "").id();
        pass(Duration.ofSeconds(2));
        pass(Duration.ofHours(25));
        assertThat(shop.status(forgotten)).isEqualTo("failed");
        assertThat(shop.api.get("/automations/approvals?status=expired").json().get("data"))
                .hasSize(1);
    }

    @Test
    void automations_refuse_in_the_platforms_envelope() {
        assertThat(shop.api.post("/automations", "{'name':'A'}").status()).isEqualTo(400);
        for (String path : List.of("/automations/none", "/automations/none/runs", "/automations/none/runs/none")) {
            Answer answer = shop.api.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(Json.text(answer.json().get("error"), "code")).isEqualTo("resource_missing");
        }
        assertThat(shop.api.post("/automations/none/runs", "").status()).isEqualTo(404);
        assertThat(shop.api.post("/automations/approvals/none/approve", "").status())
                .isEqualTo(404);
        assertThat(shop.api.get("/automations").json().get("data")).isEmpty();
    }

    @Test
    void external_sync_answers_what_was_upserted() {
        String path = "/sync-state/practicehub/" + MERCHANT;
        ObjectNode first = shop.api
                .put(path + "/patients", "{'lastSyncStatus':'syncing','cursor':'c1','itemsSynced':7}")
                .json();
        assertThat(Json.yes(first, "created")).isTrue();
        ObjectNode second = shop.api
                .put(
                        path + "/patients",
                        "{'lastSyncStatus':'error','lastSyncError':'gone','cursor':null,"
                                + "'lastSyncAt':'2026-05-01T08:00:00Z'}")
                .json();
        assertThat(Json.yes(second, "created")).isFalse();
        JsonNode states = shop.api.get(path).json().get("data");
        assertThat(states).hasSize(1);
        assertThat(states.get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "merchantId",
                        "provider",
                        "resourceType",
                        "lastSyncAt",
                        "lastSyncStatus",
                        "lastSyncError",
                        "cursor",
                        "itemsSynced",
                        "createdAt",
                        "updatedAt");
        assertThat(Json.text(states.get(0), "lastSyncError")).isEqualTo("gone");
        assertThat(states.get(0).get("cursor").isNull()).isTrue();
        assertThat(Json.whole(states.get(0), "itemsSynced")).isEqualTo(7);
        assertThat(shop.api.get("/sync-state/wodify/" + MERCHANT).json().get("data"))
                .isEmpty();
        assertThat(shop.api.get("/sync-state/wodify/another").status()).isEqualTo(403);
        assertThat(shop.api.put("/sync-state/wodify/another/x", "{}").status()).isEqualTo(403);
        assertThat(shop.api.put(path + "/x", "{'lastSyncStatus':'great'}").status())
                .isEqualTo(400);
    }

    private String approval() {
        JsonNode pending =
                shop.api.get("/automations/approvals?status=pending").json().get("data");
        assertThat(pending).hasSize(1);
        return Json.need(pending.get(0), "id");
    }

    private void pass(Duration time) {
        shop.clock.forward(time);
        shop.sandbox.tick();
    }
}
