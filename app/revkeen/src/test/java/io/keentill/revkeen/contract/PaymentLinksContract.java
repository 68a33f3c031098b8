package io.keentill.revkeen.contract;

import io.keentill.revkeen.paymentlinks.LinkInterval;
import io.keentill.revkeen.paymentlinks.LinkPriceRequest;
import io.keentill.revkeen.paymentlinks.LinkProductRequest;
import io.keentill.revkeen.paymentlinks.LinkRecurringRequest;
import io.keentill.revkeen.paymentlinks.LinkState;
import io.keentill.revkeen.paymentlinks.LinkTaxBehavior;
import io.keentill.revkeen.paymentlinks.PaymentLink;
import io.keentill.revkeen.paymentlinks.PaymentLinkLineRequest;
import io.keentill.revkeen.paymentlinks.PaymentLinkMode;
import io.keentill.revkeen.paymentlinks.PaymentLinkQuery;
import io.keentill.revkeen.paymentlinks.PaymentLinkRequest;
import io.keentill.revkeen.paymentlinks.PaymentLinkStatus;
import io.keentill.revkeen.paymentlinks.SelectionMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Payment links (section B.12). */
final class PaymentLinksContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /payment-links", w -> w.client().paymentLinks().create(request())),
                on(
                        "POST /payment-links",
                        "of lines with prices of their own",
                        w -> w.client().paymentLinks().create(lines(w))),
                on("POST /payment-links", "with every other member", w -> {
                    String product = w.product().id();
                    return w.client()
                            .paymentLinks()
                            .create(PaymentLinkRequest.of()
                                    .withProductIds(List.of(product))
                                    .withName("Tea box")
                                    .withSlug(w.fresh("tea-box"))
                                    .withMode(PaymentLinkMode.CUSTOM)
                                    .withAmountMinor(1200L)
                                    .withCurrency("GBP")
                                    .withSuccessUrl("https://shop.example/paid?{PAYMENT_ID}")
                                    .withCancelUrl("https://shop.example/back")
                                    .withRedirectUrl("https://shop.example/")
                                    .withCollectShipping(true)
                                    .withAllowPromotionCodes(false)
                                    .withTaxBehavior(LinkTaxBehavior.INCLUSIVE)
                                    .withMetadata(Map.of("shelf", "2"))
                                    .withExpiresAt(w.now().plus(Duration.ofDays(1)))
                                    .withSelectionMode(SelectionMode.SINGLE_SELECT)
                                    .withDefaultProductId(product)
                                    .withHighlightedProductId(product)
                                    .withIdempotencyKey(w.fresh("link")));
                }),
                on(
                        "POST /payment-links",
                        "to pay an invoice",
                        w -> w.client()
                                .paymentLinks()
                                .create(PaymentLinkRequest.of()
                                        .withMode(PaymentLinkMode.INVOICE)
                                        .withInvoiceId(w.openInvoice().id()))),
                on(
                        "POST /payment-links",
                        "of lines at stored prices",
                        w -> w.client()
                                .paymentLinks()
                                .create(PaymentLinkRequest.of()
                                        .withLineItems(List.of(PaymentLinkLineRequest.ofPrice(Plans.price(w)))))),
                on(
                        "POST /payment-links",
                        "for a subscription",
                        w -> w.client()
                                .paymentLinks()
                                .create(PaymentLinkRequest.of()
                                        .withMode(PaymentLinkMode.SUBSCRIPTION)
                                        .withSubscriptionId(Plans.active(w).id()))),
                on("GET /payment-links", w -> {
                    link(w);
                    return w.client().paymentLinks().list(PaymentLinkQuery.any());
                }),
                on("GET /payment-links", "with every filter", w -> {
                    String name = w.fresh("box");
                    PaymentLink link = w.client()
                            .paymentLinks()
                            .create(request().withName(name))
                            .send()
                            .orThrow();
                    return w.client()
                            .paymentLinks()
                            .list(PaymentLinkQuery.any()
                                    .withStatus(PaymentLinkStatus.ACTIVE)
                                    .withMode(link.mode().known().orElseThrow())
                                    .withSearch(name));
                }),
                on("GET /payment-links/{id}", w -> w.client().paymentLinks().get(link(w).id())),
                on(
                        "GET /payment-links/{id}",
                        "by its public id",
                        w -> w.client().paymentLinks().get(link(w).publicId())),
                on(
                        "PATCH /payment-links/{id}/status",
                        w -> w.client().paymentLinks().setStatus(link(w).id(), LinkState.INACTIVE)),
                on(
                        "POST /payment-links/{id}/expire",
                        w -> w.client().paymentLinks().expire(link(w).id(), "sold out")),
                on("POST /payment-links/{id}/activate", w -> {
                    String id = link(w).id();
                    w.client()
                            .paymentLinks()
                            .setStatus(id, LinkState.INACTIVE)
                            .send()
                            .orThrow();
                    return w.client().paymentLinks().activate(id);
                }),
                on(
                        "POST /payment-links/{id}/deactivate",
                        w -> w.client().paymentLinks().deactivate(link(w).id())),
                on(
                        "POST /payment-links/{id}/archive",
                        w -> w.client().paymentLinks().archive(link(w).id())));
    }

    private static PaymentLinkRequest request() {
        return PaymentLinkRequest.of().withName("Tea").withAmountMinor(350L).withCurrency("GBP");
    }

    private static PaymentLinkRequest lines(World w) {
        LinkProductRequest tin = LinkProductRequest.of("Tin of tea")
                .withDescription("100 g")
                .withImages(List.of("https://shop.example/tin.png"))
                .withMetadata(Map.of("shelf", "2"));
        LinkPriceRequest monthly = LinkPriceRequest.of(450)
                .withCurrency("GBP")
                .withProductData(tin)
                .withRecurring(LinkRecurringRequest.of(LinkInterval.MONTH).withIntervalCount(2L))
                .withTaxBehavior(LinkTaxBehavior.EXCLUSIVE);
        return PaymentLinkRequest.of()
                .withCurrency("GBP")
                .withLineItems(List.of(PaymentLinkLineRequest.ofPriceData(monthly)
                        .withQuantity(2L)
                        .withMerchantReference(w.fresh("line"))));
    }

    private static PaymentLink link(World w) {
        return w.client().paymentLinks().create(request()).send().orThrow();
    }
}
