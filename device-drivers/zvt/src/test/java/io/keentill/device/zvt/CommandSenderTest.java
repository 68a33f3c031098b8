package io.keentill.device.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import io.keentill.device.zvt.codec.SerialFrame;
import io.keentill.device.zvt.kit.SerialLine;
import io.keentill.device.zvt.transport.ApduTransport;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a serial line a terminal says again what was not acknowledged: what is heard may answer an older command. */
@Timeout(60)
class CommandSenderTest {

    private static final String UNKNOWN = "84 83 00";
    private static final Apdu PAYMENT = Apdu.of(Command.AUTHORISE, 0x04, 0, 0, 0, 0, 0x10, 0);

    private final ZvtSettings settings = ZvtSettings.from(LinkAddress.parse("serial:memory?t1=5&t2=5&t3=5"));
    private final SerialLine line = new SerialLine();
    private final Link terminal = line.terminal();
    private final Dialogue dialogue = new Dialogue(ApduTransport.over(line.till(), settings.serial()), FrameTrace.OFF);

    @Test
    void aRefusalThatTookThePlaceOfTheAcknowledgementMayBeAnOlderOne() throws LinkException {
        says(UNKNOWN);
        assertThat(sent()).isEqualTo(new Reply.Refused(0x83, false));
    }

    @Test
    void aRefusalAfterTheAcknowledgementIsCertain() throws LinkException {
        acknowledges();
        says(UNKNOWN);
        assertThat(sent()).isEqualTo(new Reply.Refused(0x83, true));
    }

    @Test
    void aRefusalLikeTheLastMessageMayBeThatSaidAgain() throws LinkException {
        says(UNKNOWN);
        assertThat(dialogue.receive(Duration.ofSeconds(5))).isNotNull();
        acknowledges();
        says(UNKNOWN);
        assertThat(sent()).isEqualTo(new Reply.Refused(0x83, false));
    }

    @Test
    void anEndThatIsSaidAgainIsNeitherTheAnswerNorAnsweredAgain() throws LinkException {
        says("06 1E 01 B5");
        assertThat(dialogue.receive(Duration.ofSeconds(5))).isNotNull();
        heard();
        says("06 1E 01 B5");
        acknowledges();
        says("80 00 00");
        assertThat(sent()).isEqualTo(new Reply.Accepted());
        assertThat(heard())
                .doesNotContain(SerialFrame.wrap(Bytes.hex("80 00 00")).toHex());
    }

    @Test
    void whatTheLinkHadToRepeatMayBeAnsweredTwice() throws LinkException {
        terminal.write(new byte[] {SerialFrame.NAK});
        acknowledges();
        says("80 00 00");
        assertThat(sent()).isEqualTo(new Reply.Accepted());
        assertThat(dialogue.isClean()).isFalse();
        says("80 00 00");
        assertThat(dialogue.collect(Duration.ofSeconds(5))).isTrue();
        assertThat(dialogue.isClean()).isTrue();
    }

    private Reply sent() throws LinkException {
        return new CommandSender(dialogue, settings).send(PAYMENT, Duration.ZERO, () -> false);
    }

    private void says(String message) throws LinkException {
        terminal.write(SerialFrame.wrap(Bytes.hex(message)).toArray());
    }

    private void acknowledges() throws LinkException {
        terminal.write(new byte[] {SerialFrame.ACK});
    }

    private String heard() throws LinkException {
        byte[] buffer = new byte[256];
        return Bytes.copyOf(buffer, terminal.read(buffer, Duration.ZERO)).toHex();
    }
}
