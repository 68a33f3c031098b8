package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * Walks through {@code docs/guide/clerk.md} and makes its pictures. They are kept beside it when run with
 * {@code -Dguide.write=true}; without, the walk alone is tested, and that the page shows only pictures that are there.
 */
class ClerkGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide");
    private static final Pattern PICTURE = Pattern.compile("\\(images/([^)]+)\\)");

    @Test
    void aClerksDayAsTheGuideTellsIt() throws Exception {
        try (ClerkRig rig = ClerkRig.open(Locale.UK, 1100, 760)) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            account(rig);
            clerk.scan(Sample.MILK);
            clerk.scan("3*" + Sample.SOAP);
            picture(rig, "sell");
            clerk.type("tea");
            clerk.waitForVisible("results", ClerkRig.SOON);
            picture(rig, "search");
            clerk.key(KeyCode.ESCAPE);
            clerk.scan("SKU-015");
            clerk.waitForVisible("choice-2", ClerkRig.SOON);
            picture(rig, "choice");
            clerk.press("choice-2");
            clerk.press("discount-line-1");
            clerk.waitForVisible("discount-value", ClerkRig.SOON);
            picture(rig, "change");
            clerk.press("discount-10");
            clerk.key(KeyCode.F8);
            clerk.waitForVisible("cash-amount", ClerkRig.SOON);
            clerk.type("5");
            clerk.settle();
            picture(rig, "pay");
            clerk.key(KeyCode.F7);
            clerk.waitForVisible("link", ClerkRig.SOON);
            rig.till.links.opens();
            clerk.waitFor(() -> clerk.text("link-title").contains("scan"), ClerkRig.SOON, "the page");
            picture(rig, "link");
            rig.till.links.resolves(AttemptState.CANCELLED);
            clerk.waitForVisible("card-outcome", ClerkRig.SOON);
            clerk.press("cash-instead");
            clerk.type("5");
            clerk.key(KeyCode.F9);
            clerk.waitFor(() -> clerk.text("card-message").contains("present card"), ClerkRig.SOON, "the terminal");
            picture(rig, "card");
            rig.till.terminalSays(AttemptState.APPROVED);
            clerk.waitFor(() -> clerk.isVisible("cash-amount"), ClerkRig.SOON, "the rest");
            clerk.key(KeyCode.F9);
            rig.till.terminalSays(AttemptState.UNKNOWN);
            clerk.waitForVisible("card-unknown", ClerkRig.SOON);
            picture(rig, "unknown");
            rig.till.resolve(AttemptState.APPROVED);
            clerk.waitForVisible("receipt", ClerkRig.SOON);
            picture(rig, "receipt");
        }
    }

    private static void account(ClerkRig rig) throws Exception {
        StorefrontDriver clerk = rig.clerk;
        clerk.key(KeyCode.F3);
        clerk.waitForVisible("customer-search", ClerkRig.SOON);
        clerk.settle();
        clerk.type("weiß");
        clerk.waitForVisible("customer-0", ClerkRig.SOON);
        clerk.key(KeyCode.ENTER);
        clerk.waitForVisible("customer-account", ClerkRig.SOON);
        clerk.press("customer-account");
        clerk.waitForVisible("invoice-1", ClerkRig.SOON);
        picture(rig, "account");
        clerk.key(KeyCode.ESCAPE);
        clerk.press("customer-off");
    }

    private static void picture(ClerkRig rig, String name) {
        String file = "clerk-" + name + ".png";
        rig.clerk.snapshot(Path.of("target", "guide", file));
        if (Boolean.getBoolean("guide.write")) {
            rig.clerk.snapshot(GUIDE.resolve("images").resolve(file));
        }
    }

    @Test
    void thePageShowsOnlyPicturesThatAreThere() throws Exception {
        Matcher pictures = PICTURE.matcher(Files.readString(GUIDE.resolve("clerk.md")));
        int count = 0;
        for (; pictures.find(); count++) {
            assertThat(GUIDE.resolve("images").resolve(pictures.group(1))).exists();
        }
        assertThat(count).isGreaterThan(5);
    }
}
