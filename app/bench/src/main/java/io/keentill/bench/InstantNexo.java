package io.keentill.bench;

import io.keentill.device.nexo.message.Envelope;
import io.keentill.device.nexo.message.Json;
import io.keentill.device.nexo.message.NexoKey;
import io.keentill.device.nexo.message.UntrustedMessage;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Speaks nexo, sealed: every sale is approved. Opening and sealing on this side is part of the bare exchange, too. */
final class InstantNexo extends InstantHttp {

    static final String PASSPHRASE = "a passphrase for measuring";
    static final String IDENTIFIER = "key";
    static final int VERSION = 1;

    private static final NexoKey KEY = new NexoKey(PASSPHRASE, IDENTIFIER, VERSION);

    private final SplittableRandom random = new SplittableRandom(1);

    @Override
    byte[] body(String request, byte[] sent) {
        JsonNode asked;
        try {
            asked = Envelope.open(Json.read(sent), KEY).path("SaleToPOIRequest");
        } catch (UntrustedMessage e) {
            throw new IllegalStateException("The driver sent what nobody can read", e);
        }
        ObjectNode message = Json.object();
        ObjectNode root = message.putObject("SaleToPOIResponse");
        ObjectNode header = (ObjectNode) asked.path("MessageHeader").deepCopy();
        root.set("MessageHeader", header.put("MessageType", "Response"));
        ObjectNode answer = root.putObject("PaymentResponse");
        answer.putObject("Response").put("Result", "Success");
        answer.putObject("SaleData")
                .set(
                        "SaleTransactionID",
                        asked.path("PaymentRequest").path("SaleData").path("SaleTransactionID"));
        answer.putObject("POIData").putObject("POITransactionID").put("TransactionID", "KT1.1234567890");
        ObjectNode result = answer.putObject("PaymentResult");
        result.putObject("AmountsResp").put("Currency", "GBP").put("AuthorizedAmount", 10);
        ObjectNode card = result.putObject("PaymentInstrumentData").putObject("CardData");
        card.put("MaskedPan", "476173 **** 0042")
                .put("PaymentBrand", "visa")
                .putArray("EntryMode")
                .add("ICC");
        result.putObject("PaymentAcquirerData").put("ApprovalCode", "611532");
        return Json.bytes(Envelope.seal(message, KEY, random));
    }
}
