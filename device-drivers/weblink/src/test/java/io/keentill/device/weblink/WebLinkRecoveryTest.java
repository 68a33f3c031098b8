package io.keentill.device.weblink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.emulation.Script;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.weblink.emulator.Behaviour;
import io.keentill.device.weblink.emulator.Behaviour.History;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing moved is said only where the terminal proves it, and that something moved only of the attempt's own result. */
class WebLinkRecoveryTest {

    private Till till;

    @AfterEach
    void close() {
        till.close();
    }

    private void open(Behaviour behaviour) throws IOException {
        till = new Till(behaviour, 2, Till.profile(Till.ticking()));
    }

    private Outcome lost(TerminalRequest request, Till.Noted noted) {
        till.emulator.next(new Script.Answer(Script.Fault.LOSE_START, new Script.Approve()));
        Outcome outcome = till.terminal.perform(request, noted);
        till.charged();
        return outcome;
    }

    private TerminalRequest.Reversal reversal(String reference, Outcome sale) {
        return new TerminalRequest.Reversal(reference, Till.gbp(1000), Till.original("R1", 1000, sale));
    }

    /** Builds on which a payment of 5.00 that was charged once looked like one that never was. */
    static Stream<Behaviour> charged_but_not_known_by_our_number() {
        return Stream.of(
                Behaviour.OLD.tipping(75),
                Behaviour.OLD.showing(new History(100, false, Duration.ofHours(1), false)),
                Behaviour.OLD.showing(new History(100, false, Duration.ofHours(-9), false)),
                Behaviour.OLD.showing(new History(100, false, Duration.ofDays(-9000), false)),
                Behaviour.OLD.showing(new History(100, false, Duration.ZERO, true)));
    }

