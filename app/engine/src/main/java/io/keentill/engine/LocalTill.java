package io.keentill.engine;

import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.SaleBook;
import io.keentill.engine.install.LocalInstall;
import io.keentill.engine.install.TerminalRoom;
import io.keentill.engine.office.BackOffice;
import io.keentill.engine.office.LocalOffice;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.engine.payment.Overrides;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TabDesk;
import io.keentill.engine.payment.Tabs;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.receipts.PaperFiles;
import io.keentill.engine.receipts.RefundPaper;
import io.keentill.engine.refund.RefundDesk;
import io.keentill.engine.refund.RefundPapers;
import io.keentill.engine.refund.Refunds;
import io.keentill.engine.selling.Catalogue;
import io.keentill.engine.selling.Selling;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.shift.ShiftDesk;
import io.keentill.engine.shift.Shifts;
import io.keentill.engine.shift.TerminalDays;
import io.keentill.engine.staff.LoginResult;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.engine.status.StatusBoard;
import io.keentill.engine.status.TillStatus;
import io.keentill.engine.sync.Cloud;
import io.keentill.engine.sync.CustomerCounter;
import io.keentill.engine.sync.CustomerDesk;
import io.keentill.engine.sync.SyncTasks;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The till on its own data folder. Opening it resolves what a crash left behind and goes on where it stopped. */
public final class LocalTill extends CounterTill {

    private static final System.Logger LOG = System.getLogger(LocalTill.class.getName());

    private final TillStore store;
    private final TillParts parts;
    private final Shop shop;
    private final String name;
    private final TillEvents events = new TillEvents();
    private final StaffRoom staff;
    private final Catalogue catalogue;
    private final Selling selling;
    private final Payments payments;
    private final Refunds refunds;
    private final Overrides overrides;
    private final Tabs tabs;
    private final TaskBoard tasks;
    private final BackOffice office;
    private final StatusBoard board;
    private final Upkeep upkeep;
    private final Paper paper;
    private final Shifts shifts;
    private final TerminalDays terminalDays;
    private final @Nullable Cloud cloud;
    private final CustomerDesk customers;
    private final OnlineDesk online;
    private final LocalInstall install;
    private final List<String> leftOpen;

    private LocalTill(TillStore store, Secrets secrets, TillParts parts, @Nullable String terminalOverride)
            throws StoreException, IOException {
        this.store = store;
        this.parts = parts;
        this.shop = store.read(View::shop)
                .orElseThrow(() -> new IllegalStateException("This till is not set up: run till init first."));
        this.name = setting(Settings.TILL_NAME).orElse("Till");
        IdSource ids = new IdSource(parts.clock(), parts.random());
        SaleBook book = new SaleBook(parts.clock());
        this.staff = new StaffRoom(store, ids, parts.clock(), parts.secureRandom());
        this.catalogue = new Catalogue(store);
        this.selling = new Selling(store, book, ids, parts.clock(), events, shop.currency(), shop.cashRounding());
        this.payments = new Payments(store, book, ids, parts.clock(), events);
        this.tabs = new Tabs(store, payments);
        this.overrides = new Overrides(payments, parts.waits(), staff);
        this.tasks = new TaskBoard(store, parts.clock());
        this.refunds = new Refunds(store, payments, ids, parts.clock(), events, shop.cashRounding());
        Optional<String> address =
                terminalOverride == null ? setting(Settings.TERMINAL) : Optional.of(terminalOverride);
        TerminalRoom room = new TerminalRoom(parts, secrets);
        address.ifPresent(x -> payments.use(room.open(x)));
        this.paper = new TillDevices(parts, shop, events).paper(setting(Settings.PRINTER), payments, staff, refunds);
        this.terminalDays = new TerminalDays(store, payments, parts.waits(), ids, parts.clock(), shop.currency());
        this.shifts = new ShiftParts(store, ids, parts, events, shop, name).desk(staff, paper, terminalDays);
        Optional<String> url = setting(Settings.API_URL);
        Optional<String> key = secrets.get(Secrets.REVKEEN_KEY);
        boolean training = url.isPresent() && parts.isSandbox().test(URI.create(url.get()));
        this.leftOpen = payments.open().stream().map(PaymentAttempt::id).toList();
        this.upkeep = new Upkeep(store, parts, events, payments, paper, this::lookAgain);
        this.cloud = url.isPresent() && key.isPresent()
                ? new TillConnection(store, secrets, payments, parts, ids, name, events, upkeep::refreshSoon)
                        .to(url.get(), key.get())
                : null;
        this.customers = cloud == null ? new CustomerCounter(store, null, ids) : cloud.customers();
        this.online = new OnlineParts(store, ids, parts, events, shop).desk(cloud, paper);
        if (cloud == null) {
            payments.links()
                    .doubtAll(Sentence.of(
                            "till.revkeen-which-would-tell-is-not",
                            "RevKeen, which would tell, is not set up on this till any more"));
        } else {
            refunds.askElsewhere(cloud.salesElsewhere(), cloud.moneyElsewhere());
            terminalDays.askElsewhere(cloud.cardsElsewhere());
        }
        this.office = new LocalOffice(store, staff, payments, parts.clock(), shop.currency(), shop.cashRounding());
        this.board = new StatusBoard(events, new TillLook(store, payments, cloud, training, upkeep::caretaker)::look);
        this.install = new LocalInstall(
                store,
                secrets,
                payments,
                paper,
                room,
                ids,
                parts,
                events,
                shop,
                board::status,
                cloud,
                upkeep::refreshSoon);
        upkeep.begin();
    }

