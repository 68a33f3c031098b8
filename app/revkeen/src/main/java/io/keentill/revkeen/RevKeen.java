package io.keentill.revkeen;

import io.keentill.revkeen.analytics.Analytics;
import io.keentill.revkeen.automations.Automations;
import io.keentill.revkeen.billing.Billing;
import io.keentill.revkeen.charges.Charges;
import io.keentill.revkeen.checkout.CheckoutSessions;
import io.keentill.revkeen.connector.ConnectorChannel;
import io.keentill.revkeen.connector.ConnectorListener;
import io.keentill.revkeen.connector.ConnectorSettings;
import io.keentill.revkeen.connector.WebSocketConnector;
import io.keentill.revkeen.creditnotes.CreditNotes;
import io.keentill.revkeen.customers.Customers;
import io.keentill.revkeen.discounts.Discounts;
import io.keentill.revkeen.disputes.Disputes;
import io.keentill.revkeen.entitlements.Entitlements;
import io.keentill.revkeen.events.Events;
import io.keentill.revkeen.exports.Exports;
import io.keentill.revkeen.externalsync.ExternalSync;
import io.keentill.revkeen.finance.Finance;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Target;
import io.keentill.revkeen.http.Transport;
import io.keentill.revkeen.imports.Imports;
import io.keentill.revkeen.integrations.Integrations;
import io.keentill.revkeen.invoices.Invoices;
import io.keentill.revkeen.messages.Messages;
import io.keentill.revkeen.orders.Orders;
import io.keentill.revkeen.paymentattempts.PaymentAttempts;
import io.keentill.revkeen.paymentintents.PaymentIntents;
import io.keentill.revkeen.paymentlinks.PaymentLinks;
import io.keentill.revkeen.paymentmethods.PaymentMethods;
import io.keentill.revkeen.payments.Payments;
import io.keentill.revkeen.payouts.Payouts;
import io.keentill.revkeen.portal.CustomerPortal;
import io.keentill.revkeen.prices.Prices;
import io.keentill.revkeen.products.Products;
import io.keentill.revkeen.refunds.Refunds;
import io.keentill.revkeen.schedules.SubscriptionSchedules;
import io.keentill.revkeen.setupintents.SetupIntents;
import io.keentill.revkeen.subscriptions.SubscriptionItems;
import io.keentill.revkeen.subscriptions.Subscriptions;
import io.keentill.revkeen.taxrates.TaxRates;
import io.keentill.revkeen.terminal.TerminalDevices;
import io.keentill.revkeen.terminal.TerminalPayments;
import io.keentill.revkeen.transactions.Transactions;
import io.keentill.revkeen.usage.CustomerMeters;
import io.keentill.revkeen.usage.Meters;
import io.keentill.revkeen.usage.Usage;
import io.keentill.revkeen.voids.Voids;
import io.keentill.revkeen.webhooks.WebhookDeliveries;
import io.keentill.revkeen.webhooks.WebhookEndpoints;

/**
 * The RevKeen API. Safe for use by many threads; one per key is enough, since all calls share its rate limit and its
 * connections.
 */
public final class RevKeen implements AutoCloseable {
    private static final String LIVE = "https://api.revkeen.com/v2";
    private static final String STAGING = "https://staging-api.revkeen.com/v2";

    private final Transport transport;
    private final Caller caller;

    private RevKeen(Transport transport) {
        this.transport = transport;
        this.caller = new Caller(transport);
    }

    /** Production, real money; takes only keys that begin with {@code rk_live_}. */
    public static RevKeen live(String key) {
        return at(LIVE, key);
    }

    /** {@link #live(String)} with options. */
    public static RevKeen live(String key, RevKeenOptions options) {
        return at(LIVE, key, options);
    }

    /** {@link #staging(String)} with options. */
    public static RevKeen staging(String key, RevKeenOptions options) {
        return at(STAGING, key, options);
    }

    /** RevKeen's test environment; takes only keys that begin with {@code rk_sandbox_}. */
    public static RevKeen staging(String key) {
        return at(STAGING, key);
    }

    /** {@link #at(String, String, RevKeenOptions)} with the default options. */
    public static RevKeen at(String baseUrl, String key) {
        return at(baseUrl, key, RevKeenOptions.defaults());
    }

    /**
     * A server of one's choice. A server on this machine takes any key; RevKeen's hosts take the keys of their
     * environment; any other host must be allowed by {@link RevKeenOptions#trustCustomHost()}.
     *
     * @param baseUrl up to and with {@code /v2}
     * @throws IllegalArgumentException with a sentence for people, never with the key, when URL and key do not fit
     */
    public static RevKeen at(String baseUrl, String key, RevKeenOptions options) {
        return new RevKeen(new Transport(Target.check(baseUrl, key, options.trustCustomHost()), options));
    }

    /** Production with the tokens of an OAuth client instead of a key. */
    public static RevKeen live(OAuthClient client, RevKeenOptions options) {
        return at(LIVE, client, options);
    }

    /** RevKeen's test environment with the tokens of an OAuth client instead of a key. */
    public static RevKeen staging(OAuthClient client, RevKeenOptions options) {
        return at(STAGING, client, options);
    }

    /** A server of one's choice with the tokens of an OAuth client instead of a key; hosts are checked as for keys. */
    public static RevKeen at(String baseUrl, OAuthClient client, RevKeenOptions options) {
        return new RevKeen(new Transport(Target.checkHost(baseUrl, options.trustCustomHost()), client, options));
    }

