package io.keentill.revkeen.integrations;

import io.keentill.revkeen.Acknowledgement;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connections with other systems (section B.31). A provider is {@code practicehub}, {@code wodify} or {@code terminal}. */
public final class Integrations {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Integrations(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /integrations}, scope integrations:read; 401. */
    @Endpoint("GET /integrations")
    public Listing<Integration> list() {
        return caller.list(Paths.of("integrations"), new Paths.Query(), Envelope.WHOLE, Integration::read);
    }

    /** {@code GET /integrations/{provider}}, scope integrations:read; empty when there is none; 401. */
    @Endpoint("GET /integrations/{provider}")
    public ApiResult<Optional<Integration>> get(String provider) {
        return caller.getWhole(Paths.of("integrations", provider), new Paths.Query(), Integrations::maybe);
    }

    /** {@code POST /integrations/{provider}/activate}, scope integrations:write; 400, 401 when the other system refuses the credentials, 409. */
    @Endpoint("POST /integrations/{provider}/activate")
    public ApiCall<Integration> activate(String provider, ActivationRequest request) {
        return caller.prepare(
                "POST", Paths.of("integrations", provider, "activate"), Body.of(request), Integration::read);
    }

    /** {@code POST /integrations/{provider}/deactivate}, scope integrations:write; 404. */
    @Endpoint("POST /integrations/{provider}/deactivate")
    public ApiCall<Deactivation> deactivate(String provider, boolean deleteCredentials) {
        return caller.prepare(
                "POST",
                Paths.of("integrations", provider, "deactivate"),
                new Body().put("deleteCredentials", deleteCredentials),
                Deactivation::read);
    }

    /** {@code POST /integrations/{provider}/test}, scope integrations:write; 401. */
    @Endpoint("POST /integrations/{provider}/test")
    public ApiCall<CredentialCheck> test(String provider, Credentials credentials) {
        return caller.prepare(
                "POST",
                Paths.of("integrations", provider, "test"),
                new Body().put("credentials", credentials),
                CredentialCheck::read);
    }

    /** {@code POST /integrations/{provider}/sync}, scope integrations:write; 400. */
    @Endpoint("POST /integrations/{provider}/sync")
    public ApiCall<SyncJob> sync(String provider, boolean fullResync) {
        return caller.prepare(
                "POST",
                Paths.of("integrations", provider, "sync"),
                new Body().put("fullResync", fullResync),
                SyncJob::read);
    }

    /** {@code PUT /integrations/{provider}/status}, scope integrations:write; 404. */
    @Endpoint("PUT /integrations/{provider}/status")
    public ApiCall<Acknowledgement> setStatus(
            String provider, IntegrationStatus status, @Nullable String lastSyncError) {
        return caller.prepare(
                "PUT",
                Paths.of("integrations", provider, "status"),
                new Body().put("status", status).put("lastSyncError", lastSyncError),
                Acknowledgement::read);
    }

    /** {@code PUT /integrations/{provider}/sync-toggle}, scope integrations:write; 404. */
    @Endpoint("PUT /integrations/{provider}/sync-toggle")
    public ApiCall<Acknowledgement> setSyncEnabled(String provider, boolean enabled) {
        return caller.prepare(
                "PUT",
                Paths.of("integrations", provider, "sync-toggle"),
                new Body().put("enabled", enabled),
                Acknowledgement::read);
    }

    /** {@code PUT /integrations/{provider}/sync-interval}, scope integrations:write; 404. */
    @Endpoint("PUT /integrations/{provider}/sync-interval")
    public ApiCall<Acknowledgement> setSyncInterval(String provider, long minutes) {
        return caller.prepare(
                "PUT",
                Paths.of("integrations", provider, "sync-interval"),
                new Body().put("syncIntervalMinutes", minutes),
                Acknowledgement::read);
    }

    /** {@code PUT /integrations/{provider}/invoice-lookback}, scope integrations:write; 404. */
    @Endpoint("PUT /integrations/{provider}/invoice-lookback")
    public ApiCall<Acknowledgement> setInvoiceLookback(String provider, long days) {
        return caller.prepare(
                "PUT",
                Paths.of("integrations", provider, "invoice-lookback"),
                new Body().put("invoiceLookbackDays", days),
                Acknowledgement::read);
    }

    /** {@code PUT /integrations/{provider}/auto-send-invoices}, scope integrations:write; 404. */
    @Endpoint("PUT /integrations/{provider}/auto-send-invoices")
    public ApiCall<Acknowledgement> setAutoSendInvoices(String provider, boolean autoSend) {
        return caller.prepare(
                "PUT",
                Paths.of("integrations", provider, "auto-send-invoices"),
                new Body().put("autoSendInvoices", autoSend),
                Acknowledgement::read);
    }

    /** {@code PUT /integrations/{provider}/payment-mappings}, scope integrations:write; 404. */
    @Endpoint("PUT /integrations/{provider}/payment-mappings")
    public ApiCall<Acknowledgement> setPaymentMappings(String provider, List<PaymentMapping> mappings) {
        return caller.prepare(
                "PUT",
                Paths.of("integrations", provider, "payment-mappings"),
                new Body().put("mappings", mappings),
                Acknowledgement::read);
    }

    /** What can be mapped onto our products. */
    public IntegrationMappings mappings() {
        return new IntegrationMappings(caller);
    }

    /** How synchronising goes. */
    public IntegrationSync syncing() {
        return new IntegrationSync(caller);
    }

    private static Optional<Integration> maybe(Fields top) {
        return Optional.ofNullable(top.object("data")).map(Integration::read);
    }
}
