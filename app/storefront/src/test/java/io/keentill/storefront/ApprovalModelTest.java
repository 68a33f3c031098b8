package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.shop.Permission;
import io.keentill.engine.office.Approval;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.text.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalModelTest {

    private final FakeTill till = new FakeTill();
    private final Session session = new Session();
    private final ApprovalModel model =
            new ApprovalModel(till, new DirectWorker(), session, new Texts(Locale.UK, ZoneOffset.UTC));
    private final List<Approval> granted = new ArrayList<>();

    @BeforeEach
    void aClerkIsLoggedIn() {
        session.begin(FakeOffice.ASHA);
    }

    private void ask() {
        model.ask(Permission.PRICE_OVERRIDE, "Tea at £1.00", granted::add);
    }

    private void type(String pin) {
        pin.chars().forEach(c -> model.digit((char) c));
        model.submit();
    }

    @Test
    void whoMayIsNotAsked() {
        session.begin(FakeOffice.BEA);
        ask();
        assertThat(granted).extracting(Approval::by).containsExactly(FakeOffice.BEA);
        assertThat(model.isOpen()).isFalse();
        assertThat(till.office().approved).isEmpty();
    }

    @Test
    void aManagersPinGrantsOnceAndTheClerkStaysLoggedIn() {
        ask();
        assertThat(model.isOpen()).isTrue();
        type(FakeOffice.MANAGER_PIN);
        assertThat(granted).containsExactly(new Approval(Permission.PRICE_OVERRIDE, FakeOffice.BEA));
        assertThat(till.office().approved).containsExactly("PRICE_OVERRIDE Tea at £1.00 by Bea");
        assertThat(session.current()).contains(FakeOffice.ASHA);
        assertThat(model.isOpen()).isFalse();
        type(FakeOffice.MANAGER_PIN);
        assertThat(granted).hasSize(1);
    }

    @Test
    void aClerksPinAWrongOneAndAShortOneGrantNothing() {
        ask();
        type(FakeTill.PIN);
        assertThat(model.messageProperty().get()).contains("Asha");
        type("9999");
        assertThat(model.messageProperty().get()).contains("2 tries");
        type("99");
        assertThat(model.messageProperty().get()).contains("at least 4");
        assertThat(granted).isEmpty();
        assertThat(model.isOpen()).isTrue();
    }

    @Test
    void givenUpNothingIsDone() {
        ask();
        model.digit('4');
        model.close();
        assertThat(model.lengthProperty().get()).isZero();
        type(FakeOffice.MANAGER_PIN);
        assertThat(granted).isEmpty();
    }

    @Test
    void nobodyIsAskedWhileNobodyIsLoggedIn() {
        session.end();
        ask();
        assertThat(model.isOpen()).isFalse();
        assertThat(granted).isEmpty();
    }
}
