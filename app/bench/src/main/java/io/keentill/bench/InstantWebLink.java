package io.keentill.bench;

import java.nio.charset.StandardCharsets;

/** Speaks WebLink: every sale is approved when it is first asked for. */
final class InstantWebLink extends InstantHttp {

    private static final String UTI = "uti=";

    @Override
    byte[] body(String request, byte[] sent) {
        String uti = request.startsWith("GET") && request.contains(UTI)
                ? request.substring(request.indexOf(UTI) + UTI.length())
                : "";
        String json = uti.isEmpty()
                ? "{\"transType\":\"SALE\",\"amountTrans\":1000,\"amountGratuity\":0,\"amountCashback\":0}"
                : "{\"uti\":\"" + uti + "\",\"transType\":\"SALE\",\"transApproved\":true,\"transCancelled\":false,"
                        + "\"amountTrans\":1000,\"transCurrencyCode\":\"GBP\",\"cardPan\":\"************0042\","
                        + "\"cardScheme\":\"VISA DEBIT\",\"cardType\":\"EMV\",\"cvmPinVerified\":true,"
                        + "\"authorisationCode\":\"611532\",\"responseCode\":\"00\","
                        + "\"retrievalReferenceNumber\":\"410813655763\",\"stan\":\"000008\",\"receiptNumber\":\"8\","
                        + "\"terminalId\":\"68001234\",\"emvAId\":\"A0000000031010\",\"emvTvr\":\"0000008000\","
                        + "\"merchantReceipt\":[\"SHOP\",\"SALE GBP 10.00\",\"APPROVED\"],"
                        + "\"cardholderReceipt\":[\"SHOP\",\"SALE GBP 10.00\",\"APPROVED\"],"
                        + "\"Statuses\":\"[{\\\"statusDescription\\\":\\\"Finished\\\",\\\"statusValue\\\":11}]\"}";
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
