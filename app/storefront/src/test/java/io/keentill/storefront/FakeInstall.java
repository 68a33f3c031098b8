package io.keentill.storefront;

import io.keentill.device.terminal.DriverSetting;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.install.Candidate;
import io.keentill.engine.install.CareDesk;
import io.keentill.engine.install.ConnectorDesk;
import io.keentill.engine.install.DeviceDesk;
import io.keentill.engine.install.Finding;
import io.keentill.engine.install.FrameFile;
import io.keentill.engine.install.InstallDesk;
import io.keentill.engine.install.KnownTerminal;
import io.keentill.engine.install.NewTerminal;
import io.keentill.engine.install.SearchWatch;
import io.keentill.engine.install.SetUpForm;
import io.keentill.engine.install.SetUpResult;
import io.keentill.engine.install.TerminalHealth;
import io.keentill.engine.payment.TestPaymentResult;
import io.keentill.engine.status.TillStatus;
import io.keentill.engine.sync.LinkResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/** An installer's desk in memory: one terminal in use, one to be found that has to be paired. */
final class FakeInstall implements InstallDesk, DeviceDesk, CareDesk, ConnectorDesk {

    static final String COUNTER = "zvt:tcp:192.168.1.20:20007";
    static final String FOUND = "weblink:tls:192.168.1.31:8080";
    static final String SECRET = "s3cret-pass";

    final List<FrameFile.Frame> line = new CopyOnWriteArrayList<>(List.of(
            new FrameFile.Frame(FakeTill.NOW, COUNTER, "OUT", "06 01 0A 04 00 00 00 00 01 00 49 08 26"),
            new FrameFile.Frame(FakeTill.NOW.plusMillis(8), COUNTER, "IN", "80 00 00"),
            new FrameFile.Frame(
                    FakeTill.NOW.plusSeconds(5),
                    COUNTER,
                    "IN",
                    "04 0F 1C 27 00 22 F8 EE EE EE EE EE 14 86 (card masked)")));
    final FakePrinterDesk printer = new FakePrinterDesk();
    final List<KnownTerminal> terminals = new ArrayList<>();
    final List<NewTerminal> added = new ArrayList<>();
    final List<PaymentAttempt> unfinished = new ArrayList<>();
    final BlockingQueue<TestPaymentResult> tests = new LinkedBlockingQueue<>();
    volatile boolean cancelAsked;
    volatile boolean searchGoesOn;
    /** The list of terminals is told once this is down. */
    volatile CountDownLatch held = new CountDownLatch(0);

    volatile Optional<String> bound = Optional.empty();
    private volatile boolean byCode;
    private final FakeTill till;

    FakeInstall(FakeTill till) {
        this.till = till;
        terminals.add(new KnownTerminal(
                COUNTER, "Counter left", true, "17202531", "CCV Base Next", FakeTill.NOW.minusSeconds(30)));
    }

    static PaymentAttempt attempt(PaymentKind kind, AttemptState state, String message) {
        Money one = Money.of(100, Sample.GBP);
        return new PaymentAttempt(
                "t-" + kind,
                "7K2M9XQ4AB",
                null,
                kind,
                one,
                COUNTER,
                "m1",
                null,
                state,
                state == AttemptState.APPROVED ? one : null,
                CardDetails.NONE,
                message == null ? null : Sentence.quoted(message),
                null,
                FakeTill.NOW,
                FakeTill.NOW,
                state.isOpen() ? null : FakeTill.NOW);
    }

    @Override
    public DeviceDesk terminals() {
        return this;
    }

    @Override
    public FakePrinterDesk printer() {
        return printer;
    }

    @Override
    public ConnectorDesk connector() {
        return this;
    }

    @Override
    public Standing standing() {
        return new Standing(TillStatus.ConnectorState.LINKED, true, byCode);
    }

    @Override
    public LinkResult link(String code, String operator) {
        byCode = code.equals("7KQ2M-X9RDA");
        return byCode
                ? new LinkResult.Linked("dev_7")
                : new LinkResult.NotLinked(RealWords.said("sync.revkeen-does-not-take-this-code"));
    }

    @Override
    public Optional<Sentence> unlink(String operator) {
        byCode = false;
        return Optional.empty();
    }

    @Override
    public CareDesk care() {
        return this;
    }

    @Override
    public List<Finding> examine() {
        return List.of(
                new Finding(Sentence.quoted("Java"), true, Sentence.quoted("25.0.1"), Sentence.quoted("")),
                new Finding(
                        Sentence.of("install.revkeen-and-its-key", "RevKeen and its key"),
                        false,
                        Sentence.quoted("https://api.revkeen.com/v2, LIVE"),
                        Sentence.of(
                                "install.add-these-scopes-to-the-key",
                                "Add these scopes to the key in RevKeen: {0}",
                                "credit_notes:write")),
                new Finding(
                        Sentence.of("check.data-folder", "Data folder"),
                        true,
                        Sentence.of("check.cannot-be-written", "cannot be written ({0})", "/data"),
                        Sentence.of("check.choose-another", "Choose another with --data.")));
    }

