package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.shop.Role;
import io.keentill.engine.IdSource;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillTask;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.launcher.TestWorld.Ran;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The till was killed while customers paid, on terminals that it does not reach any more. */
class LeftBehindTest {

    private static final String PIN = "4321";

    @TempDir
    Path data;

    @BeforeEach
    void killed() throws Exception {
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        IdSource ids = new IdSource(clock, random);
        try (TillStore store = Wiring.create(data)) {
            store.write(tx -> {
                tx.saveShop(SampleShop.shop());
                return true;
            });
            new StaffRoom(store, ids, clock, random).add("Bea", Role.MANAGER, PIN);
            keep(
                    store,
                    intended(ids.next(), "AAAAAAAAAA", "zvt:tcp:127.0.0.1:9").sent("", Instant.now()));
            keep(store, intended(ids.next(), "BBBBBBBBBB", "nexo:tcp:127.0.0.1:9"));
        }
    }

    private static PaymentAttempt intended(String id, String reference, String terminal) {
        return new PaymentAttempt(
                id,
                reference,
                null,
                PaymentKind.SALE,
                Money.of(1250, "GBP"),
                terminal,
                "Bea",
                null,
                AttemptState.INTENDED,
                null,
                CardDetails.NONE,
                null,
                null,
                Instant.now(),
                null,
                null);
    }

    private static void keep(TillStore store, PaymentAttempt attempt) throws StoreException {
        store.write(tx -> {
            tx.insertAttempt(attempt);
            return attempt;
        });
    }

    /** Often, since only somebody who is faster than the till's own thread would be told something else. */
    @RepeatedTest(10)
    void whoeverLooksAtOnceIsToldWhatIsInDoubt() throws Exception {
        try (LocalTill till = Wiring.till(Wiring.store(data), data, null)) {
            assertThat(till.openPayments())
                    .extracting(PaymentAttempt::reference, PaymentAttempt::state)
                    .containsExactly(tuple("AAAAAAAAAA", AttemptState.UNKNOWN));
            assertThat(till.tasks()).extracting(TillTask::kind).containsExactly(TillTask.Kind.PAYMENT_UNKNOWN);
        }
    }

    @Test
    void aManagerDecidesWithTheFirstCommandAfterIt() throws Exception {
        Ran decided = TestWorld.runPlain(
                "override",
                "AAAAAAAAAA",
                "--approved",
                "A1B2C3",
                "--evidence",
                "paper_slip",
                "--note",
                "merchant copy",
                "--pin",
                PIN,
                "--data",
                data.toString(),
                "--json");
        assertThat(decided.status()).as(decided.out() + decided.err()).isZero();
        try (TillStore store = TillStore.openReadOnly(data)) {
            assertThat(store.read(View::openAttempts)).isEmpty();
        }
    }
}
