package io.keentill.engine.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.receipt.ReceiptComposer;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillParts;
import io.keentill.engine.payment.TestPaymentResult;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.status.TillStatus;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terminals set up, changed and forgotten while the till runs. */
class LocalInstallTest {

    private static final String WHO = "ina";
    private static final TillStatus STATUS = new TillStatus(
            TillStatus.Connection.NOT_SET_UP,
            Sentence.quoted("No RevKeen is set up"),
            0,
            null,
            1,
            null,
            null,
            TillStatus.ConnectorState.DISCONNECTED,
            0,
            false,
            List.of(Sentence.quoted("The disk is nearly full")));

    private static final String FIRST = "plain:tcp:host:1";
    private static final String SECOND = "paired:tcp:host:2";

    private final FakeFamily plain = new FakeFamily("plain", false, 1001);
    private final FakeFamily paired = new FakeFamily("paired", true, 1002);
    private final List<String> listening = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private TestTill till;
    private LocalInstall install;
    private DeviceDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.running(), new FakeTerminal());
        till.payments().use(null);
        TillParts parts = parts();
        Secrets secrets = new Secrets(folder);
        Shop shop = new Shop("Shop", List.of(), "", TestTill.GBP, CashRounding.NONE, List.of());
        install = new LocalInstall(
                till.store(),
                secrets,
                till.payments(),
                new Paper(null, receipts(shop), till.payments(), id -> id, till.refunds(), till.events()),
                new TerminalRoom(parts, secrets),
                till.ids(),
                parts,
                till.events(),
                shop,
                () -> STATUS,
                null,
                () -> {});
        install.equip(new InstallParts(
                folder,
                new Around(),
                () -> List.of(new Finding(Sentence.quoted("Java"), true, Sentence.quoted("25"), Sentence.quoted("")))));
        desk = install.terminals();
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    private static ReceiptComposer receipts(Shop shop) {
        return new ReceiptComposer(shop, Locale.UK, ZoneOffset.UTC, ReceiptWords.of(Locale.UK));
    }

    private TillParts parts() {
        return new TillParts(
                till.clock(),
                new Random(1),
                new Random(2),
                (address, within) -> {
                    if (!listening.contains(address.where())) {
                        throw new LinkException("Nobody there");
                    }
                    return new SilentLink();
                },
                List.of(plain, paired),
                FrameTrace.OFF,
                FakePrinter.at(printed),
                Locale.UK,
                "1",
                url -> true);
    }

    private static final class Around implements Surroundings {
        @Override
        public Ports serialPorts() {
            return new Ports(
                    List.of(new FoundPort("serial:/dev/ttyUSB0", Sentence.quoted("USB-Serial"), Optional.empty())),
                    List.of(Sentence.quoted("One port is not allowed: join the group dialout")));
        }

        @Override
        public Ports usbDevices() {
            return new Ports(List.of(), List.of());
        }

        @Override
        public List<String> networkHosts() {
            return List.of("10.0.0.1", "10.0.0.2");
        }
    }

    private static final class Heard implements SearchWatch {
        final List<String> found = new CopyOnWriteArrayList<>();
        final List<Sentence> troubles = new CopyOnWriteArrayList<>();
        volatile int done;
        volatile int all;
        volatile int stopAfter = Integer.MAX_VALUE;

        @Override
        public synchronized void progress(int now, int of) {
            done = Math.max(done, now);
            all = of;
        }

        @Override
        public void found(Candidate candidate) {
            found.add(candidate.place() + " " + candidate.address());
        }

        @Override
        public void trouble(Sentence message) {
            troubles.add(message);
        }

        @Override
        public boolean cancelled() {
            return found.size() >= stopAfter;
        }
    }

    private SetUpResult add(String address, String name, String replaces) {
        return desk.add(
                new NewTerminal(address, name, Map.of("currency", "GBP"), Map.of("code", FakeFamily.CODE), replaces),
                WHO);
    }

    private KnownTerminal done(SetUpResult result) {
        assertThat(result).isInstanceOf(SetUpResult.Done.class);
        return ((SetUpResult.Done) result).terminal();
    }

    private String refused(SetUpResult result) {
        assertThat(result).isInstanceOf(SetUpResult.Refused.class);
        return ((SetUpResult.Refused) result).message().toString();
    }

    private Optional<String> setting() throws Exception {
        return till.store().read(view -> view.setting(Settings.TERMINAL));
    }

    private List<String> journalled() throws Exception {
        return till.store().read(view -> view.journal(0, 100)).stream()
                .map(JournalEntry::type)
                .filter(t -> t.startsWith("terminal."))
                .toList();
    }

    @Test
    void everyPlaceIsSearchedAndEachFindIsTold() {
        listening.add("10.0.0.2:1002");
        Heard heard = new Heard();
        desk.search("", heard);
        assertThat(heard.found)
                .containsExactlyInAnyOrder(
                        "SERIAL plain:serial:/dev/ttyUSB0",
                        "SERIAL paired:serial:/dev/ttyUSB0",
                        "NETWORK paired:tcp:10.0.0.2:1002");
        assertThat(heard.troubles).containsExactly(Sentence.quoted("One port is not allowed: join the group dialout"));
        assertThat(heard.done).isEqualTo(4).isEqualTo(heard.all);
        Heard one = new Heard();
        desk.search("10.0.0.2", one);
        assertThat(one.found).containsExactly("NETWORK paired:tcp:10.0.0.2:1002");
        Heard typed = new Heard();
        desk.search("plain:tcp:till.shop:9", typed);
        assertThat(typed.found).containsExactly("NETWORK plain:tcp:till.shop:9");
        Heard wrong = new Heard();
        desk.search("10.0.0.0/8", wrong);
        assertThat(wrong.troubles).singleElement().asString().contains("prefix from 22 to 32");
        Heard stopped = new Heard();
        stopped.stopAfter = 0;
        desk.search("10.0.0.2", stopped);
        assertThat(stopped.found).isEmpty();
    }

    /** What cannot be taken is refused in a sentence of ours, so that it can be said in another language. */
    @Test
    void aBadAddressIsRefusedInASentence() {
        assertThat(desk.form("host:20007"))
                .isInstanceOfSatisfying(
                        SetUpForm.Refused.class,
                        no -> assertThat(no.message().code()).isEqualTo("link.is-no-terminal-address"));
        assertThat(desk.form("other:tcp:host:1"))
                .isInstanceOfSatisfying(
                        SetUpForm.Refused.class,
                        no -> assertThat(no.message().code()).isEqualTo("install.no-driver-for-the-terminal-family"));
        assertThat(add("plain:tcp:host:1?speed", "Desk", null))
                .isInstanceOfSatisfying(
                        SetUpResult.Refused.class,
                        no -> assertThat(no.message().code()).isEqualTo("link.is-no-option"));
        Optional<Sentence> page = install.printer().testPage(new PrinterDesk.Printer("printer", "80", "19"));
        assertThat(page).map(Sentence::code).contains("link.is-no-device-address");
        Heard wrong = new Heard();
        desk.search("10.0.0.0/8", wrong);
        assertThat(wrong.troubles).singleElement().extracting(Sentence::code).isEqualTo("install.is-no-range");
    }

    @Test
    void aDriverBuiltForAnotherContractIsNeverOpened() {
        plain.contract = 2;
        assertThat(desk.form(FIRST))
                .isInstanceOfSatisfying(
                        SetUpForm.Refused.class,
                        no -> assertThat(no.message().code())
                                .isEqualTo("install.the-driver-was-built-for-another-version"));
        assertThat(refused(add(FIRST, "Left", null))).contains("Family plain", "version 2");
        assertThat(plain.opened).isEmpty();
    }

    @Test
    void aFamilyAsksItsOwnQuestions() {
        assertThat(desk.form(SECOND)).isInstanceOfSatisfying(SetUpForm.Ask.class, ask -> {
            assertThat(ask.settings())
                    .singleElement()
                    .satisfies(s -> assertThat(s.usual()).as("the shop's own").isEqualTo("GBP"));
            assertThat(ask.questions())
                    .singleElement()
                    .satisfies(q -> assertThat(q.secret()).isTrue());
        });
        assertThat(desk.form(FIRST))
                .isInstanceOfSatisfying(
                        SetUpForm.Ask.class, ask -> assertThat(ask.questions()).isEmpty());
        assertThat(desk.form("nonsense")).isInstanceOf(SetUpForm.Refused.class);
        assertThat(desk.form("other:tcp:x:1")).isInstanceOf(SetUpForm.Refused.class);
        assertThat(desk.form("plain:tcp:nowhere")).isInstanceOf(SetUpForm.Refused.class);
    }

    @Test
    void theFirstOneTakesThePaymentsAndTheNextWaits() throws Exception {
        assertThat(done(add(FIRST, "Left", null)).inUse()).isTrue();
        assertThat(till.payments().terminal().orElseThrow().address()).isEqualTo(FIRST);
        assertThat(setting()).contains(FIRST);
        KnownTerminal second = done(add(SECOND, "Right", null));
        assertThat(second.inUse()).isFalse();
        assertThat(second.serial()).isEqualTo("S-77");
        assertThat(paired.opened).last().asString().endsWith("?GBP");
        assertThat(desk.known()).extracting(KnownTerminal::name).containsExactly("Left", "Right");
        assertThat(done(desk.use(SECOND, WHO)).inUse()).isTrue();
        assertThat(plain.closed).contains(FIRST);
        assertThat(setting()).contains(SECOND + "?currency=GBP");
        assertThat(desk.known()).extracting(KnownTerminal::name).containsExactly("Right", "Left");
        assertThat(journalled())
                .containsExactly("terminal.set_up", "terminal.used", "terminal.set_up", "terminal.used");
    }

    @Test
    void whatCannotBeReachedOrPairedIsNotTakenOn() {
        plain.there = false;
        assertThat(refused(add(FIRST, "Left", null))).contains("No answer");
        assertThat(refused(desk.add(new NewTerminal(SECOND, "", Map.of(), Map.of("code", "0000"), null), WHO)))
                .contains("refuses this code");
        assertThat(refused(desk.add(new NewTerminal(SECOND, "", Map.of(), Map.of("code", "secret!"), null), WHO)))
                .contains("The code on its screen")
                .doesNotContain("secret!");
        assertThat(refused(desk.add(new NewTerminal(SECOND, "", Map.of("currency", "pounds"), Map.of(), null), WHO)))
                .contains("currency");
        assertThat(desk.known()).isEmpty();
        assertThat(till.payments().terminal()).isEmpty();
    }

    @Test
    void whileAPaymentIsOpenTheTerminalStaysInUse() throws Exception {
        add(FIRST, "Left", null);
        add(SECOND, "Right", null);
        assertThat(desk.test(TestTill.pounds(100), WHO)).isInstanceOf(TestPaymentResult.NotKnown.class);
        assertThat(refused(desk.use(SECOND, WHO))).contains("not decided yet");
        assertThat(desk.unpair(FIRST, WHO))
                .hasValueSatisfying(why -> assertThat(why).contains("not decided yet"));
        assertThat(add("paired:tcp:other:3", "New", FIRST)).isInstanceOf(SetUpResult.Refused.class);
        assertThat(setting()).contains(FIRST);
        assertThat(till.payments().terminal().orElseThrow().address()).isEqualTo(FIRST);
        assertThat(desk.unpair(SECOND, WHO)).as("another one may go").isEmpty();
        assertThat(paired.unpaired).containsExactly(SECOND);
    }

    @Test
    void oneTakesThePlaceOfAnother() throws Exception {
        add(FIRST, "Counter", null);
        KnownTerminal fresh = done(add(SECOND, "Counter", FIRST));
        assertThat(fresh.name()).isEqualTo("Counter");
        assertThat(till.payments().terminal().orElseThrow().address()).isEqualTo(SECOND);
        assertThat(desk.known()).extracting(KnownTerminal::key).containsExactly(SECOND);
        assertThat(journalled()).endsWith("terminal.used", "terminal.unpaired");
    }

    @Test
    void forgottenItTakesNoMorePayments() throws Exception {
        add(SECOND, "Right", null);
        assertThat(desk.unpair(SECOND, WHO)).isEmpty();
        assertThat(paired.unpaired).containsExactly(SECOND);
        assertThat(setting()).isEmpty();
        assertThat(till.payments().terminal()).isEmpty();
        assertThat(desk.known()).isEmpty();
        assertThat(desk.unpair(SECOND, WHO)).isPresent();
        assertThat(refused(desk.rename(SECOND, "x", WHO))).contains("knows no terminal");
    }

    @Test
    void oneThatWasSetUpBeforeTheListIsOnItAndCanBeNamed() throws Exception {
        till.store().write(tx -> {
            tx.putSetting(Settings.TERMINAL, FIRST);
            return tx;
        });
        assertThat(desk.known())
                .singleElement()
                .satisfies(t -> assertThat(t.inUse()).isTrue());
        assertThat(done(desk.rename(FIRST, " Front ", WHO)).name()).isEqualTo("Front");
        assertThat(desk.known()).extracting(KnownTerminal::name).containsExactly("Front");
        assertThat(refused(desk.rename(FIRST, " ", WHO))).contains("1 to 40");
    }

    @Test
    void itsHealthIsAskedAndReadFromItsPayments() throws Exception {
        add(FIRST, "Left", null);
        plain.next = new Outcome.Approved(TestTill.pounds(100), CardDetails.NONE, Outcome.TerminalReceipts.NONE);
        assertThat(desk.test(TestTill.pounds(100), WHO)).isInstanceOf(TestPaymentResult.GivenBack.class);
        plain.next = new Outcome.Declined("05", "No", CardDetails.NONE, Outcome.TerminalReceipts.NONE);
        desk.test(TestTill.pounds(100), WHO);
        TerminalHealth health = desk.health(FIRST);
        assertThat(health.status().state()).isEqualTo(TerminalStatus.State.READY);
        assertThat(health.record().payments()).isEqualTo(3);
        assertThat(health.record().answered()).isEqualTo(3);
        assertThat(health.record().approved()).isEqualTo(2);
        assertThat(health.lastSeen()).isNotNull();
        plain.there = false;
        TerminalHealth away = desk.health(FIRST);
        assertThat(away.status().state()).isEqualTo(TerminalStatus.State.UNREACHABLE);
        assertThat(away.lastSeen()).as("not now, but then").isEqualTo(health.lastSeen());
    }

    @Test
    void framesAreKeptUnderTheirOwnTerminal() {
        add(FIRST, "Left", null);
        add(SECOND, "Right", null);
        assertThat(desk.frames()).extracting(FrameFile.Frame::terminal).contains(FIRST, SECOND);
        assertThat(desk.frames()).allSatisfy(f -> assertThat(f.text()).isEqualTo("hello " + f.terminal()));
    }

    @Test
    void aPrinterIsTriedUsedAndForgotten() throws Exception {
        listening.add("10.0.0.1:9100");
        Heard heard = new Heard();
        install.printer().search("", heard);
        assertThat(heard.found).containsExactlyInAnyOrder("SERIAL serial:/dev/ttyUSB0", "NETWORK tcp:10.0.0.1:9100");
        PrinterDesk.Printer printer = new PrinterDesk.Printer("tcp:10.0.0.1:9100", "58", "19");
        assertThat(install.printer().testPage(printer)).isEmpty();
        assertThat(install.printer().openDrawer(PrinterDesk.Printer.usual("tcp:10.0.0.1:9100")))
                .isEmpty();
        assertThat(printed)
                .containsExactly("tcp:10.0.0.1:9100?paper=58 prints Test page", "tcp:10.0.0.1:9100 opens the drawer");
        assertThat(install.printer().current()).isNull();
        assertThat(install.printer().use(printer, WHO)).isEmpty();
        assertThat(install.printer().current()).isEqualTo(printer);
        assertThat(install.printer().testPage(PrinterDesk.Printer.usual("tcp:jammed:9100")))
                .contains(Sentence.quoted("Out of paper"));
        assertThat(install.printer().use(PrinterDesk.Printer.usual("nonsense"), WHO))
                .isPresent();
        assertThat(install.printer().current()).isEqualTo(printer);
        assertThat(install.printer().forget(WHO)).isEmpty();
        assertThat(install.printer().current()).isNull();
    }

    @Test
    void theExaminationNamesWhatIsToBeDone() {
        assertThat(install.care().examine())
                .anySatisfy(f -> assertThat(f)
                        .isEqualTo(
                                new Finding(Sentence.quoted("Java"), true, Sentence.quoted("25"), Sentence.quoted(""))))
                .anySatisfy(f -> assertThat(f.fix()).contains("disk is nearly full"))
                .anySatisfy(f -> assertThat(f.what().toString() + f.state()).contains("Receipt printernone set up"))
                .anySatisfy(f -> assertThat(f.fix()).hasToString("See to the tasks."));
    }
}
