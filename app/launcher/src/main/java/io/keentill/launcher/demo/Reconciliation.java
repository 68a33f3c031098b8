package io.keentill.launcher.demo;

import io.keentill.device.zvt.emulator.ZvtEmulator;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.shop.Shop;
import io.keentill.launcher.Problem;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payments.PaymentChannel;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same day in three books that know nothing of each other: the till's, the terminal's and RevKeen's. All amounts in
 * minor units.
 *
 * @param till what the till took, by tender
 * @param terminal what the terminal booked
 * @param revkeen what RevKeen shows as paid, by tender
 */
record Reconciliation(Sums till, long terminal, Sums revkeen) {

    private static final int MOST = 100_000;

    /** Takings by tender. */
    record Sums(long card, long cash) {}

    /** Reads all three. */
    static Reconciliation read(TillStore store, ZvtEmulator terminal, URI api, String key) throws StoreException {
        return new Reconciliation(
                store.read(Reconciliation::till), terminal.ledger().cardMinor(), revkeen(api, key));
    }

    private static Sums till(View view) {
        Shop shop = view.shop().orElseThrow();
        Map<TenderType, Money> takings = view.takings(shop.currency());
        Money nothing = Money.zero(shop.currency());
        return new Sums(
                takings.getOrDefault(TenderType.CARD, nothing).minor(),
                takings.getOrDefault(TenderType.CASH, nothing).minor());
    }

    private static Sums revkeen(URI api, String key) {
        try (RevKeen revKeen = RevKeen.at(api.toString(), key)) {
            ApiResult<List<Payment>> all =
                    revKeen.payments().list(PaymentQuery.any()).all(MOST);
            if (!(all instanceof ApiResult.Ok<List<Payment>> ok)) {
                throw new Problem("RevKeen's payments could not be read: " + all);
            }
            long card = 0;
            long cash = 0;
            for (Payment payment : ok.value()) {
                long kept = payment.amount() - payment.amountRefunded();
                boolean present = payment.paymentChannel() != null
                        && payment.paymentChannel().is(PaymentChannel.CARD_PRESENT);
                if (present) {
                    card += kept;
                } else if ("cash".equals(payment.paymentMethodType())) {
                    cash += kept;
                }
            }
            return new Sums(card, cash);
        }
    }

    /** Whether all three say the same. */
    boolean agree() {
        return till.equals(revkeen) && till.card() == terminal;
    }

    /** For scripts. */
    Map<String, Object> json() {
        Map<String, Object> ledgers = new LinkedHashMap<>();
        ledgers.put("till", sums(till));
        ledgers.put("terminal", Map.of("card", terminal));
        ledgers.put("revkeen", sums(revkeen));
        return ledgers;
    }

    private static Map<String, Object> sums(Sums sums) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("card", sums.card());
        map.put("cash", sums.cash());
        return map;
    }
}
