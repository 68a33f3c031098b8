package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment link (section B.12). No reply tells the address that customers pay at.
 *
 * @param id uuid
 * @param merchantId whose it is
 * @param publicId names it in paths, too
 * @param name what people read
 * @param slug its word in addresses
 * @param mode what it is for
 * @param status where it stands
 * @param amountMinor minor units of {@code currency}; null when the customer or the lines decide
 * @param currency ISO 4217, in either letter case
 * @param invoiceId the invoice that it pays
 * @param subscriptionId the subscription that it starts or pays
 * @param productIds the products offered
 * @param lineItems what is sold, in order
 * @param successUrl where a paid customer goes
 * @param cancelUrl where one who gives up goes
 * @param redirectUrl where either goes
 * @param collectShipping whether an address for delivery is asked for
 * @param allowPromotionCodes whether discount codes are taken
 * @param taxBehavior whether prices contain the tax
 * @param metadata free
 * @param expiresAt null when it does not expire
 * @param selectionMode whether customers choose
 * @param defaultProductId chosen to begin with
 * @param highlightedProductId shown first
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentLink(
        String id,
        String merchantId,
        String publicId,
        String name,
        @Nullable String slug,
        OpenEnum<PaymentLinkMode> mode,
        OpenEnum<PaymentLinkStatus> status,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable String invoiceId,
        @Nullable String subscriptionId,
        List<String> productIds,
        List<PaymentLinkLine> lineItems,
        @Nullable String successUrl,
        @Nullable String cancelUrl,
        @Nullable String redirectUrl,
        boolean collectShipping,
        boolean allowPromotionCodes,
        @Nullable OpenEnum<LinkTaxBehavior> taxBehavior,
        Map<String, Object> metadata,
        @Nullable Instant expiresAt,
        @Nullable OpenEnum<SelectionMode> selectionMode,
        @Nullable String defaultProductId,
        @Nullable String highlightedProductId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static PaymentLink read(Fields f) {
        return new PaymentLink(
                f.needText("id"),
                f.textOr("merchant_id", ""),
                f.textOr("public_id", ""),
                f.textOr("name", ""),
                f.text("slug"),
                f.needWord("mode", PaymentLinkMode.class),
                f.needWord("status", PaymentLinkStatus.class),
                f.number("amount_minor"),
                f.text("currency"),
                f.text("invoice_id"),
                f.text("subscription_id"),
                f.texts("product_ids"),
                f.list("line_items", PaymentLinkLine::read),
                f.text("success_url"),
                f.text("cancel_url"),
                f.text("redirect_url"),
                f.flagOr("collect_shipping", false),
                f.flagOr("allow_promotion_codes", false),
                f.word("tax_behavior", LinkTaxBehavior.class),
                f.map("metadata"),
                f.time("expires_at"),
                f.word("selection_mode", SelectionMode.class),
                f.text("default_product_id"),
                f.text("highlighted_product_id"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
