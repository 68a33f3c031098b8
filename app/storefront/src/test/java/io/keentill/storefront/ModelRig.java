package io.keentill.storefront;

import io.keentill.domain.shop.Staff;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.counter.Screens;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.counter.Toast;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.text.Texts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What view models are made of, without a toolkit: everything runs on the test's own thread. */
final class ModelRig {

    final FakeTill till;
    final DirectWorker worker = new DirectWorker();
    final Session session = new Session();
    final Screens screens = new Screens();
    final Toasts toasts = new Toasts();
    final Texts texts = new Texts(Locale.UK, ZoneOffset.UTC);
    final ApprovalModel approvals;

    private ModelRig(FakeTill till, String pin) {
        this.till = till;
        this.approvals = new ApprovalModel(till, worker, session, texts);
        session.begin(who(pin));
    }

    static ModelRig manager(FakeTill till) {
        return new ModelRig(till, FakeOffice.MANAGER_PIN);
    }

    static ModelRig clerk(FakeTill till) {
        return new ModelRig(till, FakeTill.PIN);
    }

    private Staff who(String pin) {
        return till.office().byPin.get(pin);
    }

    /** A manager puts in the PIN over what is asked. */
    void approve() {
        FakeOffice.MANAGER_PIN.chars().forEach(digit -> approvals.digit((char) digit));
        approvals.submit();
    }

    List<String> told() {
        return toasts.shown().stream().map(Toast::text).toList();
    }
}
