package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.order.Order;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished sales are found by what stands on their receipts. */
class SaleSearchTest {

    private TestTill till;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void salesAreFoundByNumberCodeAndGoods() throws Exception {
        Order tea = till.sellForCash();
        till.scan(MILK);
        Order milk = ((SaleChange.Closed) till.selling().payCash(pounds(99), CLERK)).order();
        till.scan(TEA);
        assertThat(till.refunds().find("1", 10)).contains(tea);
        assertThat(till.refunds().find("#2", 10)).containsExactly(milk);
        assertThat(till.refunds().find(tea.reference(), 10)).containsExactly(tea);
        assertThat(till.refunds().find(" " + tea.reference().toLowerCase(java.util.Locale.ROOT) + "\n", 10))
                .containsExactly(tea);
        assertThat(till.refunds().find(milk.reference().substring(0, 6), 10)).containsExactly(milk);
        assertThat(till.refunds().find("mil", 10)).containsExactly(milk);
        assertThat(till.refunds().find("%", 10)).isEmpty();
        assertThat(till.refunds().find("", 10)).as("the newest first").containsExactly(milk, tea);
        assertThat(till.refunds().find("nothing like it", 10)).isEmpty();
    }

    /** Whoever types the code of a receipt wants that sale, whatever else is called like it. */
    @Test
    void whatIsMeantExactlyComesBeforeWhatIsOnlyCalledLikeIt() throws Exception {
        Order meant = till.sellForCash();
        Product like = new Product(
                "p-like", "LIKE", meant.reference(), pounds(100), TestTill.VAT, "Odd", List.of(), null, false, true);
        till.store().write(tx -> {
            tx.saveProduct(like);
            return tx;
        });
        Order other = till.scan("LIKE");
        till.selling().payCash(other.due(), CLERK);
        assertThat(till.refunds().find(meant.reference(), 10))
                .extracting(Order::id)
                .containsExactly(meant.id(), other.id());
        assertThat(till.refunds().find(meant.reference(), 1))
                .extracting(Order::id)
                .containsExactly(meant.id());
    }
}
