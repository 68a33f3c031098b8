package io.keentill.device.weblink.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Profile;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTest {

    private final EmulatedTerminal terminal = new EmulatedTerminal(Profile.standard(Clock.systemUTC()));
    private final Desk desk = new Desk(terminal, Behaviour.DOCUMENTED);

    /** The first one once ended in an exception instead of an answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1000000000000000000000", "-9223372036854775809", "0", "-1", "1.5", "1e999", "\"10\"", "null"})
    void anAmountThatNobodyCanPayIsRefused(String amount) {
        Answer answer = desk.start(Map.of(), "{\"transType\":\"SALE\",\"amountTrans\":" + amount + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("amountTrans");
        assertThat(terminal.busy()).isFalse();
    }
}
