package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.receipt.Receipt;
import io.keentill.engine.TillEvent;
import io.keentill.engine.mail.SentReceipt;
import io.keentill.storefront.counter.Toast;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.receipt.MailModel;
import io.keentill.storefront.shell.Clerk;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.EventBridge;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done with a receipt, without a toolkit. */
class ReceiptModelTest {

    private final FakeTill till = new FakeTill();
    private final Toasts toasts = new Toasts();
    private final Clerk clerk = new Clerk(
            till, new DirectWorker(), toasts, new Texts(Locale.UK, ZoneOffset.UTC), InstantSource.fixed(FakeTill.NOW));

    @BeforeEach
    void sell() {
        clerk.listen(new EventBridge(till.events(), Runnable::run));
        FakeTill.PIN.chars().forEach(digit -> clerk.login().digit((char) digit));
        clerk.login().submit();
        clerk.scanned(Sample.SOAP);
        clerk.toCash();
        clerk.pay().takeCash(Money.of(500, Sample.GBP));
    }

    private String told() {
        return toasts.shown().stream().map(Toast::text).reduce("", (a, b) -> a + "\n" + b);
    }

    @Test
    void isKeptAsAFileWhosePlaceIsTold() {
        clerk.receipt().savePdf();
        assertThat(till.files.saved).extracting(Receipt::title).containsExactly("1");
        assertThat(told()).contains("1.pdf");
    }

    @Test
    void goesByEmailToTheAddressOfTheCustomerAndSaysHowFarItCame() {
        till.mails.customer = "ann@example.com";
        MailModel mail = clerk.receipt().mail();
        mail.ask();
        assertThat(mail.addressProperty().get()).isEqualTo("ann@example.com");
        mail.send();
        assertThat(mail.askingProperty().get()).isFalse();
        assertThat(mail.states()).containsExactly("Goes to ann@example.com as soon as RevKeen can be reached.");
        till.mails.become(SentReceipt.State.SENT, null);
        till.events().publish(new TillEvent.StatusChanged(till.status));
        assertThat(mail.states()).containsExactly("Sent to ann@example.com.");
        till.mails.become(SentReceipt.State.REFUSED, "RevKeen answered 400.");
        mail.refresh();
        assertThat(mail.states()).containsExactly("Not sent to ann@example.com. RevKeen answered 400.");
    }

    @Test
    void anAddressThatIsNoneIsToldAndCanBePutRight() {
        MailModel mail = clerk.receipt().mail();
        mail.ask();
        mail.addressProperty().set("ann");
        mail.send();
        assertThat(mail.complaintProperty().get()).contains("name@example.com");
        assertThat(mail.askingProperty().get()).isTrue();
        mail.addressProperty().set("ann@example.com");
        mail.send();
        assertThat(mail.states()).hasSize(1);
        clerk.scanned(Sample.MILK);
        clerk.toCash();
        clerk.pay().takeCash(Money.of(165, Sample.GBP));
        assertThat(mail.askingProperty().get()).isFalse();
    }

    @Test
    void whyItIsNotKeptIsTold() {
        till.files.refuses = "The disk is full. Make room, then save it again.";
        clerk.receipt().savePdf();
        assertThat(told()).contains("disk is full");
    }
}