    /**
     * Opens the till of a data folder that was set up before.
     *
     * @param terminalOverride another terminal for this run; null for the one in the settings
     * @throws IllegalArgumentException if a device address is wrong
     * @throws IllegalStateException if the folder holds no till
     */
    public static LocalTill open(TillStore store, Secrets secrets, TillParts parts, @Nullable String terminalOverride)
            throws StoreException, IOException {
        return new LocalTill(store, secrets, parts, terminalOverride);
    }

    private void lookAgain() {
        board.refresh();
        Cloud connected = cloud;
        if (connected != null) {
            connected.keepClaims();
        }
    }

    /** Has the till's data looked after from now on: journal, clock, and backups into this folder. */
    public void lookAfterData(Path backups) throws StoreException {
        upkeep.lookAfterData(backups);
    }

    private Optional<String> setting(String key) throws StoreException {
        return store.read(view -> view.setting(key));
    }

    @Override
    Selling selling() {
        return selling;
    }

    @Override
    Catalogue catalogue() {
        return catalogue;
    }

    @Override
    Payments payments() {
        return payments;
    }

    /** The terminal in use, for health checks and end of day. */
    public Optional<TerminalSession> terminal() {
        return payments.terminal();
    }

    @Override
    public CustomerDesk customers() {
        return customers;
    }

    /** What RevKeen refused, for somebody to look at. */
    public SyncTasks syncTasks() {
        return new SyncTasks(store);
    }

    /** Sends what waits for RevKeen now. */
    public void syncNow() {
        Cloud connected = cloud;
        if (connected != null) {
            connected.syncNow();
        }
        upkeep.refreshSoon();
    }

    /** The status as it is now; blocks for a query. */
    public TillStatus freshStatus() {
        board.refresh();
        return board.status();
    }

    @Override
    public Shop shop() {
        return shop;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TillEvents events() {
        return events;
    }

    @Override
    public TillStatus status() {
        return board.status();
    }

    @Override
    public LoginResult login(String pin) {
        return staff.login(pin);
    }

    @Override
    public List<PaymentAttempt> interrupted() {
        return leftOpen.stream()
                .flatMap(id -> payments.attempt(id).stream())
                .filter(a -> !a.state().isOpen())
                .toList();
    }

    @Override
    public OverrideResult override(String attemptId, Evidence evidence, String pin) {
        return overrides.decide(attemptId, evidence, pin);
    }

    @Override
    public List<TillTask> tasks() {
        return tasks.open();
    }

    @Override
    public Optional<Sentence> closeTask(String taskId, String note, String operator) {
        return tasks.close(taskId, note, operator);
    }

    @Override
    public OnlineDesk online() {
        return online;
    }

    @Override
    public TabDesk tabs() {
        return tabs;
    }

    @Override
    public RefundDesk refunds() {
        return refunds;
    }

    @Override
    public ShiftDesk shifts() {
        return shifts;
    }

    @Override
    public BackOffice office() {
        return office;
    }

    @Override
    public LocalInstall install() {
        return install;
    }

    @Override
    public Optional<Receipt> receipt(String orderId, boolean copy) {
        return order(orderId).filter(o -> o.state() == OrderState.PAID).map(o -> paper.receipt(o, copy));
    }

    @Override
    public Optional<Receipt> giftReceipt(String orderId) {
        return order(orderId).filter(o -> o.state() == OrderState.PAID).map(paper::gift);
    }

    @Override
    public void printGift(String orderId) {
        paper.print(giftReceipt(orderId));
    }

    @Override
    public void print(String orderId, boolean copy) {
        paper.print(receipt(orderId, copy));
    }

    @Override
    public PaperFiles files() {
        return parts.files();
    }

    @Override
    public RefundPapers refundPapers() {
        return new RefundPaper(refunds, paper);
    }

    @Override
    public void close() {
        upkeep.close();
        if (cloud != null) {
            cloud.close();
        }
        payments.terminal().ifPresent(TerminalSession::close);
        paper.close();
        try {
            store.close();
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The store did not close cleanly", e);
        }
    }
}
