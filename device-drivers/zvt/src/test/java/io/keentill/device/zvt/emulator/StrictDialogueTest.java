package io.keentill.device.zvt.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.Fields;
import io.keentill.device.zvt.kit.Bench;
import io.keentill.device.zvt.transport.ApduTransport;
import io.keentill.device.zvt.transport.SerialTimings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The emulator as other people's software meets it: message by message. */
@Timeout(60)
class StrictDialogueTest {

    private static final String AMOUNT = "04 00 00 00 00 10 00 49 09 78";

    private ZvtEmulator emulator;
    private ApduTransport till;

    @BeforeEach
    void connect() throws IOException, LinkException {
        EmulatorSettings patient = EmulatorSettings.standard(Bench.CLOCK)
                .times(Duration.ofMillis(1), Duration.ofSeconds(10), Duration.ofMillis(50), Duration.ofMillis(100));
        emulator = ZvtEmulator.tcp(0, patient);
        till = ApduTransport.over(
                Bench.connect(LinkAddress.parse("tcp:127.0.0.1:" + emulator.port()), Duration.ofSeconds(10)),
                SerialTimings.STANDARD);
    }

    @AfterEach
    void hangUp() {
        till.close();
        emulator.close();
    }

    @Test
    void nothingWithoutRegistrationOrPassword() throws LinkException {
        assertThat(ask("06 01", AMOUNT)).isEqualTo(0x846B);
        assertThat(ask("06 22", AMOUNT)).isEqualTo(0x846B);
        assertThat(ask("06 31", "11 11 11 " + AMOUNT)).isEqualTo(0x849A);
        assertThat(ask("06 00", "11 11 11 18 09 78")).isEqualTo(0x849A);
        assertThat(ask("06 00", "00 00 00 18 09 78 03")).as("cut short").isEqualTo(0x849A);
        assertThat(ask("06 99", "")).isEqualTo(Command.NOT_KNOWN);
        assertThat(emulator.ledger().journal()).isEmpty();
    }

    @Test
    void aCurrencyThatNobodyHasIsRefused() throws LinkException {
        assertThat(ask("06 00", "00 00 00 18 00 01")).isEqualTo(Command.POSITIVE);
        assertThat(next(Command.ABORTED).data()).isEqualTo(Bytes.hex("6F"));
        say(Command.POSITIVE, "");
        assertThat(ask("06 01", AMOUNT)).isEqualTo(0x846B);
    }

    @Test
    void aDayIsInOneCurrency() throws LinkException {
        register();
        assertThat(ask("06 01", AMOUNT)).isEqualTo(Command.POSITIVE);
        next(Command.STATUS_INFO);
        say(Command.POSITIVE, "");
        next(Command.COMPLETION);
        say(Command.POSITIVE, "");
        assertThat(ask("06 01", AMOUNT.replace("49 09 78", "49 08 26"))).isEqualTo(Command.POSITIVE);
        assertThat(next(Command.ABORTED).data()).isEqualTo(Bytes.hex("6F"));
        say(Command.POSITIVE, "");
        assertThat(emulator.ledger().cardMinor()).isEqualTo(1000);
    }

    @Test
    void afterTheLogOffItWantsToBeRegisteredAgain() throws LinkException {
        register();
        assertThat(ask("06 02", "")).isEqualTo(Command.POSITIVE);
        assertThat(ask("06 01", AMOUNT)).isEqualTo(0x846B);
    }

    @Test
    void waitsAndSaysTheResultAgain() throws LinkException {
        register();
        assertThat(ask("06 01", AMOUNT)).isEqualTo(Command.POSITIVE);
        Apdu first = next(Command.STATUS_INFO);
        say(Command.WAIT, "");
        Apdu second = next(Command.STATUS_INFO);
        assertThat(second).isEqualTo(first);
        say(Command.POSITIVE, "");
        next(Command.COMPLETION);
        say(Command.POSITIVE, "");
        assertThat(emulator.ledger().cardMinor()).isEqualTo(1000);
    }

