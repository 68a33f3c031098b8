package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.payment.TestPaymentResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Walks through {@code docs/guide/installer.md} and makes its pictures. They are kept beside it when run with
 * {@code -Dguide.write=true}; without, the walk alone is tested, and that the page shows only pictures that are there.
 */
class InstallerGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\((images/[^)]+)\\)");

    @Test
    void theInstallersPageIsWalked() throws Exception {
        try (OfficeRig rig = new OfficeRig(Mornings.busy(), Locale.UK, 1100, 700)) {
            StorefrontDriver person = rig.person;
            person.login(FakeOffice.MANAGER_PIN);
            rig.go("install");
            person.waitForVisible("health-record", SOON);
            rig.till
                    .install()
                    .tests
                    .add(new TestPaymentResult.GivenBack(
                            FakeInstall.attempt(PaymentKind.SALE, AttemptState.APPROVED, null),
                            FakeInstall.attempt(PaymentKind.REVERSAL, AttemptState.APPROVED, null)));
            person.press("trial-go");
            person.waitForVisible("trial-outcome", SOON);
            picture(person, "terminal");
            person.press("terminal-add");
            person.press("terminal-search");
            person.waitForVisible("terminal-found-1", SOON);
            person.press("terminal-found-1");
            person.waitForVisible("add-go", SOON);
            picture(person, "pair");
            person.press("install-section-printer");
            person.press("printer-search");
            person.waitForVisible("printer-found-0", SOON);
            person.press("printer-found-0");
            person.press("printer-test");
            person.waitForVisible("printer-characters", SOON);
            picture(person, "printer");
            person.press("install-section-faults");
            person.waitFor(() -> person.words("findings").contains("credit_notes:write"), SOON, "the findings");
            picture(person, "faults");
        }
    }

    @Test
    void theFirstRunIsWalkedToItsEnd() throws Exception {
        FakeFirstRun desk = new FakeFirstRun();
        try (FirstRunRig rig = new FirstRunRig(desk, 1100, 700)) {
            StorefrontDriver person = rig.person;
            rig.fill("first-shop", "Corner & Sons");
            rig.fill("first-till", "Front");
            rig.fill("first-line1", "1 Mill Lane");
            rig.fill("first-line2", "York YO1 7HH");
            picture(person, "first");
            person.press("first-next");
            person.press("first-key");
            person.type(FakeFirstRun.NARROW);
            person.press("first-next");
            person.waitForVisible("first-key-says", SOON);
            picture(person, "key");
            person.press("first-next");
            rig.manager();
            desk.downloadGoesOn = true;
            person.press("first-next");
            person.waitFor(() -> person.text("first-count").contains("1,200"), SOON, "how far it is");
            picture(person, "catalogue");
            desk.downloadGoesOn = false;
            person.waitForVisible("first-sell", SOON);
        }
    }

    private static void picture(StorefrontDriver person, String name) {
        person.snapshot(Path.of("target", "guide", "installer-" + name + ".png"));
        if (Boolean.getBoolean("guide.write")) {
            person.snapshot(GUIDE.resolve("images").resolve("installer-" + name + ".png"));
        }
    }

    @Test
    void thePageShowsOnlyPicturesThatAreThere() throws Exception {
        Matcher pictures = PICTURE.matcher(Files.readString(GUIDE.resolve("installer.md")));
        assertThat(pictures.results()
                        .map(found -> GUIDE.resolve(found.group(1)))
                        .toList())
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture).exists());
    }
}
