package io.keentill.engine.payment;

import static io.keentill.engine.support.TestTill.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.engine.TillEvent;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The till's file loses a table while the till runs: nobody is charged again, and the screens go on. */
class UnreadableStoreTest {

    private final FakeTerminal terminal = new FakeTerminal();

    @TempDir
    private Path folder;

    private TestTill till;

    @BeforeEach
    void open() throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void aPaidOrderThatCannotBeReadIsNotToBeChargedAgain() throws Exception {
        Order order = till.scan(TEA);
        till.events().subscribe(event -> {
            if (event instanceof TillEvent.PaymentResolved) {
                lose("orders");
            }
        });
        CardResult.Refused no = (CardResult.Refused) till.payCard(order);
        PaymentAttempt attempt = till.attemptOf(order);
        assertThat(no.message())
                .contains("Payment " + attempt.reference() + " is APPROVED")
                .endsWith("do not charge again.");
        assertThat(terminal.acquirer().taken()).isEqualTo(250);
    }

    @Test
    void screensSeeNothingAndTheRecoveryDoesNotTakeThatForTheTruth() throws Exception {
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        String id = ((CardResult.NotKnown) till.payCard(order)).attempt().id();
        lose("attempts");
        assertThat(till.payments().open()).isEmpty();
        assertThat(till.payments().attempt(id)).isEmpty();
        assertThat(new Tabs(till.store(), till.payments()).holdOn(order.id())).isEmpty();
        assertThatThrownBy(till.payments()::openOrThrow).isInstanceOf(StoreException.class);
    }

    @Test
    void aSlipThatCannotBeReadIsNone() throws Exception {
        String id = till.attemptOf(till.sellByCard()).id();
        lose("attempt_slips");
        assertThat(till.payments().slip(id)).isEqualTo(TerminalSlip.NONE);
    }

    private void lose(String table) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keentill.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("ALTER TABLE " + table + " RENAME TO lost_" + table);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