    /** How many requests this server takes: the one of the options, or the environment's own. */
    public RateLimit rateLimit() {
        return transport.rateLimit();
    }

    /** Orders. */
    public Orders orders() {
        return new Orders(caller);
    }

    /** Products. */
    public Products products() {
        return new Products(caller);
    }

    /** Prices. */
    public Prices prices() {
        return new Prices(caller);
    }

    /** Tax rates. */
    public TaxRates taxRates() {
        return new TaxRates(caller);
    }

    /** Discount codes. */
    public Discounts discounts() {
        return new Discounts(caller);
    }

    /** Customers. */
    public Customers customers() {
        return new Customers(caller);
    }

    /** Invoices. */
    public Invoices invoices() {
        return new Invoices(caller);
    }

    /** Credit notes. */
    public CreditNotes creditNotes() {
        return new CreditNotes(caller);
    }

    /** Stored payment methods. */
    public PaymentMethods paymentMethods() {
        return new PaymentMethods(caller);
    }

    /** Attempts to store a payment method. */
    public SetupIntents setupIntents() {
        return new SetupIntents(caller);
    }

    /** Money movements. */
    public Payments payments() {
        return new Payments(caller);
    }

    /** One-off charges of stored methods. */
    public Charges charges() {
        return new Charges(caller);
    }

    /** Hosted payment pages. */
    public CheckoutSessions checkoutSessions() {
        return new CheckoutSessions(caller);
    }

    /** Cardholders' complaints. */
    public Disputes disputes() {
        return new Disputes(caller);
    }

    /** What customers may use. */
    public Entitlements entitlements() {
        return new Entitlements(caller);
    }

    /** Payments under way. */
    public PaymentIntents paymentIntents() {
        return new PaymentIntents(caller);
    }

    /** Links that customers pay at. */
    public PaymentLinks paymentLinks() {
        return new PaymentLinks(caller);
    }

    /** Money on its way to the bank. */
    public Payouts payouts() {
        return new Payouts(caller);
    }

    /** What customers see of their own. */
    public CustomerPortal customerPortal() {
        return new CustomerPortal(caller);
    }

    /** Attempts at payments, which tie a checkout session to its payment. */
    public PaymentAttempts paymentAttempts() {
        return new PaymentAttempts(caller);
    }

    /** Money given back. */
    public Refunds refunds() {
        return new Refunds(caller);
    }

    /** The ledger of every movement. */
    public Transactions transactions() {
        return new Transactions(caller);
    }

    /** Payments undone before they settle. */
    public Voids voids() {
        return new Voids(caller);
    }

    /** Terminals and their connectors. */
    public TerminalDevices terminalDevices() {
        return new TerminalDevices(caller);
    }

    /** Payments on terminals. */
    public TerminalPayments terminalPayments() {
        return new TerminalPayments(caller);
    }

    /** What happened. */
    public Events events() {
        return new Events(caller);
    }

    /** Figures about the shop. */
    public Analytics analytics() {
        return new Analytics(caller);
    }

    /** Income and balances. */
    public Finance finance() {
        return new Finance(caller);
    }

    /** Messages to customers. */
    public Messages messages() {
        return new Messages(caller);
    }

    /** Automations and their runs. */
    public Automations automations() {
        return new Automations(caller);
    }

    /** Connections with other systems. */
    public Integrations integrations() {
        return new Integrations(caller);
    }

    /** How far other systems have synchronised. */
    public ExternalSync externalSync() {
        return new ExternalSync(caller);
    }

    /** Imports from files. */
    public Imports imports() {
        return new Imports(caller);
    }

    /** Exports into files. */
    public Exports exports() {
        return new Exports(caller);
    }

    /** Where events are delivered to. */
    public WebhookEndpoints webhookEndpoints() {
        return new WebhookEndpoints(caller);
    }

    /** Events on their way. */
    public WebhookDeliveries webhookDeliveries() {
        return new WebhookDeliveries(caller);
    }

    /** Subscriptions. */
    public Subscriptions subscriptions() {
        return new Subscriptions(caller);
    }

    /** The parts of subscriptions. */
    public SubscriptionItems subscriptionItems() {
        return new SubscriptionItems(caller);
    }

    /** How subscriptions change over time. */
    public SubscriptionSchedules subscriptionSchedules() {
        return new SubscriptionSchedules(caller);
    }

    /** Billing dates worked out before anything is sold. */
    public Billing billing() {
        return new Billing(caller);
    }

    /** What is counted, and what it costs. */
    public Meters meters() {
        return new Meters(caller);
    }

    /** Usage events and the balance they make. */
    public Usage usage() {
        return new Usage(caller);
    }

    /** What customers used. */
    public CustomerMeters customerMeters() {
        return new CustomerMeters(caller);
    }

    /** Sends exactly these bytes, once; the value is the reply's body as received. For an outbox. */
    public ApiResult<byte[]> send(FrozenRequest request) {
        return caller.sendRaw(request);
    }

    /** The connector channel of this server, not yet started. Close it before this. */
    public ConnectorChannel connector(ConnectorSettings settings, ConnectorListener listener) {
        InProcessServer near = transport.options().inProcess();
        return near == null
                ? new WebSocketConnector(transport, settings, listener)
                : near.connector(settings, listener);
    }

    /** Ends running calls and lets go of connections and threads. */
    @Override
    public void close() {
        transport.close();
    }

    /** The base URL; never the key. */
    @Override
    public String toString() {
        return "RevKeen at " + transport;
    }
}
