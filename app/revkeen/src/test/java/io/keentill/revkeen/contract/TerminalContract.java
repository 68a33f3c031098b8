package io.keentill.revkeen.contract;

import io.keentill.revkeen.terminal.DeviceStatus;
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import java.util.List;

/** Terminals and payments on them (sections B.2, B.3). */
final class TerminalContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /terminal-devices", w -> {
                    w.terminal().device();
                    return w.client().terminalDevices().list(null, null);
                }),
                on("GET /terminal-devices", "with every filter", w -> {
                    w.terminal().device();
                    return w.client().terminalDevices().list(DeviceStatus.ONLINE, true);
                }),
                on(
                        "GET /terminal-devices/{id}",
                        w -> w.client().terminalDevices().get(w.terminal().device())),
                on("POST /terminal-payments", w -> {
                    w.terminal().cancelOpen();
                    return w.client()
                            .terminalPayments()
                            .create(TerminalPaymentRequest.of(w.terminal().device(), 1250, "GBP"));
                }),
                on("POST /terminal-payments", "with every member", w -> {
                    w.terminal().cancelOpen();
                    return w.client()
                            .terminalPayments()
                            .create(TerminalPaymentRequest.of(w.terminal().device(), 360, "GBP")
                                    .withInvoiceId(w.openInvoice().id())
                                    .withReference(w.fresh("T")));
                }),
                on("GET /terminal-payments", w -> {
                    w.terminal().openPayment();
                    return w.client().terminalPayments().list(TerminalPaymentQuery.any());
                }),
                on("GET /terminal-payments", "with every filter", w -> {
                    w.terminal().cancelOpen();
                    var invoice = w.openInvoice();
                    w.client()
                            .terminalPayments()
                            .create(TerminalPaymentRequest.of(w.terminal().device(), 360, "GBP")
                                    .withInvoiceId(invoice.id()))
                            .send()
                            .orThrow();
                    return w.client()
                            .terminalPayments()
                            .list(TerminalPaymentQuery.any()
                                    .withInvoiceId(invoice.id())
                                    .withStatus(TerminalPaymentStatus.REQUESTED)
                                    .withType(TerminalPaymentType.SALE)
                                    .withDeviceId(w.terminal().device()));
                }),
                on(
                        "GET /terminal-payments/{id}",
                        w -> w.client()
                                .terminalPayments()
                                .get(w.terminal().approvedPayment().id())),
                on(
                        "POST /terminal-payments/{id}/cancel",
                        w -> w.client()
                                .terminalPayments()
                                .cancel(w.terminal().openPayment().id())),
                on(
                        "POST /terminal-payments/{id}/refund",
                        w -> w.client()
                                .terminalPayments()
                                .refund(w.terminal().approvedPayment().id(), 250L, "chipped")),
                on(
                        "POST /terminal-payments/{id}/void",
                        w -> w.client()
                                .terminalPayments()
                                .voidIt(w.terminal().approvedPayment().id(), "wrong amount")));
    }
}
