package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.shell.Clerk;
import io.keentill.storefront.text.Texts;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A code that nobody knows is heard, and stands in nobody's way. */
class BeepTest {

    @Test
    void anUnknownCodeIsHeardAndTheNextScanCounts() {
        FakeTill till = new FakeTill();
        AtomicInteger heard = new AtomicInteger();
        Toasts toasts = new Toasts();
        Clerk clerk = new Clerk(
                till,
                new DirectWorker(),
                toasts,
                new Texts(Locale.UK, ZoneOffset.UTC),
                InstantSource.fixed(FakeTill.NOW),
                heard::incrementAndGet);
        FakeTill.PIN.chars().forEach(digit -> clerk.login().digit((char) digit));
        clerk.login().submit();
        clerk.scanned(Sample.MILK);
        assertThat(heard).hasValue(0);
        clerk.scanned("4006381333931");
        assertThat(heard).hasValue(1);
        assertThat(toasts.shown()).anyMatch(toast -> toast.text().contains("4006381333931"));
        assertThat(clerk.screens().current()).isEqualTo(Screen.SELL);
        clerk.scanned(Sample.SOAP);
        assertThat(till.openOrder().orElseThrow().lines()).hasSize(2);
        assertThat(heard).hasValue(1);
    }
}
