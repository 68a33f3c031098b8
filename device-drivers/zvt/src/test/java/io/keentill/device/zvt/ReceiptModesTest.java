package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.Reprint;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TotalsAnswer;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.CharacterSet;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.kit.Recorder;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardVerification;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who prints what, and in which letters. */
@Timeout(60)
class ReceiptModesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Charset CP437 = CharacterSet.STANDARD;

    @ParameterizedTest
    @CsvSource({
        "'', 18, 06 00 06 00 00 00 18 09 78",
        "'?receipts=own', 1A, 06 00 06 00 00 00 1A 09 78",
        "'?receipts=till', 9A, 06 00 0E 00 00 00 9A 09 78 06 06 26 04 0A 02 06 D3",
        "'?receipts=till&admin=till', 9E, 06 00 0E 00 00 00 9E 09 78 06 06 26 04 0A 02 06 D3",
        "'?admin=till&menu=blocked&service=02', BC, 06 00 10 00 00 00 BC 09 78 03 02 06 06 26 04 0A 02 06 D3",
        "'?charset=utf8', 18, 06 00 0B 00 00 00 18 09 78 06 03 14 01 FE"
    })
    void registersAsWhatTheAddressSays(String options, String config, String message) {
        TillRole role = TillRole.from(LinkAddress.parse("tcp:host:20007" + options));
        assertThat("%02X".formatted(role.config())).isEqualTo(config);
        assertThat(new Apdu(Command.REGISTER, role.registration(Bytes.of(0, 0, 0), EUR))
                        .encode()
                        .toHex())
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipts=paper", "admin=own", "receipts=own&admin=till", "service=1", "charset=latin"})
    void aWrongOptionIsRefusedInWords(String options) {
        assertThatThrownBy(() -> TillRole.from(LinkAddress.parse("tcp:host:20007?" + options)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write");
    }

    @Test
    void theTerminalPrintsAndTheTillGetsNone() throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings())) {
            assertThat(bench.terminal.capabilities())
                    .contains(Capability.REPRINT)
                    .doesNotContain(Capability.TILL_PRINTS);
            assertThat(receipts(bench.pay(1000, new Recorder()))).isEqualTo(TerminalReceipts.NONE);
            assertThat(bench.terminal.reprintLast()).isEqualTo(new Reprint.AtTerminal());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp437", "utf8", "iso8859-15"})
    void theTillPrintsInTheRightLetters(String charset) throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings(), "receipts=till&admin=till&charset=" + charset)) {
            assertThat(bench.terminal.capabilities()).contains(Capability.TILL_PRINTS);
            Recorder monitor = new Recorder();
            Outcome outcome = bench.pay(1000, monitor);
            TerminalReceipts receipts = receipts(outcome);
            assertThat(receipts.merchant()).contains("* * Händlerbeleg * *", "Café Übungsplatz");
            assertThat(receipts.customer())
                    .contains("* * Kundenbeleg * *", charset.equals("cp437") ? "10,00 EUR" : "10,00 €")
                    .doesNotContain("* * Händlerbeleg * *");
            assertThat(monitor.outcomes.getLast())
                    .as("stored with its receipts")
                    .isEqualTo(outcome);
            assertThat(receipts(monitor.outcomes.getFirst()))
                    .as("stored first without")
                    .isEqualTo(TerminalReceipts.NONE);
            assertThat(bench.charged()).isEqualTo(1000);
            assertThat(bench.terminal.reprintLast()).isInstanceOfSatisfying(Reprint.Text.class, copy -> {
                assertThat(copy.receipts().customer()).contains("** KOPIE **", "Café Übungsplatz");
                assertThat(copy.receipts().merchant()).contains("** KOPIE **");
            });
        }
    }

    @Test
    void slipsOfTheDayComeToATillThatPrintsThem() throws IOException {
        try (Bench bench = Bench.serial(Bench.settings(), "admin=till")) {
            assertThat(receipts(bench.pay(1000, new Recorder()))).isEqualTo(TerminalReceipts.NONE);
            bench.pay(500, new Recorder());
            assertThat(bench.terminal.totals(EUR)).isInstanceOfSatisfying(TotalsAnswer.Told.class, told -> {
                assertThat(told.totals().slip()).contains("* * Zwischensumme * *", "Summe 15,00 EUR");
                assertThat(told.totals().net()).isEqualTo(Money.of(1500, EUR));
                assertThat(told.totals().lines()).singleElement().satisfies(line -> {
                    assertThat(line.name()).isEqualTo("girocard");
                    assertThat(line.count()).isEqualTo(2);
                });
            });
            assertThat(bench.terminal.settle(EUR))
                    .isInstanceOfSatisfying(
                            Settlement.Closed.class,
                            closed -> assertThat(closed.totals().slip()).contains("* * Kassenschnitt * *"));
        }
    }

    @Test
    void aTillThatMakesItsOwnReceiptsGetsTheChipDataForThem() throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings(), "receipts=own")) {
            assertThat(bench.terminal.capabilities()).doesNotContain(Capability.REPRINT, Capability.TILL_PRINTS);
            assertThat(bench.pay(1000, new Recorder())).isInstanceOfSatisfying(Outcome.Approved.class, approved -> {
                assertThat(approved.receipts().customer()).contains("TVR 0000048000");
                assertThat(approved.receipts().merchant()).contains("TSI F800");
                assertThat(approved.card().applicationId()).isEqualTo("A00000035910100280");
                assertThat(approved.card().verification()).isEqualTo(CardVerification.PIN);
                assertThat(approved.card().emv().panSequence()).isEqualTo("01");
            });
            assertThat(bench.terminal.reprintLast()).isInstanceOf(Reprint.NotPrinted.class);
        }
    }

    @Test
    void aReceiptThatCannotBeStoredIsRefusedAndTheTerminalReverses() throws IOException {
        try (Bench bench = Bench.tcp(Bench.settings(), "receipts=till")) {
            Recorder monitor = Recorder.fullFromOutcome(2);
            assertThat(bench.pay(1000, monitor)).isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.charged()).as("84 CC undoes it").isZero();
            assertThat(bench.trace).anyMatch(line -> line.startsWith("OUT 84 CC"));
            assertThat(bench.query(Bench.sale(1000), monitor).toString()).doesNotContain("Approved");
        }
    }

    @Test
    void linesAreCollectedIntoReceipts() {
        ReceiptLines lines = new ReceiptLines(CP437);
        assertThat(lines.add(line("00", "Shop"))).isFalse();
        assertThat(lines.add(line("FF", "\u0002"))).as("two line feeds").isFalse();
        assertThat(lines.add(line("C1", "Card 4711000000001234")))
                .as("last, centred")
                .isTrue();
        assertThat(lines.add(line("80", "of the second")))
                .as("80 alone is not the last")
                .isFalse();
        assertThat(lines.add(line("81", "end"))).isTrue();
        TerminalReceipts receipts = lines.receipts();
        assertThat(receipts.merchant()).containsExactly("Shop", "", "", "Card ****1234");
        assertThat(receipts.customer()).containsExactly("of the second", "end");
    }

    @Test
    void aReceiptThatSaysWhoseItIsGoesThere() {
        ReceiptLines lines = new ReceiptLines(CP437);
        lines.add(line("00", "K-U-N-D-E-N-B-E-L-E-G"));
        lines.add(line("81", "1"));
        lines.add(line("00", "H Ä N D L E R B E L E G"));
        lines.add(line("81", "2"));
        assertThat(lines.receipts().merchant()).endsWith("2").hasSize(2);
        assertThat(lines.receipts().customer()).endsWith("1").hasSize(2);
    }

    private static Apdu line(String attribute, String text) {
        return new Apdu(Command.PRINT_LINE, Bytes.hex(attribute).plus(Bytes.text(text, CP437)));
    }

    private static TerminalReceipts receipts(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Approved.class);
        return ((Outcome.Approved) outcome).receipts();
    }
}
