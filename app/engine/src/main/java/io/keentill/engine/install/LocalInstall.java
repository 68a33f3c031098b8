package io.keentill.engine.install;

import io.keentill.domain.shop.Shop;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.TillParts;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TestPayment;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.status.TillStatus;
import io.keentill.engine.sync.Cloud;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The installer's work on the till's own data and devices. */
public final class LocalInstall implements InstallDesk {

    private final TerminalRoom room;
    private final LocalDevices devices;
    private final LocalPrinter printer;
    private final LocalCare care;
    private final LocalConnector connector;
    private final TestPayment tests;
    private volatile InstallParts machine = new InstallParts(Path.of(""), Surroundings.NONE, List::of);

    /** On {@code payments}' terminal; {@code changed} runs when the till looks different because of what is done here. */
    public LocalInstall(
            TillStore store,
            Secrets secrets,
            Payments payments,
            Paper paper,
            TerminalRoom room,
            IdSource ids,
            TillParts parts,
            TillEvents events,
            Shop shop,
            Supplier<TillStatus> status,
            @Nullable Cloud cloud,
            Runnable changed) {
        this.room = room;
        Surroundings around = new Around();
        this.tests = new TestPayment(store, payments, ids, parts.clock());
        this.devices = new LocalDevices(
                store,
                payments,
                room,
                new TerminalSetUp(parts.drivers(), shop.currency().getCurrencyCode()),
                tests,
                new TerminalSearch(parts.drivers(), parts.links(), around, TerminalSearch.USUAL),
                parts.clock(),
                parts.waits(),
                changed);
        this.printer = new LocalPrinter(store, paper, parts.printers(), parts.links(), around, events);
        this.care = new LocalCare(
                store,
                secrets,
                parts.revkeen(),
                status,
                () -> machine.machine().get(),
                () -> machine.data(),
                parts.appVersion(),
                parts.clock());
        this.connector = new LocalConnector(store, cloud);
        events.subscribe(this::onEvent);
    }

    /** A test payment that was in doubt may have found its end. */
    private void onEvent(TillEvent event) {
        if (event instanceof TillEvent.PaymentResolved resolved
                && resolved.attempt().orderId() == null) {
            tests.reconcile();
        }
    }

    /** Works with this machine from now on. */
    public void equip(InstallParts parts) {
        machine = parts;
        room.frames().keepIn(FrameFile.in(parts.data()));
    }

    @Override
    public DeviceDesk terminals() {
        return devices;
    }

    @Override
    public PrinterDesk printer() {
        return printer;
    }

    @Override
    public ConnectorDesk connector() {
        return connector;
    }

    @Override
    public CareDesk care() {
        return care;
    }

    /** Whatever machine the till works with by now. */
    private final class Around implements Surroundings {

        @Override
        public Ports serialPorts() {
            return machine.surroundings().serialPorts();
        }

        @Override
        public Ports usbDevices() {
            return machine.surroundings().usbDevices();
        }

        @Override
        public List<String> networkHosts() {
            return machine.surroundings().networkHosts();
        }
    }
}
