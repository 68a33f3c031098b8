package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.keentill.domain.payment.AttemptState;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A customer pays by link; the code on the screen is read from its pixels, as a telephone would. */
class LinkFlowTest {

    @Test
    void theCodeOnTheScreenLeadsToThePageAndThePaymentToTheReceipt() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            clerk.scan(Sample.SOAP);
            clerk.key(KeyCode.F8);
            clerk.press("pay-by-link");
            clerk.waitForVisible("link", ClerkRig.SOON);
            rig.shot("60-link-asking");
            rig.till.links.opens();
            clerk.waitFor(() -> clerk.text("link-title").contains("scan to pay"), ClerkRig.SOON, "the page");
            rig.shot("61-link");
            assertThat(read(rig)).isEqualTo(FakeLinks.PAGE);
            rig.till.links.resolves(AttemptState.APPROVED);
            clerk.waitForVisible("receipt", ClerkRig.SOON);
            assertThat(clerk.words("receipt")).contains("LINK");
            clerk.press("save-pdf");
            assertThat(clerk.words("toast")).contains("1.pdf");
            clerk.press("mail-ask");
            clerk.type("ann");
            clerk.press("mail-send");
            assertThat(clerk.text("mail-complaint")).contains("name@example.com");
            rig.shot("63-mail");
            clerk.press("mail-address");
            clerk.key(KeyCode.END);
            clerk.type("@example.com");
            clerk.press("mail-send");
            assertThat(clerk.words("mail-states")).contains("@example.com");
            rig.shot("64-mailed");
        }
    }

    @Test
    void anEndedLinkLeavesTheOtherWaysToPay() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            clerk.scan(Sample.SOAP);
            clerk.key(KeyCode.F7);
            clerk.waitForVisible("link", ClerkRig.SOON);
            rig.till.links.opens();
            clerk.settle();
            clerk.press("link-end");
            assertThat(clerk.isEnabled("link-end")).isFalse();
            rig.till.links.resolves(AttemptState.CANCELLED);
            clerk.waitForVisible("card-outcome", ClerkRig.SOON);
            rig.shot("62-link-ended");
            clerk.press("cash-instead");
            clerk.payCash("5");
            clerk.waitForVisible("receipt", ClerkRig.SOON);
        }
    }

    private static String read(ClerkRig rig) throws Exception {
        AtomicReference<WritableImage> seen = new AtomicReference<>();
        Toolkit.run(() -> {
            Node code = rig.scene().lookup("#link-code");
            seen.set(code.snapshot(null, null));
        });
        int width = (int) seen.get().getWidth();
        int height = (int) seen.get().getHeight();
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = seen.get().getPixelReader().getArgb(x, y);
            }
        }
        var source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
                .getText();
    }
}
