package io.keentill.device.zvt.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.zvt.kit.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenVectorTest {

    static Stream<Arguments> vectors() {
        return Vectors.all();
    }

    @Test
    void checksumHasItsPublishedCheckValue() {
        assertThat(Crc16.of(Bytes.text("123456789", StandardCharsets.US_ASCII))).isEqualTo(0x2189);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void framesAsTheSpecificationDoes(String message, String frame) {
        assertThat(SerialFrame.wrap(Bytes.hex(message)).toHex()).isEqualTo(frame);

        SerialDecoder decoder = new SerialDecoder();
        SerialDecoder.Event last = null;
        Bytes bytes = Bytes.hex(frame);
        for (int i = 0; i < bytes.length(); i++) {
            assertThat(last).isNull();
            last = decoder.accept(bytes.at(i));
        }
        assertThat(last)
                .isInstanceOfSatisfying(
                        SerialDecoder.Event.Message.class,
                        it -> assertThat(it.apdu().encode().toHex()).isEqualTo(message));

        // Over TCP the message goes bare, and is whole with its last byte and no sooner.
        assertThat(ApduReader.whole(Bytes.hex(message)))
                .isNotNull()
                .satisfies(apdu -> assertThat(apdu.encode().toHex()).isEqualTo(message));
        Bytes bare = Bytes.hex(message);
        for (int length = 0; length < bare.length(); length++) {
            assertThat(ApduReader.whole(bare.slice(0, length))).isNull();
        }
    }

    @Test
    void registrationAndPaymentAreWhatTheSpecificationShows() {
        Apdu register = new Apdu(Command.REGISTER, Bytes.hex("123456BA").plus(Bcd.encode(978, 2)));
        assertThat(register.encode().toHex()).isEqualTo("06 00 06 12 34 56 BA 09 78");
        Apdu pay = new Apdu(
                Command.AUTHORISE,
                Fields.NONE.with(Bitmap.AMOUNT, Bcd.encode(1000, 6)).encode());
        assertThat(pay.encode().toHex()).isEqualTo("06 01 07 04 00 00 00 00 10 00");
    }

    @Test
    void longMessagesCountLowByteFirst() {
        Apdu apdu = new Apdu(0x04FF, Bytes.copyOf(new byte[0x0123]));
        assertThat(apdu.encode().slice(0, 5).toHex()).isEqualTo("04 FF FF 23 01");
        assertThat(ApduReader.whole(apdu.encode())).isEqualTo(apdu);
        assertThat(ApduReader.whole(new Apdu(0x04FF, Bytes.copyOf(new byte[255])).encode())
                        .data()
                        .length())
                .isEqualTo(255);
    }

    @Test
    void readsEveryLengthForm() {
        Fields fields = Fields.read(Bytes.hex("27 00 22 F0 F2 12 34 60 F0 F0 F1 AA 06 03 07 01 41"));
        assertThat(fields.unread()).isEqualTo(Bytes.EMPTY);
        assertThat(fields.get(0x22)).contains(Bytes.hex("1234"));
        assertThat(fields.get(0x60)).contains(Bytes.hex("AA"));
        assertThat(fields.tlv().get(0x07)).contains(Bytes.hex("41"));
        Bytes cutShort = Bytes.hex("06 81 82 07 01 41");
        assertThat(Fields.read(cutShort).unread()).isEqualTo(cutShort);
        Bytes big = Tlv.NONE.with(0x1F16, Bytes.copyOf(new byte[300])).encode();
        assertThat(big.slice(0, 5).toHex()).isEqualTo("1F 16 82 01 2C");
        assertThat(Tlv.read(big).get(0x1F16).orElseThrow().length()).isEqualTo(300);
    }

    @Test
    void keepsWhatItCannotRead() {
        Fields fields = Fields.read(Bytes.hex("27 05 99 01 02"));
        assertThat(fields.get(Bitmap.RESULT)).contains(Bytes.of(5));
        assertThat(fields.unread()).isEqualTo(Bytes.hex("99 01 02"));
        assertThat(fields.encode()).isEqualTo(Bytes.hex("27 05 99 01 02"));
    }
}
