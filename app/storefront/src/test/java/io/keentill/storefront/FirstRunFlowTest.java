package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.setup.FirstRun;
import io.keentill.engine.setup.KeyCheck;
import io.keentill.storefront.looks.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an empty folder to selling, as a person walks it. The real engine, by keys alone: see the launcher's tests. */
class FirstRunFlowTest {

    private static final String KEY = "first-key";

    private final FakeFirstRun desk = new FakeFirstRun();
    private FirstRunRig rig;
    private StorefrontDriver person;

    private void open(Locale locale) throws Exception {
        rig = new FirstRunRig(desk, locale, Theme.LIGHT, 100);
        person = rig.person;
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aShopWithAKeyIsSetUpAndTheKeyIsGoneFromTheScreen() throws Exception {
        open(Locale.UK);
        person.press("first-next");
        assertThat(person.text("first-complaint")).contains("name of the shop");
        assertThat(person.text("first-currency")).isEqualTo("GBP");
        rig.fill("first-line1", "1 Mill");
        rig.shop();
        person.press("first-next");
        assertThat(person.text("first-complaint")).contains("API key");
        rig.fill(KEY, "rk_live_no");
        assertThat(person.text("first-address")).isEqualTo(KeyCheck.LIVE);
        person.press("first-next");
        person.waitForVisible("first-complaint", SOON);
        assertThat(person.text("first-complaint")).contains("Settings > API Keys");
        rig.fill(KEY, FakeFirstRun.GOOD);
        person.press("first-next");
        rig.manager();
        assertThat(person.text("first-environment")).contains("live mode: money is real");
        rig.fill("first-again", "4712");
        person.press("first-next");
        assertThat(person.text("first-complaint")).contains("not the same");
        rig.fill("first-again", "4711");
        person.press("first-next");
        person.waitForVisible("first-sell", SOON);
        assertThat(person.text("first-ready")).contains("2,418 products").contains("Old mug");
        FirstRun.Wish wish = desk.wishes.getLast();
        assertThat(wish.shop().name()).isEqualTo("Corner");
        assertThat(wish.shop().address()).containsExactly("1 Mill");
        assertThat(wish.locale()).isEqualTo(Locale.UK);
        assertThat(wish.manager().pin()).isEqualTo("4711");
        assertThat(wish.source()).isInstanceOf(FirstRun.Source.Account.class);
        assertThat(wish.source().toString()).doesNotContain(FakeFirstRun.GOOD);
        person.press("first-sell");
        assertThat(rig.ended).containsExactly("sell");
    }

    @Test
    void missingScopesAreNamedBeforeGoingOn() throws Exception {
        open(Locale.UK);
        rig.shop();
        rig.fill(KEY, FakeFirstRun.NARROW);
        assertThat(person.text("first-address")).isEqualTo(KeyCheck.TEST);
        person.press("first-next");
        person.waitForVisible("first-key-says", SOON);
        assertThat(person.text("first-key-says")).contains("test mode").contains("credit_notes:write, terminal:write");
        person.press("first-next");
        person.waitForVisible("first-manager", SOON);
        assertThat(desk.checked).hasSize(1);
    }

    @Test
    void aKeyThatCannotReadTheCatalogueDoesNotLeadOn() throws Exception {
        open(Locale.UK);
        rig.shop();
        rig.fill(KEY, FakeFirstRun.BLIND);
        person.press("first-next");
        person.waitForVisible("first-complaint", SOON);
        assertThat(person.text("first-complaint")).contains("Without products:read, tax_rates:read");
        person.press("first-next");
        person.waitFor(() -> desk.checked.size() == 2, SOON, "RevKeen to be asked again");
        assertThat(person.isVisible("first-manager")).isFalse();
    }

    @Test
    void trainingNeedsNoKeyAndADownloadIsStoppedAndTakenUpAgain() throws Exception {
        desk.downloadGoesOn = true;
        open(Locale.UK);
        rig.shop();
        person.press("first-source-training");
        person.press("first-next");
        rig.manager();
        person.press("first-next");
        person.waitForVisible("first-stop", SOON);
        person.waitFor(() -> person.text("first-count").contains("1,200"), SOON, "how far it is");
        person.press("first-stop");
        person.waitFor(() -> person.text("first-complaint").contains("Stopped"), SOON, "the stop");
        desk.downloadGoesOn = false;
        person.press("first-back");
        person.waitForVisible("first-manager", SOON);
        assertThat(person.text("first-manager")).as("nothing typed is lost").isEqualTo("Bea");
        person.press("first-next");
        person.waitForVisible("first-sell", SOON);
        assertThat(desk.wishes.getLast().source()).isEqualTo(new FirstRun.Source.Practice());
        assertThat(desk.checked).isEmpty();
    }

    @Test
    void aBreakIsToldAndOneKeyTriesAgain() throws Exception {
        desk.breaks = true;
        open(Locale.UK);
        rig.shop();
        person.press("first-source-training");
        person.press("first-next");
        rig.manager();
        person.key(KeyCode.ENTER);
        person.waitFor(() -> person.text("first-complaint").contains("cannot be reached"), SOON, "the break");
        assertThat(person.text("first-complaint")).contains("Nothing is stored");
        assertThat(person.text("first-next")).isEqualTo("Try again");
        person.waitFor(() -> person.focused().equals("first-next"), SOON, "the cursor");
        desk.breaks = false;
        person.key(KeyCode.SPACE);
        person.waitForVisible("first-sell", SOON);
        assertThat(desk.wishes).hasSize(2);
    }

    @Test
    void aWindowThatIsClosedStopsTheDownload() throws Exception {
        desk.downloadGoesOn = true;
        open(Locale.UK);
        rig.shop();
        person.press("first-source-training");
        person.press("first-next");
        rig.manager();
        person.press("first-next");
        person.waitForVisible("first-stop", SOON);
        person.waitFor(() -> desk.wishes.size() == 1, SOON, "the download");
        Toolkit.run(rig.screen::close);
        person.waitFor(() -> desk.stopped, SOON, "its end");
    }

    @Test
    void theLanguageIsThatOfTheWindowAtOnce() throws Exception {
        open(Locale.UK);
        rig.fill("first-shop", "Ecke");
        person.press("first-language-de_de");
        person.waitFor(() -> person.words("first-run").contains("Diese Kasse einrichten"), SOON, "German");
        person.waitFor(() -> person.focused().equals("first-language-de_de"), SOON, "the cursor");
        assertThat(person.text("first-currency")).isEqualTo("EUR");
        assertThat(person.text("first-shop")).isEqualTo("Ecke");
        rig.fill("first-currency", "CHF");
        person.press("first-language-en_gb");
        person.waitFor(() -> person.words("first-run").contains("Set this till up"), SOON, "English");
        assertThat(person.text("first-currency")).as("what was typed").isEqualTo("CHF");
        person.press("first-next");
        assertThat(person.text("first-complaint")).contains("name for this till");
    }

    /** What a screen reader and the tabulator go through: what is asked, then on, then back. */
    @Test
    void theTabulatorGoesFromTheTopToTheBottom() throws Exception {
        open(Locale.UK);
        person.waitFor(() -> person.focused().equals("first-shop"), SOON, "the cursor");
        assertThat(stops())
                .containsExactly(
                        "first-shop",
                        "first-till",
                        "first-currency",
                        "first-language-en_gb",
                        "first-language-de_de",
                        "first-line1",
                        "first-line2",
                        "first-tax",
                        "first-footer",
                        "first-next");
        rig.shop();
        person.waitFor(() -> person.focused().equals("first-source-revkeen"), SOON, "the cursor");
        assertThat(stops())
                .containsExactly(
                        "first-source-revkeen",
                        "first-source-training",
                        "first-key",
                        "first-address",
                        "first-back",
                        "first-next");
        person.press("first-source-training");
        person.press("first-next");
        person.waitFor(() -> person.focused().equals("first-manager"), SOON, "the cursor");
        assertThat(stops()).containsExactly("first-manager", "first-pin", "first-again", "first-back", "first-next");
    }

    private List<String> stops() {
        List<String> stops = new ArrayList<>();
        String at = person.focused();
        while (!stops.contains(at)) {
            stops.add(at);
            person.key(KeyCode.TAB);
            at = person.focused();
        }
        return stops;
    }
}