    @Override
    public Bundle bundle(Path folder) {
        return new Bundle.Written(folder.resolve("keentill-support-20261124-101500.zip"));
    }

    @Override
    public Path exportFolder() {
        return Path.of("till", "exports");
    }

    @Override
    public Path usualFolder() {
        return Path.of("till", "support");
    }

    @Override
    public List<KnownTerminal> known() {
        List<KnownTerminal> now = List.copyOf(terminals);
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now;
    }

    @Override
    public void search(String where, SearchWatch watch) {
        watch.progress(10, 1016);
        watch.found(new Candidate(
                "zvt:serial:/dev/ttyUSB0",
                "ZVT (girocard terminals)",
                Candidate.Place.SERIAL,
                Sentence.quoted("USB-Serial Controller, Prolific")));
        watch.found(new Candidate(
                FOUND,
                "POSitive WebLink (PAX on the local network)",
                Candidate.Place.NETWORK,
                Sentence.quoted("192.168.1.31:8080")));
        watch.progress(508, 1016);
        while (searchGoesOn && !watch.cancelled()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public SetUpForm form(String address) {
        return address.equals(FOUND)
                ? new SetUpForm.Ask(
                        "POSitive WebLink (PAX on the local network)",
                        List.of(new DriverSetting(
                                "currency",
                                RealWords.said("poslink.currency-of-the-terminals-account-as"),
                                Pattern.compile("[A-Z]{3}"),
                                "GBP")),
                        List.of(
                                new PairingQuestion(
                                        "serial",
                                        RealWords.said("weblink.the-terminals-serial-number-from-its"),
                                        false,
                                        Pattern.compile("\\d+")),
                                new PairingQuestion(
                                        "passphrase",
                                        RealWords.said("nexo.the-passphrase-of-the-shared-key"),
                                        true,
                                        Pattern.compile(".+"))))
                : new SetUpForm.Ask("ZVT (girocard terminals)", List.of(), List.of());
    }

    @Override
    public SetUpResult add(NewTerminal terminal, String operator) {
        added.add(terminal);
        if (terminal.answers().containsKey("passphrase")
                && !terminal.answers().get("passphrase").equals(SECRET)) {
            return new SetUpResult.Refused(RealWords.said("nexo.the-terminal-refused-the-till-status", "Failure"));
        }
        KnownTerminal fresh = new KnownTerminal(
                terminal.address(), terminal.name(), terminals.isEmpty(), "1850", "PAX A920", FakeTill.NOW);
        if (terminal.replaces() != null) {
            terminals.removeIf(t -> t.address().equals(terminal.replaces()));
            fresh = new KnownTerminal(terminal.address(), terminal.name(), true, "1850", "PAX A920", FakeTill.NOW);
        }
        terminals.add(fresh);
        return new SetUpResult.Done(fresh, Sentence.quoted(""));
    }

    @Override
    public SetUpResult use(String address, String operator) {
        if (bound.isPresent()) {
            return new SetUpResult.Refused(Sentence.quoted(bound.get()));
        }
        terminals.replaceAll(t -> new KnownTerminal(
                t.address(), t.name(), t.address().equals(address), t.serial(), t.model(), t.lastSeen()));
        return new SetUpResult.Done(find(address), Sentence.quoted(""));
    }

    private KnownTerminal find(String address) {
        return terminals.stream()
                .filter(t -> t.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public SetUpResult rename(String address, String name, String operator) {
        terminals.replaceAll(t -> t.address().equals(address)
                ? new KnownTerminal(address, name, t.inUse(), t.serial(), t.model(), t.lastSeen())
                : t);
        return new SetUpResult.Done(find(address), Sentence.quoted(""));
    }

    @Override
    public Optional<Sentence> unpair(String address, String operator) {
        if (bound.isEmpty()) {
            terminals.removeIf(t -> t.address().equals(address));
        }
        return bound.map(Sentence::quoted);
    }

    @Override
    public TerminalHealth health(String address) {
        return new TerminalHealth(
                new TerminalStatus(TerminalStatus.State.READY, "", "T1", "2.8"),
                Duration.ofMillis(312),
                FakeTill.NOW,
                new TerminalHealth.Record(48, 47, 44, Duration.ofMillis(7_400)));
    }

    @Override
    public TestPaymentResult test(Money amount, String operator) {
        till.events()
                .publish(new TillEvent.PaymentProgress(
                        "7K2M9XQ4AB", new Progress(Progress.Stage.WAITING_FOR_CARD, "Please present card")));
        try {
            return tests.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TestPaymentResult.Refused(RealWords.said("sync.interrupted"));
        }
    }

    @Override
    public void cancelTest() {
        cancelAsked = true;
    }

    @Override
    public List<PaymentAttempt> unfinishedTests() {
        return List.copyOf(unfinished);
    }

    @Override
    public TestPaymentResult finishTest(String attemptId, String operator) {
        unfinished.clear();
        return new TestPaymentResult.GivenBack(
                attempt(PaymentKind.SALE, AttemptState.APPROVED, null),
                attempt(PaymentKind.REFUND, AttemptState.APPROVED, null));
    }

    @Override
    public List<FrameFile.Frame> frames() {
        return List.copyOf(line);
    }
}
