package io.keentill.device.poslink.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.poslink.codec.Control;
import io.keentill.device.poslink.codec.Frame;
import io.keentill.device.poslink.codec.Message;
import io.keentill.device.poslink.transport.Exchange.Delivery;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A terminal, or a broken line, that says one control byte without end. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class FloodTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Timings TIMINGS = new Timings(SHORT, SHORT, SHORT, Timings.REPETITIONS);
    private static final Message QUESTION = Message.request("A00", "1.35", List.of());
    private static final Message ANSWER = Message.response("0", "A01", "1.35", "000000", "OK", List.of());

    /** Brings one control byte again and again: for ever, or so many times before an answer. */
    private static final class Flood implements Link {

        private final byte sign;
        private int left;
        private boolean answered;

        Flood(int sign, int left) {
            this.sign = (byte) sign;
            this.left = left;
        }

        @Override
        public int read(byte[] into, Duration atMost) {
            if (left <= 0) {
                byte[] frame = answered ? new byte[0] : Frame.wrap(ANSWER);
                answered = true;
                System.arraycopy(frame, 0, into, 0, frame.length);
                return frame.length;
            }
            if (left < Integer.MAX_VALUE) {
                left -= into.length;
            }
            Arrays.fill(into, sign);
            return into.length;
        }

        @Override
        public void write(byte[] bytes) {
            // Nobody listens.
        }

        @Override
        public LinkAddress address() {
            return LinkAddress.parse("serial:memory");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static FramedExchange over(Flood flood) {
        return new FramedExchange(new Wire(flood, SHORT), TIMINGS);
    }

    @ParameterizedTest
    @ValueSource(ints = {Control.ENQ, Control.EOT})
    void aRequestThatNobodyAcknowledgesIsGivenUpInTime(int sign) throws LinkException {
        try (FramedExchange exchange = over(new Flood(sign, Integer.MAX_VALUE))) {
            assertThat(exchange.send(QUESTION)).isEqualTo(Delivery.UNCONFIRMED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Control.ENQ, Control.EOT, Control.ACK, Control.NAK})
    void anAnswerThatNeverComesIsWaitedForNoLongerThanSaid(int sign) throws LinkException {
        try (FramedExchange exchange = over(new Flood(sign, Integer.MAX_VALUE))) {
            assertThat(exchange.receive(SHORT)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Control.ENQ, Control.EOT})
    void theAnswerBehindThemIsHeard(int sign) throws LinkException {
        try (FramedExchange exchange = over(new Flood(sign, 1_000_000))) {
            Message heard = exchange.receive(Duration.ZERO);
            while (heard == null) {
                heard = exchange.receive(SHORT);
            }
            assertThat(heard).isEqualTo(ANSWER);
        }
    }
}
