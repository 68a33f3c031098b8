package io.keentill.engine.install;

import io.keentill.domain.shop.Shop;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.TillParts;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TestPayment;
import io.keentill.store.TillStore;
import java.util.List;

/** The installer's work on the till's own data and devices. */
public final class LocalInstall implements InstallDesk {

    private final TerminalRoom room;
    private final LocalDevices devices;
    private final TestPayment tests;
    private volatile Surroundings surroundings = Surroundings.NONE;

    /** On {@code payments}' terminal; {@code changed} runs when the till looks different because of what is done here. */
    public LocalInstall(
            TillStore store,
            Payments payments,
            TerminalRoom room,
            IdSource ids,
            TillParts parts,
            TillEvents events,
            Shop shop,
            Runnable changed) {
        this.room = room;
        this.tests = new TestPayment(store, payments, ids, parts.clock());
        this.devices = new LocalDevices(
                store,
                payments,
                room,
                new TerminalSetUp(parts.drivers(), shop.currency().getCurrencyCode()),
                tests,
                new TerminalSearch(parts.drivers(), parts.links(), new Around(), TerminalSearch.USUAL),
                parts.clock(),
                parts.waits(),
                changed);
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
        surroundings = parts.surroundings();
        room.frames().keepIn(FrameFile.in(parts.data()));
    }

    @Override
    public DeviceDesk terminals() {
        return devices;
    }

    /** Whatever machine the till works with by now. */
    private final class Around implements Surroundings {

        @Override
        public Ports serialPorts() {
            return surroundings.serialPorts();
        }

        @Override
        public Ports usbDevices() {
            return surroundings.usbDevices();
        }

        @Override
        public List<String> networkHosts() {
            return surroundings.networkHosts();
        }
    }
}
