package io.keentill.device.zvt.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class CodecPropertyTest {

    @Property(tries = 200)
    void messagesSurviveTheStream(@ForAll @Size(max = 600) byte[] data, @ForAll @IntRange(max = 0xFFFF) int command) {
        Apdu apdu = new Apdu(command, Bytes.copyOf(data));
        Bytes twice = apdu.encode().plus(apdu.encode());
        ApduReader reader = new ApduReader();
        List<Apdu> read = new ArrayList<>();
        for (int i = 0; i < twice.length(); i++) {
            Apdu one = reader.accept(twice.at(i));
            if (one != null) {
                read.add(one);
            }
        }
        assertThat(read).containsExactly(apdu, apdu);
        assertThat(reader.midMessage()).isFalse();
    }

    @Property(tries = 200)
    void framesSurviveTheLine(@ForAll @Size(max = 300) byte[] data, @ForAll @Size(max = 5) byte[] noise) {
        Apdu apdu = new Apdu(0x040F, Bytes.copyOf(data));
        SerialDecoder decoder = new SerialDecoder();
        feed(decoder, Bytes.copyOf(noise));
        decoder.reset();
        assertThat(feed(decoder, SerialFrame.wrap(apdu.encode())))
                .containsExactly(new SerialDecoder.Event.Message(apdu));
    }

    @Property(tries = 300)
    void oneWrongBitIsNoticed(
            @ForAll @Size(min = 1, max = 40) byte[] data,
            @ForAll @IntRange(max = 1000) int where,
            @ForAll @IntRange(max = 7) int bit) {
        Apdu apdu = new Apdu(0x040F, Bytes.copyOf(data));
        byte[] frame = SerialFrame.wrap(apdu.encode()).toArray();
        frame[where % frame.length] ^= (byte) (1 << bit);
        assertThat(feed(new SerialDecoder(), Bytes.copyOf(frame)))
                .noneMatch(SerialDecoder.Event.Message.class::isInstance);
    }

    @Property(tries = 500)
    void garbageNeverBreaksAReader(@ForAll @Size(max = 200) byte[] garbage) {
        Bytes bytes = Bytes.copyOf(garbage);
        assertThat(Fields.read(bytes).encode().length()).isLessThanOrEqualTo(bytes.length() + 4);
        assertThat(Tlv.read(bytes).list()).isNotNull();
        feed(new SerialDecoder(), bytes);
        ApduReader.whole(bytes);
        Fields.read(bytes).tlv().get(0x2F, 0x1F12);
    }

    @Property(tries = 200)
    void numbersSurviveDigits(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long value) {
        assertThat(Bcd.decode(Bcd.encode(value, 6))).hasValue(value);
    }

    private static List<SerialDecoder.Event> feed(SerialDecoder decoder, Bytes bytes) {
        List<SerialDecoder.Event> events = new ArrayList<>();
        for (int i = 0; i < bytes.length(); i++) {
            SerialDecoder.Event event = decoder.accept(bytes.at(i));
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }
}