    @ParameterizedTest
    @MethodSource("charged_but_not_known_by_our_number")
    void a_charge_in_the_history_is_not_ruled_out_by_its_amount_time_or_spelling(Behaviour behaviour)
            throws IOException {
        open(behaviour);
        till.pay("R1", 1250);
        Till.Noted noted = new Till.Noted();
        assertThat(lost(Till.sale("R2", 500), noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(till.query(Till.sale("R2", 500), noted))
                .isInstanceOfSatisfying(
                        QueryAnswer.CannotTell.class,
                        no -> assertThat(no.why().toString()).contains("receipt 2"));
    }

    @Test
    void a_history_that_a_z_report_emptied_proves_nothing() throws IOException {
        open(Behaviour.OLD.showing(new History(100, true, Duration.ZERO, false)));
        till.pay("R1", 1250);
        Till.Noted noted = new Till.Noted();
        lost(Till.sale("R2", 500), noted);
        till.emulator.terminal().settle();
        assertThat(till.query(Till.sale("R2", 500), noted)).isInstanceOf(QueryAnswer.CannotTell.class);
    }

    @Test
    void a_history_too_short_to_reach_back_proves_nothing() throws IOException {
        open(Behaviour.OLD.showing(new History(1, false, Duration.ZERO, false)));
        till.pay("R1", 1250);
        Till.Noted noted = new Till.Noted();
        lost(Till.sale("R2", 500), noted);
        till.emulator.next(new Script.Decline("05"));
        till.pay("R3", 10);
        assertThat(till.query(Till.sale("R2", 500), noted)).isInstanceOf(QueryAnswer.CannotTell.class);
    }

    /** The terminal takes the till's numbers, but forgot this one when it restarted. */
    @Test
    void a_number_that_the_terminal_forgot_is_not_taken_for_one_that_it_never_had() throws IOException {
        open(Behaviour.DOCUMENTED.remembering(0));
        till.pay("R1", 1250);
        till.emulator.next(new Script.Reboot(true));
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(Till.sale("R2", 500), noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(till.query(Till.sale("R2", 500), noted)).isInstanceOf(QueryAnswer.CannotTell.class);
    }

    /** On each build, whatever its clock shows, and however many payments there were. */
    static Stream<Behaviour> builds() {
        return Stream.of(
                Behaviour.DOCUMENTED,
                Behaviour.OLD,
                Behaviour.OLD.showing(new History(100, false, Duration.ofHours(-9), false)),
                Behaviour.DOCUMENTED.remembering(0).showing(new History(3, false, Duration.ofDays(-9000), false)));
    }

    @ParameterizedTest
    @MethodSource("builds")
    void what_never_left_is_known_not_to_have_been_as_long_as_the_payment_before_it_is_in_the_history(
            Behaviour behaviour) throws IOException {
        open(behaviour);
        for (int i = 1; i <= 25; i++) {
            till.pay("R" + i, 500);
        }
        Till.Noted noted = till.neverSent(Till.sale("R30", 500));
        try (var restarted = till.driver()) {
            assertThat(till.query(restarted, Till.sale("R30", 500), noted)).isInstanceOf(QueryAnswer.NotFound.class);
        }
        // Payments of this till that came later are known to be others; a short history then no longer reaches back.
        till.pay("R31", 500);
        till.pay("R32", 500);
        till.pay("R33", 500);
        QueryAnswer later = till.query(Till.sale("R30", 500), noted);
        assertThat(later)
                .isInstanceOf(
                        behaviour.history().lists() < 100 ? QueryAnswer.CannotTell.class : QueryAnswer.NotFound.class);
    }

    @Test
    void a_stranger_paying_at_the_terminal_leaves_it_to_people() throws IOException {
        open(Behaviour.DOCUMENTED);
        till.pay("R1", 500);
        Till.Noted noted = till.neverSent(Till.sale("R2", 500));
        Till.stranger(till, "S1", 9900);
        assertThat(till.query(Till.sale("R2", 500), noted))
                .isInstanceOfSatisfying(
                        QueryAnswer.CannotTell.class,
                        no -> assertThat(no.why().toString()).contains("receipt 2"));
    }

    /** Another terminal may stand there now, whose numbers mean nothing. */
    @Test
    void pairing_anew_forgets_what_was_known_of_the_terminals_books() throws IOException {
        open(Behaviour.DOCUMENTED);
        till.pay("R1", 500);
        assertThat(till.terminal.pair(Map.of("code", till.emulator.pairingCode())))
                .isInstanceOf(Pairing.Paired.class);
        Till.Noted noted = till.neverSent(Till.sale("R2", 500));
        assertThat(till.query(Till.sale("R2", 500), noted)).isInstanceOf(QueryAnswer.CannotTell.class);
        till.pay("R3", 500);
        assertThat(till.query(Till.sale("R4", 500), till.neverSent(Till.sale("R4", 500))))
                .isInstanceOf(QueryAnswer.NotFound.class);
    }

    /** The start is answered or lost, and the reversal then never runs: the terminal still shows the sale, without its kind. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_approval_of_the_sale_is_not_taken_for_that_of_its_reversal(boolean startLost) throws IOException {
        open(Behaviour.DOCUMENTED.lacking("transType", "merchantReference"));
        TerminalRequest reversal = reversal("R2", till.pay("R1", 1000));
        Script.Reboot gone = new Script.Reboot(false);
        till.emulator.next(startLost ? new Script.Answer(Script.Fault.LOSE_START, gone) : gone);
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(reversal, noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(till.query(reversal, noted)).isInstanceOf(QueryAnswer.NotFound.class);
        assertThat(noted.outcomes).isEmpty();
        assertThat(till.charged()).isEqualTo(1000);
    }

    @Test
    void a_sale_without_its_kind_under_the_number_of_a_release_or_completion_decides_nothing() throws IOException {
        open(Behaviour.DOCUMENTED.lacking("transType"));
        Outcome held =
                till.terminal.perform(new TerminalRequest.PreAuthorisation("R1", Till.gbp(1000)), new Till.Noted());
        Till.Noted early = new Till.Noted();
        early.hint = WireType.uti("R1");
        TerminalRequest taken = new TerminalRequest.Completion("R2", Till.gbp(1000), Till.original("R1", 1000, held));
        TerminalRequest let = new TerminalRequest.Release("R3", Till.gbp(1000), Till.original("R1", 1000, held));
        assertThat(till.query(taken, early)).isInstanceOf(QueryAnswer.CannotTell.class);
        assertThat(till.query(let, early)).isInstanceOf(QueryAnswer.CannotTell.class);
    }

    /** Money went back, but no answer of this build says so. */
    @Test
    void a_reversal_whose_result_has_no_kind_is_left_to_people() throws IOException {
        open(Behaviour.DOCUMENTED.lacking("transType"));
        TerminalRequest reversal = reversal("R2", till.pay("R1", 1000));
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(reversal, noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(till.query(reversal, noted)).isInstanceOf(QueryAnswer.CannotTell.class);
        assertThat(till.charged()).isZero();
    }

    /** By the reference, or where the build writes none by all that the terminal showed before. */
    @ParameterizedTest
    @ValueSource(strings = {"softwareVersion", "merchantReference"})
    void a_second_reversal_does_not_read_the_result_of_the_first(String lacking) throws IOException {
        open(Behaviour.DOCUMENTED.lacking(lacking));
        Outcome sale = till.pay("R1", 1000);
        till.emulator.next(new Script.Decline("05"));
        assertThat(till.terminal.perform(reversal("R2", sale), new Till.Noted()))
                .isInstanceOf(Outcome.Declined.class);
        till.emulator.next(new Script.Reboot(false));
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(reversal("R3", sale), noted)).isInstanceOf(Outcome.Unknown.class);
        assertThat(till.query(reversal("R3", sale), noted)).isInstanceOf(QueryAnswer.NotFound.class);
        assertThat(noted.outcomes).isEmpty();
        assertThat(till.terminal.perform(reversal("R4", sale), new Till.Noted()))
                .isInstanceOf(Outcome.Approved.class);
        assertThat(till.charged()).isZero();
    }

    /** What an older till stored holds no more than the number of the original. */
    @Test
    void the_reference_alone_tells_the_first_reversal_from_the_second() throws IOException {
        open(Behaviour.DOCUMENTED);
        Outcome sale = till.pay("R1", 1000);
        till.emulator.next(new Script.Decline("05"));
        till.terminal.perform(reversal("R2", sale), new Till.Noted());
        Till.Noted bare = new Till.Noted();
        bare.hint = WireType.uti("R1");
        assertThat(till.query(reversal("R2", sale), bare))
                .isInstanceOfSatisfying(
                        QueryAnswer.Found.class,
                        found -> assertThat(found.outcome()).isInstanceOf(Outcome.Declined.class));
        assertThat(till.query(reversal("R3", sale), bare)).isInstanceOf(QueryAnswer.CannotTell.class);
    }

    @Test
    void a_tip_that_was_added_at_the_terminal_is_not_booked_as_the_sale_alone() throws IOException {
        open(Behaviour.DOCUMENTED.tipping(150));
        Till.Noted noted = new Till.Noted();
        assertThat(till.terminal.perform(Till.sale("R1", 1000), noted))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        doubt -> assertThat(doubt.message().toString()).contains("tip", "150"));
        assertThat(till.query(Till.sale("R1", 1000), noted))
                .isInstanceOfSatisfying(
                        QueryAnswer.CannotTell.class,
                        no -> assertThat(no.why().toString()).contains("tip", "150"));
        assertThat(noted.outcomes).isEmpty();
    }
}
