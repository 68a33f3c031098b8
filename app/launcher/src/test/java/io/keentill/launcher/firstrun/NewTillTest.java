package io.keentill.launcher.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an empty folder to a sale, as whoever sets a till up meets it and by the keyboard alone: the program as it is
 * shipped in a process of its own, real SQLite, a sandbox over real HTTP.
 */
class NewTillTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void trainingFromAnEmptyFolderToASaleWithEveryMistakeOnTheWay() throws Exception {
        try (Person person = office.newTill()) {
            person.cursorComesTo("first-shop");
            assertThat(person.words()).contains("Set this till up", "1 of 3");
            wrongShop(person);
            person.cursorComesTo("first-source-revkeen");
            person.key("TAB");
            assertThat(person.focused()).isEqualTo("first-source-training");
            person.key("SPACE");
            person.reads("No money is real");
            person.enter();
            person.cursorComesTo("first-manager");
            wrongManager(person);
            person.cursorComesTo("first-sell");
            assertThat(person.words()).containsPattern("set up, with 1\\d\\d products");
            person.picture("ready");
            person.enter();
            Office.logIn(person);
            assertThat(person.words()).contains("TRAINING");
            sell(person, "5083016613186", "50");
            person.closeWindow();
        }
        try (TillStore store = TillStore.openReadOnly(office.data())) {
            assertThat(Office.setting(store, Settings.TRAINING)).contains("true");
            assertThat(store.read(View::shop).orElseThrow().address()).containsExactly("1 Mill Lane");
            assertThat(store.read(View::shop).orElseThrow().footer()).containsExactly("Thank you");
        }
        try (Person again = office.newTill()) {
            Office.logIn(again);
            assertThat(again.words()).contains("TRAINING").doesNotContain("Set this till up");
            again.closeWindow();
        }
    }

    private static void wrongShop(Person person) {
        person.isTold("Write the name of the shop", "first-shop");
        person.paste("Corner & Sons");
        person.isTold("Write a name for this till", "first-till");
        person.paste("Front");
        person.write("first-currency", "pounds");
        person.write("first-line1", "1 Mill Lane");
        person.write("first-footer", "Thank you");
        person.isTold("three letters", "first-currency");
        person.write("first-currency", "XAU");
        person.isTold("three letters", "first-currency");
        person.picture("wrong");
        assertThat(person.text("first-shop")).as("nothing typed is lost").isEqualTo("Corner & Sons");
        assertThat(person.text("first-footer")).isEqualTo("Thank you");
        person.write("first-currency", "gbp");
        person.enter();
    }

    private static void wrongManager(Person person) {
        person.isTold("whoever manages this till", "first-manager");
        person.paste("Bea");
        person.write("first-pin", "12");
        person.write("first-again", "12");
        person.isTold("four to eight digits", "first-pin");
        person.write("first-pin", Office.PIN);
        person.write("first-again", "4712");
        person.isTold("not the same", "first-again");
        person.key("ESCAPE");
        person.cursorComesTo("first-source-training");
        person.enter();
        person.cursorComesTo("first-manager");
        assertThat(person.text("first-manager")).as("nothing typed is lost").isEqualTo("Bea");
        person.write("first-again", Office.PIN);
        person.enter();
    }

    private static void sell(Person person, String code, String cash) {
        person.paste(code);
        person.enter();
        person.until(() -> person.sees("line-0"), "the line");
        person.key("F8");
        person.cursorComesTo("cash-amount");
        person.type(cash);
        person.enter();
        person.until(() -> person.sees("receipt"), "the receipt");
    }

    @Test
    void aKeyIsJudgedABreakIsToldAndItGoesOn() throws Exception {
        try (Person person = office.newTill()) {
            Office.shop(person);
            person.to("first-key");
            person.isTold("Type or paste the API key", "first-key");
            person.write("first-key", "rk_sandbox_" + "0".repeat(32));
            assertThat(person.text("first-address")).as("what the key is for").contains("staging-api.revkeen.com");
            person.write("first-address", "revkeen");
            person.isTold("Write an address", "first-address");
            person.write("first-address", office.api());
            person.isTold("refuses this key", "first-key");
            person.picture("refused");
            scopes(person);
            // A picture is taken of it while it comes in, which takes its time on a busy machine.
            office.slowly(4000);
            person.write("first-key", office.keyWithout());
            person.enter();
            person.cursorComesTo("first-manager");
            person.reads("It is for test mode: no money is real");
            breakAndGoOn(person);
            person.enter();
            Office.logIn(person);
            sell(person, "SKU-7", "20");
            person.until(() -> office.orders() == 1, "the order at RevKeen");
            person.closeWindow();
        }
        office.assertAllIsIn();
        Path key = office.data().resolve("secrets").resolve(Secrets.REVKEEN_KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        try (Person again = office.newTill()) {
            Office.logIn(again);
            again.closeWindow();
        }
    }

    /** What a key lacks is named, with what follows of it. */
    private void scopes(Person person) {
        person.write("first-key", office.keyWithout("products:read", "terminal:write"));
        person.isTold("Without products:read there is no catalogue", "first-key");
        assertThat(person.text("first-key-says")).contains("products:read, terminal:write");
        person.write("first-key", office.keyWithout("credit_notes:write", "terminal:write"));
        person.enter();
        person.until(() -> person.sees("first-key-says"), "what the key lacks");
        assertThat(person.text("first-key-says"))
                .contains("RevKeen takes this key. It is for test mode")
                .contains("credit_notes:write, terminal:write")
                .contains("press Next to go on without");
        person.enter();
        person.cursorComesTo("first-manager");
        person.key("ESCAPE");
        person.cursorComesTo("first-source-revkeen");
    }

    private void breakAndGoOn(Person person) throws Exception {
        Office.manager(person);
        person.cursorComesTo("first-stop");
        Office.comesIn(person);
        person.picture("coming");
        int port = office.goesAway();
        person.reads("cannot be reached");
        assertThat(person.words()).contains("Nothing is stored", "nothing that was typed is lost", "Try again");
        person.cursorComesTo("first-next");
        person.picture("broken");
        office.assertNothingIsIn();
        assertThat(office.hasKey()).isFalse();
        office.comesBack(port);
        person.key("SPACE");
        person.cursorComesTo("first-sell");
        assertThat(person.words()).contains("set up, with " + Office.GOODS + " products");
    }

    @Test
    void aWindowThatIsClosedInTheMiddleLeavesNothingBehind() throws Exception {
        office.slowly();
        try (Person person = office.newTill()) {
            Office.shop(person);
            office.account(person);
            Office.manager(person);
            Office.comesIn(person);
            person.closeWindow();
        }
        office.assertNothingIsIn();
        assertThat(office.hasKey()).isFalse();
        try (Person again = office.newTill()) {
            again.cursorComesTo("first-shop");
            assertThat(again.text("first-shop")).isEmpty();
            Office.shop(again);
            office.account(again);
            Office.manager(again);
            again.cursorComesTo("first-stop");
            Office.comesIn(again);
            again.key("SPACE");
            again.reads("Stopped");
            again.cursorComesTo("first-next");
            again.key("SPACE");
            again.cursorComesTo("first-sell");
            again.key("SPACE");
            Office.logIn(again);
            again.closeWindow();
        }
        office.assertAllIsIn();
    }

    @Test
    void pricesInAnotherCurrencyAreToldBeforeAnythingIsStored() throws Exception {
        try (Person person = office.newTill()) {
            person.cursorComesTo("first-shop");
            person.write("first-shop", "Corner & Sons");
            person.write("first-till", "Front");
            person.write("first-currency", "EUR");
            person.enter();
            office.account(person);
            Office.manager(person);
            person.reads("RevKeen's prices are in GBP, this shop's currency is EUR");
            office.assertNothingIsIn();
            person.key("ESCAPE");
            person.cursorComesTo("first-manager");
            person.key("ESCAPE");
            person.cursorComesTo("first-source-revkeen");
            person.key("ESCAPE");
            person.cursorComesTo("first-shop");
            person.write("first-currency", "GBP");
            person.enter();
            person.cursorComesTo("first-source-revkeen");
            person.enter();
            person.cursorComesTo("first-manager");
            person.enter();
            person.cursorComesTo("first-sell");
            person.closeWindow();
        }
        office.assertAllIsIn();
    }

    @Test
    void theWindowSpeaksTheLanguageOfTheMachineAndThenTheOneThatIsChosen() throws Exception {
        try (Person person = Person.at(office.data(), Locale.GERMANY)) {
            person.cursorComesTo("first-shop");
            assertThat(person.words()).contains("Diese Kasse einrichten");
            assertThat(person.text("first-currency")).isEqualTo("EUR");
            person.paste("Ecke");
            person.to("first-language-en_gb");
            person.key("SPACE");
            person.reads("Set this till up");
            person.cursorComesTo("first-language-en_gb");
            assertThat(person.text("first-currency")).isEqualTo("GBP");
            assertThat(person.text("first-shop")).isEqualTo("Ecke");
            person.enter();
            person.reads("Write a name for this till");
            person.closeWindow();
        }
    }
}
