package io.keentill.device.weblink;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** WebLink's operations, each sent once. The caller decides what a missing answer means. */
final class Calls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Wire wire;
    private final Pairings pairings;

    Calls(Wire wire, Pairings pairings) {
        this.wire = wire;
        this.pairings = pairings;
    }

    /** {@code GET /info}. */
    Reply info(Pairings.Paired paired) {
        return wire.send("GET", "/info", null, paired.token());
    }

    /** {@code GET /status}. */
    Reply status(Pairings.Paired paired) {
        return wire.send("GET", "/status?tid=" + paired.serial(), null, paired.token());
    }

    /** {@code GET /pair}: the one call without a token. */
    Reply pair(String code, String serial) {
        return wire.send("GET", "/pair?pairingCode=" + encoded(code) + "&tid=" + encoded(serial), null, null);
    }

    /** {@code POST /transaction}: starts one. */
    Reply start(
            Pairings.Paired paired,
            PaymentKind kind,
            Money amount,
            String reference,
            String uti,
            @Nullable CardDetails of) {
        ObjectNode body = JSON.createObjectNode();
        body.put("transType", WireType.of(kind));
        body.put("amountTrans", amount.minor()).put("amountGratuity", 0).put("amountCashback", 0);
        body.put("transCurrencyCode", amount.currency().getCurrencyCode());
        body.put("reference", WireType.reference(reference));
        body.put("language", "en_GB");
        body.put("uti", uti);
        if (of != null && of.rrn() != null) {
            body.put("retrievalReferenceNumber", of.rrn());
        }
        String path = "/transaction?tid=" + paired.serial() + "&disablePrinting=true&silent=false";
        return wire.send("POST", path, body.toString(), paired.token());
    }

    /** {@code GET /transaction}: how it stands. */
    Reply poll(Pairings.Paired paired, String uti) {
        return wire.send("GET", "/transaction?tid=" + paired.serial() + "&uti=" + encoded(uti), null, paired.token());
    }

    /** {@code DELETE /transaction}: asks the terminal to stop. */
    Reply cancel(Pairings.Paired paired) {
        return wire.send("DELETE", "/transaction?tid=" + paired.serial(), null, paired.token());
    }

    /** {@code GET /reports}: XReport, ZReport or STATUS_CHECK. */
    Reply report(Pairings.Paired paired, String type) {
        return wire.send("GET", "/reports?tid=" + paired.serial() + "&reportType=" + type, null, paired.token());
    }

    /** {@code GET /historyReports}. */
    Reply history(Pairings.Paired paired) {
        String path = "/historyReports?tid=" + paired.serial() + "&disablePrinting=true";
        return wire.send("GET", path, null, paired.token());
    }

    /** What was agreed in pairing. */
    Pairings pairings() {
        return pairings;
    }

    /** Forgets the terminal's certificate. */
    void forget() throws IOException {
        wire.forget();
    }

    /** Hangs up. */
    void close() {
        wire.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
