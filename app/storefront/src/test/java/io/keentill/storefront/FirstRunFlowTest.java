package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.setup.FirstRun;
import io.keentill.engine.setup.KeyCheck;
import io.keentill.storefront.looks.Theme;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an empty folder to selling, as a person walks it. */
class FirstRunFlowTest {

    private static final String KEY = "first-key";

    private final FakeFirstRun desk = new FakeFirstRun();
    private final List<String> ended = new ArrayList<>();
    private FirstRunStage screen;
    private Stage stage;
    private StorefrontDriver person;

    private void open(Locale locale, Theme theme, int percent) throws Exception {
        Options options =
                new Options(locale, ZoneOffset.UTC, InstantSource.fixed(FakeTill.NOW), List.of(), Duration.ZERO);
        AtomicReference<FirstRunStage> made = new AtomicReference<>();
        AtomicReference<Stage> shown = new AtomicReference<>();
        Toolkit.run(() -> {
            made.set(new FirstRunStage(desk, options, () -> ended.add("sell"), theme, percent));
            shown.set(new Stage(StageStyle.UNDECORATED));
            shown.get().setWidth(1366);
            shown.get().setHeight(768);
            made.get().show(shown.get());
        });
        screen = made.get();
        stage = shown.get();
        person = new StorefrontDriver(screen);
        person.waitForVisible("first-shop", SOON);
    }

    @AfterEach
    void close() throws Exception {
        Toolkit.run(() -> {
            screen.close();
            stage.close();
        });
    }

    private void fill(String id, String text) {
        person.press(id);
        person.key(KeyCode.END);
        while (!person.text(id).isEmpty()) {
            person.key(KeyCode.BACK_SPACE);
        }
        person.type(text);
    }

    private void shop() {
        fill("first-shop", "Corner");
        fill("first-till", "Front");
        person.press("first-next");
    }

    private void manager() {
        person.waitForVisible("first-manager", SOON);
        fill("first-manager", "Bea");
        fill("first-pin", "4711");
        fill("first-again", "4711");
    }

    @Test
    void aShopWithAKeyIsSetUpAndTheKeyIsGoneFromTheScreen() throws Exception {
        open(Locale.UK, Theme.LIGHT, 100);
        person.press("first-next");
        assertThat(person.text("first-complaint")).contains("name of the shop");
        assertThat(person.text("first-currency")).isEqualTo("GBP");
        fill("first-line1", "1 Mill");
        shop();
        person.press("first-next");
        assertThat(person.text("first-complaint")).contains("API key");
        fill(KEY, "rk_live_no");
        assertThat(person.text("first-address")).isEqualTo(KeyCheck.LIVE);
        person.press("first-next");
        person.waitForVisible("first-complaint", SOON);
        assertThat(person.text("first-complaint")).contains("Settings > API Keys");
        fill(KEY, FakeFirstRun.GOOD);
        person.press("first-next");
        manager();
        fill("first-again", "4712");
        person.press("first-next");
        assertThat(person.text("first-complaint")).contains("not the same");
        fill("first-again", "4711");
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
        assertThat(ended).containsExactly("sell");
    }

    @Test
    void missingScopesAreNamedBeforeGoingOn() throws Exception {
        open(Locale.UK, Theme.LIGHT, 100);
        shop();
        fill(KEY, FakeFirstRun.NARROW);
        assertThat(person.text("first-address")).isEqualTo(KeyCheck.TEST);
        person.press("first-next");
        person.waitForVisible("first-key-says", SOON);
        assertThat(person.text("first-key-says")).contains("test mode").contains("credit_notes:write, terminal:write");
        person.press("first-next");
        person.waitForVisible("first-manager", SOON);
        assertThat(desk.checked).hasSize(1);
    }

    @Test
    void trainingNeedsNoKeyAndADownloadIsStopped() throws Exception {
        desk.downloadGoesOn = true;
        open(Locale.UK, Theme.LIGHT, 100);
        shop();
        person.press("first-source-training");
        person.press("first-next");
        manager();
        person.press("first-next");
        person.waitForVisible("first-stop", SOON);
        person.waitFor(() -> person.text("first-count").contains("1,200"), SOON, "how far it is");
        person.press("first-stop");
        person.waitFor(() -> person.text("first-complaint").contains("Stopped"), SOON, "the stop");
        desk.downloadGoesOn = false;
        person.press("first-next");
        person.waitForVisible("first-manager", SOON);
        assertThat(person.text("first-manager")).as("nothing typed is lost").isEqualTo("Bea");
        person.press("first-next");
        person.waitForVisible("first-sell", SOON);
        assertThat(desk.wishes.getLast().source()).isEqualTo(new FirstRun.Source.Practice());
        assertThat(desk.checked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,100", "DARK,de,100", "CONTRAST,en,100", "LIGHT,de,150"})
    void everyStepCanBeReadAndHit(Theme theme, String language, int percent) throws Exception {
        List<String> complaints = new ArrayList<>();
        String name = "first-" + theme.key() + "-" + language + (percent == 100 ? "" : "-" + percent);
        open(language.equals("de") ? Locale.GERMANY : Locale.UK, theme, percent);
        look(complaints, name, "shop");
        shop();
        fill(KEY, FakeFirstRun.NARROW);
        person.press("first-next");
        person.waitForVisible("first-key-says", SOON);
        look(complaints, name, "key");
        person.press("first-next");
        manager();
        look(complaints, name, "manager");
        desk.downloadGoesOn = true;
        person.press("first-next");
        person.waitForVisible("first-stop", SOON);
        look(complaints, name, "download");
        desk.downloadGoesOn = false;
        person.waitForVisible("first-sell", SOON);
        look(complaints, name, "ready");
        assertThat(complaints).isEmpty();
    }

    private void look(List<String> complaints, String name, String step) throws Exception {
        person.settle();
        Toolkit.run(() ->
                ScreenCheck.complaints(screen.root(), 4.5).forEach(c -> complaints.add(name + " " + step + ": " + c)));
        person.snapshot(OfficeRig.SHOTS.resolve(name).resolve(step + ".png"));
    }
}
