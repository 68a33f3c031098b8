package io.keentill.launcher.demo;

import io.keentill.device.escpos.EscPosEncoder;
import io.keentill.device.escpos.PrinterModel;
import io.keentill.device.escpos.paper.EscPosPaper;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptText;
import io.keentill.engine.LocalTill;
import io.keentill.engine.status.TillStatus;
import io.keentill.launcher.demo.Orchestra.Wish;
import io.keentill.storefront.StorefrontDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A morning at the counter, worked through the real storefront by its own keys and buttons. */
final class MorningScript {

    /** Longer than the till rests at most between two looks whether RevKeen is back, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    // Barcodes of the sample shop: three VAT rates among them.
    private static final String COLA_CAN = "5029306826515";
    private static final String COLA_BOTTLE = "5078464936659";
    private static final String TEA = "5012532870469";
    private static final String KINDLING = "5036251557883";
    private static final String MILK = "5001826330437";
    private static final String CHOCOLATE = "5037323324938";
    private static final String NEWSPAPER = "5036829918436";
    private static final String BEANS = "5045298415377";
    private static final String KITCHEN_ROLL = "5080667172314";

    private final LocalTill till;
    private final StorefrontDriver clerk;
    private final Orchestra orchestra;
    private final Path folder;

    MorningScript(LocalTill till, StorefrontDriver clerk, Orchestra orchestra, Path folder) {
        this.till = till;
        this.clerk = clerk;
        this.orchestra = orchestra;
        this.folder = folder;
    }

    /** From log-in to the sale in which the till is killed. */
    void untilKilled() throws IOException {
        clerk.waitForVisible("login", PATIENCE);
        picture("01-login");
        clerk.login(DemoWorld.CLERK_PIN);
        clerk.waitForVisible("sell", PATIENCE);
        terminalReady();
        picture("02-ready");
        cashSale();
        cardSale();
        declinedThenCash();
        cardSaleOffline();
        orchestra.say("Card sale in which the till is killed");
        ring(COLA_BOTTLE, TEA);
        orchestra.ask(Wish.KILL_AFTER_APPROVAL);
        clerk.payCard();
        clerk.waitForVisible("card-cancel", PATIENCE);
        picture("13-card-before-the-kill");
        // The terminal approves now and the process ends here, before its answer arrives.
        clerk.waitFor(() -> false, PATIENCE, "the kill");
    }

    /** After the restart: the terminal is asked, the killed sale closes, everything reaches RevKeen. */
    void afterRestart() throws IOException {
        clerk.waitForVisible("login", PATIENCE);
        picture("14-restarted");
        clerk.waitFor(() -> till.openPayments().isEmpty(), PATIENCE, "the terminal to tell");
        clerk.login(DemoWorld.CLERK_PIN);
        clerk.waitForVisible("receipt", PATIENCE);
        Order killed = till.recentOrders(1).getFirst();
        orchestra.say("The killed sale " + killed.reference() + " is paid by "
                + killed.tenders().size() + " tender of " + killed.paid());
        picture("15-resolved-by-asking");
        receipt(killed);
        clerk.waitFor(this::allSynced, PATIENCE, "the sync");
        picture("16-all-synced");
    }

    private void cashSale() throws IOException {
        orchestra.say("Cash sale with change");
        ring(COLA_CAN, TEA, COLA_CAN);
        picture("03-basket");
        clerk.key(javafx.scene.input.KeyCode.F8);
        clerk.waitForVisible("cash-amount", PATIENCE);
        picture("04-cash");
        clerk.payCash("10");
        receipt(closed());
        picture("05-change");
    }

    private void cardSale() throws IOException {
        orchestra.say("Card sale, approved");
        ring(KINDLING, MILK, CHOCOLATE);
        // On a slow machine the terminal would be done before its screen is drawn.
        orchestra.ask(Wish.HOLD_NEXT);
        clerk.payCard();
        clerk.waitForVisible("card-cancel", PATIENCE);
        picture("06-card-waiting");
        orchestra.ask(Wish.LET_GO);
        clerk.waitForVisible("receipt", PATIENCE);
        receipt(closed());
        picture("07-card-approved");
    }

    private void declinedThenCash() throws IOException {
        orchestra.say("Card declined, then paid cash");
        orchestra.ask(Wish.DECLINE_NEXT);
        ring(NEWSPAPER);
        clerk.payCard();
        clerk.waitForVisible("card-outcome", PATIENCE);
        picture("08-declined");
        clerk.press("cash-instead");
        clerk.waitForVisible("cash-amount", PATIENCE);
        clerk.payCash("5");
        receipt(closed());
        picture("09-declined-then-cash");
    }

    private void cardSaleOffline() throws IOException {
        orchestra.say("Card sale while RevKeen is away");
        clerk.waitFor(this::allSynced, PATIENCE, "the sync");
        picture("10-synced");
        orchestra.ask(Wish.STOP_REVKEEN);
        ring(BEANS, KITCHEN_ROLL);
        clerk.payCard();
        clerk.waitForVisible("receipt", PATIENCE);
        receipt(closed());
        clerk.waitFor(
                () -> till.status().connection() == TillStatus.Connection.OFFLINE,
                PATIENCE,
                "the status to say offline");
        picture("11-sold-offline");
        orchestra.ask(Wish.START_REVKEEN);
        till.syncNow();
        clerk.waitFor(this::allSynced, PATIENCE, "the sync");
        picture("12-back-online");
    }

    private boolean allSynced() {
        TillStatus status = till.freshStatus();
        return status.connection() == TillStatus.Connection.ONLINE && status.waiting() == 0 && status.tasks() == 0;
    }

    private void terminalReady() {
        clerk.waitFor(
                () -> {
                    var terminal = till.status().terminal();
                    return terminal != null
                            && terminal.state() == io.keentill.device.terminal.TerminalStatus.State.READY;
                },
                PATIENCE,
                "the terminal");
    }

    private void ring(String... barcodes) {
        for (String barcode : barcodes) {
            clerk.scan(barcode);
        }
    }

    private Order closed() {
        clerk.waitFor(() -> till.openOrder().isEmpty(), PATIENCE, "the sale to close");
        Order order = till.recentOrders(1).getFirst();
        if (order.state() != OrderState.PAID) {
            throw new IllegalStateException("The sale " + order.reference() + " is " + order.state());
        }
        return order;
    }

    private void receipt(Order order) throws IOException {
        Receipt receipt = till.receipt(order.id(), false).orElseThrow();
        Path receipts = Files.createDirectories(folder.resolve("receipts"));
        String name = "receipt-%04d".formatted(order.receiptNumber());
        Files.writeString(receipts.resolve(name + ".txt"), new ReceiptText().text(receipt));
        byte[] job = new EscPosEncoder(PrinterModel.EPSON_80).encode(receipt);
        Files.write(receipts.resolve(name + ".png"), EscPosPaper.of(job).png());
    }

    private void picture(String name) {
        clerk.snapshot(folder.resolve("screens").resolve(name + ".png"));
    }
}