    @Test
    void booksLessIfOnlyAPartOfTheGoodsCameOut() throws LinkException {
        register();
        ask("06 01", AMOUNT);
        next(Command.STATUS_INFO);
        say(Command.PARTIAL_GOODS, "04 00 00 00 00 06 00");
        Apdu less = next(Command.STATUS_INFO);
        assertThat(Fields.read(less.data()).number(0x04)).hasValue(600);
        say(Command.POSITIVE, "");
        next(Command.COMPLETION);
        assertThat(emulator.ledger().cardMinor()).isEqualTo(600);
    }

    @Test
    void goodsForMoreThanWasPaidAreNonsenseAndUndoThePayment() throws LinkException {
        register();
        ask("06 01", AMOUNT);
        next(Command.STATUS_INFO);
        say(Command.PARTIAL_GOODS, "04 00 00 00 00 20 00");
        next(Command.ABORTED);
        assertThat(emulator.ledger().cardMinor()).isZero();
    }

    @Test
    void listsOpenHoldsByWayOfARefusal() throws LinkException {
        register();
        ask("06 22", AMOUNT);
        next(Command.STATUS_INFO);
        say(Command.POSITIVE, "");
        next(Command.COMPLETION);
        say(Command.POSITIVE, "");
        assertThat(ask("06 23", "87 FF FF")).isEqualTo(Command.POSITIVE);
        assertThat(next(Command.ABORTED).data()).isEqualTo(Bytes.hex("B8 87 00 01"));
        say(Command.POSITIVE, "");
        assertThat(ask("06 24", "87 00 01 " + AMOUNT)).isEqualTo(Command.POSITIVE);
        assertThat(next(Command.ABORTED).data())
                .as("06 24 without the trace number")
                .isEqualTo(Bytes.hex("B8"));
    }

    @Test
    void aTillThatKnowsNoBlocksGetsLines() throws LinkException {
        ask("06 00", "00 00 00 9A 09 78");
        next(Command.COMPLETION);
        say(Command.POSITIVE, "");
        ask("06 01", AMOUNT);
        next(Command.STATUS_INFO);
        say(Command.POSITIVE, "");
        int last = 0;
        Apdu message = till.receive(Duration.ofSeconds(10));
        while (message != null && message.command() == Command.PRINT_LINE) {
            last += message.data().at(0) == 0x81 ? 1 : 0;
            say(Command.POSITIVE, "");
            message = till.receive(Duration.ofSeconds(10));
        }
        assertThat(last).as("marked ends").isEqualTo(2);
        assertThat(message).isNotNull().satisfies(it -> assertThat(it.command()).isEqualTo(Command.COMPLETION));
    }

    private void register() throws LinkException {
        assertThat(ask("06 00", "00 00 00 18 09 78")).isEqualTo(Command.POSITIVE);
        next(Command.COMPLETION);
        say(Command.POSITIVE, "");
    }

    private int ask(String command, String data) throws LinkException {
        Bytes code = Bytes.hex(command);
        till.send(new Apdu(code.at(0) << 8 | code.at(1), Bytes.hex(data)));
        Apdu answer = till.receive(Duration.ofSeconds(10));
        assertThat(answer).isNotNull();
        return answer.command();
    }

    private void say(int command, String data) throws LinkException {
        till.send(new Apdu(command, Bytes.hex(data)));
    }

    /** The next message that is no word on the way; those are acknowledged. */
    private Apdu next(int command) throws LinkException {
        Apdu message = till.receive(Duration.ofSeconds(10));
        while (message != null && message.command() == Command.INTERMEDIATE) {
            say(Command.POSITIVE, "");
            message = till.receive(Duration.ofSeconds(10));
        }
        assertThat(message).isNotNull();
        assertThat(message.command()).isEqualTo(command);
        return message;
    }
}
