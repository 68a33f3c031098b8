package io.keentill.engine.sync;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillParts;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.Scripts;
import io.keentill.revkeen.invoices.Comment;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole till, started again after it stopped in the middle of a card payment for an invoice. */
class ClaimAfterRestartTest {

    @Test
    void theTillClaimsByItselfWhatItMayHaveCharged(@TempDir Path home) throws Exception {
        try (InvoiceRig world = new InvoiceRig(home)) {
            CloudRig rig = world.rig;
            rig.online();
            Invoice invoice = world.open(2500);
            Order order = world.taken(invoice);
            world.clear(order);
            rig.terminal.then(Scripts.answerLost(Scripts::approval));
            assertThat(rig.till.payments().pay(order.id(), order.due(), CLERK)).isInstanceOf(CardResult.NotKnown.class);
            rig.offline();
            rig.till.close();
            assertThat(claims(world, invoice)).isEqualTo(1);

            Path folder = home.resolve("till-1");
            Secrets secrets = new Secrets(folder);
            secrets.put(Secrets.REVKEEN_KEY, world.sandbox.key());
            TillStore store = TillStore.open(folder, rig.clock);
            store.write(tx -> {
                tx.putSetting(Settings.TILL_ID, "till-1");
                tx.putSetting(Settings.API_URL, world.sandbox.baseUrl().toString());
                tx.saveShop(new Shop("Shop", List.of("Street 1"), "", GBP, CashRounding.NONE, List.of()));
                return tx;
            });
            try (LocalTill till = LocalTill.open(store, secrets, parts(rig), null)) {
                Eventually.until("it is claimed anew", () -> claims(world, invoice) == 2);
                assertThat(till.status().unresolvedPayments()).isEqualTo(1);
            }
        }
    }

    private static TillParts parts(CloudRig rig) {
        return new TillParts(
                rig.clock,
                new Random(11),
                new Random(12),
                (address, within) -> {
                    throw new LinkException("There are no links here");
                },
                List.of(),
                FrameTrace.OFF,
                address -> {
                    throw new IllegalArgumentException("There are no printers here");
                },
                Locale.UK,
                "1",
                url -> true);
    }

    private static long claims(InvoiceRig world, Invoice invoice) {
        List<Comment> told =
                world.office.invoices().comments(invoice.id(), true).all(99).orThrow();
        return told.stream()
                .filter(one -> one.content().startsWith("Keentill: being paid at the till "))
                .count();
    }
}
