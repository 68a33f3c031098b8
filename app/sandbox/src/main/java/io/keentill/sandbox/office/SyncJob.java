package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Customers;
import io.keentill.sandbox.shop.Invoices;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A synchronisation: the foreign clients and their bills within the look-back become customers and invoices, through the
 * API's own upserts. A bill needs a mapped product; one without fails alone and can be tried again after mapping.
 */
final class SyncJob {
    /** The kind of stored jobs. */
    static final String JOB = "integration_job";

    private static final Endpoint CUSTOMER =
            Inside.endpoint(Customers.customers(), "PUT", "/customers/external/{source}/{id}");
    private static final Endpoint INVOICE =
            Inside.endpoint(Invoices.invoices(), "PUT", "/invoices/external/{source}/{externalId}");
    private static final Endpoint FINALIZE = Inside.endpoint(Invoices.invoices(), "POST", "/invoices/{id}/finalize");
    private static final Endpoint PAY = Inside.endpoint(Invoices.invoices(), "POST", "/invoices/{id}/pay");

    private SyncJob() {}

    /** Starts a synchronisation and gives its id; the caller stores the integration. */
    static String start(Work work, ObjectNode integration, String jobType, boolean full) {
        ObjectNode job = Json.object().put("id", work.ids().uuid());
        job.put("integrationId", Json.need(integration, "id"))
                .put("jobType", jobType)
                .put("full", full);
        Due.at(job, work.now().plus(Due.STEP));
        work.insert(JOB, job);
        integration.put("status", "syncing");
        return Json.need(job, "id");
    }

    /** Runs a job that is due. */
    static void step(Work work, ObjectNode job) {
        Due.never(job);
        ObjectNode integration = work.find(Integrations.INTEGRATION, Json.need(job, "integrationId"));
        if (integration == null || !Json.yes(integration, "isActive")) {
            return;
        }
        Provider provider = Provider.of(Json.need(integration, "provider"));
        boolean full = Json.yes(job, "full");
        String jobType = Json.need(job, "jobType");
        Tally customers = new Tally();
        for (Provider.Patron patron : provider.patrons()) {
            if (full || !SyncLogs.succeeded(work, integration, "customers", patron.id())) {
                customers.add(attempt(work, integration, "customers", patron.id(), jobType));
            }
        }
        Tally invoices = new Tally();
        for (Provider.Bill bill : provider.bills()) {
            boolean due = bill.daysOld() <= Json.whole(integration, "_invoice_lookback_days");
            if (due && (full || !SyncLogs.succeeded(work, integration, "invoices", bill.id()))) {
                invoices.add(attempt(work, integration, "invoices", bill.id(), jobType));
            }
        }
        customers.tell(work, provider, "customers");
        invoices.tell(work, provider, "invoices");
        integration.put("status", "connected").put("lastSyncAt", work.nowText());
        integration.put("lastSyncError", invoices.error == null ? customers.error : invoices.error);
        Integrations.save(work, integration);
    }

    /** Brings one foreign object over and gives the log of that. */
    static ObjectNode attempt(Work work, ObjectNode integration, String type, String id, String jobType) {
        Provider provider = Provider.of(Json.need(integration, "provider"));
        String problem = null;
        try {
            Inside.whole(work, () -> {
                if (type.equals("customers")) {
                    customer(work, provider, id);
                } else {
                    invoice(work, integration, provider, id);
                }
                return id;
            });
        } catch (Refusal refusal) {
            problem = refusal.said();
        }
        return SyncLogs.write(work, integration, type, id, jobType, problem);
    }

    private static void customer(Work work, Provider provider, String id) {
        Provider.Patron patron = provider.patrons().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("client", id));
        ObjectNode body = Json.object().put("email", patron.email()).put("name", patron.name());
        Inside.run(work, CUSTOMER, Map.of("source", provider.word(), "id", id), body);
    }

    private static void invoice(Work work, ObjectNode integration, Provider provider, String id) {
        Provider.Bill bill = provider.bills().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("bill", id));
        Optional<ObjectNode> mapping = Mappings.of(work, provider).stream()
                .filter(each -> bill.item().id().equals(Json.text(each, "externalId")))
                .findFirst();
        if (mapping.isEmpty()) {
            throw Refusal.notNow("No product is mapped to " + bill.item().id() + ".");
        }
        ObjectNode body = Json.object().put("currency", Json.need(integration, "_currency"));
        body.putObject("customer_external_ref")
                .put("source", provider.word())
                .put("id", bill.patron().id());
        LocalDate date = LocalDate.ofInstant(work.now().minus(Duration.ofDays(bill.daysOld())), ZoneOffset.UTC);
        body.put("invoice_date", date.toString())
                .put("due_date", date.plusDays(14).toString());
        body.putArray("line_items")
                .addObject()
                .put("description", bill.item().name())
                .put("quantity", bill.quantity())
                .put("unit_amount_minor", bill.item().price())
                .put("product_id", Json.need(mapping.get(), "internalId"));
        Map<String, String> path = Map.of("source", provider.word(), "externalId", id);
        ObjectNode invoice = Inside.run(work, INVOICE, path, body);
        if (Json.yes(integration, "_auto_send_invoices") && "draft".equals(Json.text(invoice, "status"))) {
            Map<String, String> named = Map.of("id", Json.need(invoice, "id"));
            Inside.run(work, FINALIZE, named, Json.object());
            String method = Mappings.method(integration, bill.paidBy());
            if (method != null) {
                Inside.run(work, PAY, named, Json.object().put("payment_method", method));
            }
        }
    }

    /** What became of the objects of one type. */
    private static final class Tally {
        private int done;
        private @org.jspecify.annotations.Nullable String error;

        void add(ObjectNode log) {
            done++;
            String problem = Json.text(log, "error");
            error = problem == null ? error : problem;
        }

        void tell(Work work, Provider provider, String type) {
            SyncStates.tell(work, provider.word(), type, done, error);
        }
    }
}
