package io.keentill.device.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InboxTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Inbox inbox = new Inbox(4);

    @Test
    void handsOutWhatCameBeforeTheLoss() throws LinkException {
        inbox.put(new byte[] {1, 2}, 2);
        inbox.lose(Sentence.quoted("gone"));
        byte[] into = new byte[8];
        assertThat(inbox.take(into, SOON)).isEqualTo(2);
        assertThatThrownBy(() -> inbox.take(into, SOON)).hasMessage("gone");
    }

    @Test
    void closingHereEndsAtOnce() {
        inbox.put(new byte[] {1, 2}, 2);
        inbox.close(Sentence.quoted("closed"));
        assertThatThrownBy(() -> inbox.take(new byte[8], SOON)).hasMessage("closed");
        assertThat(inbox.end()).hasToString("closed");
    }

    @Test
    void makesTheSenderWaitAndKeepsTheOrderAroundTheRing() throws Exception {
        CompletableFuture<Void> sender = CompletableFuture.runAsync(
                () -> inbox.put(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 9), Reading.BACKGROUND);
        byte[] into = new byte[3];
        for (int first = 1; first < 9; ) {
            int count = inbox.take(into, SOON);
            for (int i = 0; i < count; i++) {
                assertThat(into[i]).isEqualTo((byte) first++);
            }
        }
        int last = inbox.take(into, Duration.ofMillis(200));
        assertThat(last).isBetween(0, 1);
        sender.get(10, TimeUnit.SECONDS);
    }

    @Test
    void closingFreesAWaitingSender() throws Exception {
        CompletableFuture<Void> sender =
                CompletableFuture.runAsync(() -> inbox.put(new byte[9], 9), Reading.BACKGROUND);
        assertThat(inbox.take(new byte[1], SOON)).isEqualTo(1);
        inbox.close(Sentence.quoted("closed"));
        sender.get(10, TimeUnit.SECONDS);
    }
}
