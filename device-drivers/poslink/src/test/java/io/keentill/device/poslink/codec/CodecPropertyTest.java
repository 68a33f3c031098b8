package io.keentill.device.poslink.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.poslink.codec.FrameDecoder.Event;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CodecPropertyTest {

    @Property(tries = 300)
    void everyMessageSurvivesTheLine(@ForAll("messages") Message message) {
        assertThat(Frame.unwrap(Frame.wrap(message))).contains(message);
        assertThat(Frame.fromBase64(Frame.toBase64(message))).contains(message);
    }

    @Property(tries = 300)
    void droppedEmptyFieldsMeanTheSame(@ForAll("messages") Message message, @ForAll @IntRange(max = 4) int more) {
        List<List<String>> padded = message.groups().stream()
                .<List<String>>map(group -> {
                    List<String> longer = new ArrayList<>(group);
                    for (int i = 0; i < more; i++) {
                        longer.add("");
                    }
                    return longer;
                })
                .toList();
        assertThat(new Message(padded)).isEqualTo(message);
        byte[] body = String.join(
                        "\u001c",
                        padded.stream()
                                .map(group -> String.join("\u001f", group))
                                .toList())
                .getBytes(Message.TEXT);
        assertThat(Message.parse(body)).contains(message);
        assertThat(message.field(200, 0)).as("what is not there").isEmpty();
    }

    @Property(tries = 300)
    void oneWrongByteIsNoticed(
            @ForAll("messages") Message message,
            @ForAll @IntRange(max = 100_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int flip) {
        byte[] frame = Frame.wrap(message);
        frame[at % frame.length] ^= (byte) flip;
        assertThat(Frame.unwrap(frame)).isEmpty();
    }

    @Property(tries = 200)
    void framesAreFoundBetweenNoise(@ForAll("messages") Message message, @ForAll("noise") byte[] noise) {
        FrameDecoder decoder = new FrameDecoder();
        List<Event> events = new ArrayList<>();
        feed(decoder, noise, events);
        feed(decoder, Frame.wrap(message), events);
        feed(decoder, new byte[] {Control.ACK, Control.EOT}, events);
        assertThat(events)
                .containsExactly(new Event.Whole(message), new Event.Sign(Control.ACK), new Event.Sign(Control.EOT));
        assertThat(decoder.midFrame()).isFalse();
    }

    @Example
    void sizesAreBounded() {
        FrameDecoder decoder = new FrameDecoder();
        List<Event> events = new ArrayList<>();
        feed(decoder, new byte[] {Control.STX}, events);
        byte[] much = new byte[Frame.LONGEST_BODY + 1];
        java.util.Arrays.fill(much, (byte) 'A');
        feed(decoder, much, events);
        assertThat(events).containsExactly(new Event.Damaged());
        assertThat(decoder.midFrame()).isFalse();
        assertThat(Message.parse("\u001c".repeat(Message.MOST_PARTS).getBytes(Message.TEXT)))
                .isEmpty();
        assertThatThrownBy(() -> Frame.wrap(new Message(List.of(List.of("A".repeat(Frame.LONGEST_BODY + 1))))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Message(List.of(List.of("a\u001cb"))))
                .isInstanceOf(IllegalArgumentException.class);
        HttpHead head = new HttpHead();
        assertThat(head.accept(new byte[HttpHead.MOST_BYTES + 1], HttpHead.MOST_BYTES + 1))
                .isEmpty();
        assertThat(head.tooLong()).isTrue();
    }

    @Example
    void aFrameWhoseEndWasLostDoesNotSwallowTheNext() {
        FrameDecoder decoder = new FrameDecoder();
        List<Event> events = new ArrayList<>();
        Message message = Message.request("A00", "1.35", List.of());
        feed(decoder, new byte[] {Control.STX, 'T', '0'}, events);
        feed(decoder, Frame.wrap(message), events);
        assertThat(events).containsExactly(new Event.Whole(message));
    }

    @Provide
    Arbitrary<Message> messages() {
        Arbitrary<String> field = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00A0', '\u00FF')
                .ofMaxLength(12);
        return field.list().ofMaxSize(5).list().ofMinSize(1).ofMaxSize(12).map(Message::new);
    }

    /** Anything but the characters that mean something between frames. */
    @Provide
    Arbitrary<byte[]> noise() {
        return Arbitraries.bytes()
                .filter(b -> b != Control.STX
                        && b != Control.ACK
                        && b != Control.NAK
                        && b != Control.EOT
                        && b != Control.ENQ)
                .array(byte[].class)
                .ofMaxSize(20);
    }

    private static void feed(FrameDecoder decoder, byte[] bytes, List<Event> events) {
        for (byte one : bytes) {
            Event event = decoder.accept(one & 0xFF);
            if (event != null) {
                events.add(event);
            }
        }
    }
}
