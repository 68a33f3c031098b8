package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.paylink.PayLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen of paying fits the smallest screen that tills have, at each size of text: nothing is cut, and the bar and
 * every key are whole. A toast covers nothing that is needed. Keeps a picture of each.
 */
class PayOnSmallScreenTest {

    private static final double LEAST_CONTRAST = 4.5;
    /** Where a toast stands is looked at every fifteen frames, once for each place that it may have to try. */
    private static final int ENOUGH = 60;
    /** How the keys look that go on with a payment, or are typed on. */
    private static final Set<String> NEXT = Set.of("accent", "large", "strong", "numkey", "quick-amount");

    private static final Sentence SHORT = RealWords.said("receipts.no-receipt-printer-is-set-up");
    private static final Sentence LONG = RealWords.said(
            "receipts.failed",
            RealWords.said("receipts.receipt", "5"),
            RealWords.said("printer.the-printer-is-out-of-paper"));

    private final List<String> complaints = new ArrayList<>();
    private FakeTill till;
    private OfficeRig rig;
    private StorefrontDriver person;
    private String name = "";

    @ParameterizedTest
    @CsvSource({"100,en", "100,de", "115,en", "115,de", "130,en", "130,de", "150,en", "150,de"})
    void everyScreenOfPayingFits(int percent, String language) throws Exception {
        till = Mornings.busy();
        till.office().choices.put("text", Integer.toString(percent));
        rig = new OfficeRig(till, language.equals("de") ? Locale.GERMANY : Locale.UK, 1024, 600);
        name = "pay-small-" + percent + "-" + language;
        person = rig.person;
        try {
            person.login(FakeOffice.MANAGER_PIN);
            cash();
            card();
            link();
            unknown();
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }

    private void cash() throws Exception {
        person.scan("9*" + Sample.SOAP);
        person.key(KeyCode.F8);
        person.waitForVisible("take-cash", SOON);
        look("cash");
        hand("1x");
        person.waitForVisible("cash-complaint", SOON);
        look("cash-refused");
        clear(2);
        hand("5");
        person.waitFor(() -> !person.words("tenders").isEmpty(), SOON, "the part that is paid");
        look("split");
        hand("6");
        person.waitFor(() -> person.words("tenders").lines().count() == 2, SOON, "the second part");
        hand("x");
        person.waitForVisible("cash-complaint", SOON);
        look("split-refused");
        clear(1);
        hand("50");
        person.waitForVisible("receipt", SOON);
        look("change");
        person.press("mail-ask");
        person.waitForVisible("mail-send", SOON);
        person.type("ann");
        person.press("mail-send");
        person.waitForVisible("mail-complaint", SOON);
        look("mail");
        Toolkit.run(() -> rig.scene().lookup("#mail-address").requestFocus());
        person.key(KeyCode.END);
        person.type("@example.com");
        person.press("mail-send");
        person.waitForVisible("mail-states", SOON);
        look("mailed");
        assertThat(person.focused()).as("Enter begins the next sale").isEqualTo("new-sale");
        person.press("new-sale");
    }

    private void hand(String amount) throws Exception {
        Toolkit.run(() -> rig.scene().lookup("#cash-amount").requestFocus());
        person.type(amount);
        person.press("take-cash");
    }

    private void clear(int figures) {
        for (int i = 0; i < figures; i++) {
            person.press("cash-delete");
        }
    }

    private void card() throws Exception {
        person.scan("3*" + Sample.SOAP);
        person.key(KeyCode.F9);
        person.waitForVisible("card-cancel", SOON);
        look("card");
        till.say(Progress.Stage.RECOVERING, "The terminal does not answer. Looking for the payment at the terminal");
        look("card-looking");
        till.terminalSays(AttemptState.DECLINED);
        person.waitForVisible("card-outcome", SOON);
        look("declined");
        person.press("card-again");
        till.terminalSays(AttemptState.APPROVED);
        person.waitForVisible("receipt", SOON);
        look("paid-by-card");
        person.press("new-sale");
    }

    private void link() throws Exception {
        person.scan("3*" + Sample.SOAP);
        person.key(KeyCode.F8);
        person.waitForVisible("take-cash", SOON);
        hand("5");
        person.waitFor(() -> !person.words("tenders").isEmpty(), SOON, "the part that is paid");
        person.key(KeyCode.F7);
        person.waitForVisible("link", SOON);
        look("link-asked");
        till.links.opens();
        look("link");
        till.links.tell(PayLink.Stage.WAITING, "Network is unreachable");
        look("link-away");
        till.links.resolves(AttemptState.CANCELLED);
        person.waitForVisible("card-outcome", SOON);
        look("link-ended");
        person.press("cash-instead");
        person.payCash("20");
        person.waitForVisible("receipt", SOON);
        look("split-change");
        person.press("new-sale");
    }

    private void unknown() throws Exception {
        person.scan("3*" + Sample.SOAP);
        person.key(KeyCode.F9);
        till.terminalSays(AttemptState.UNKNOWN);
        person.waitForVisible("card-unknown", SOON);
        look("unknown");
    }

    private void look(String screen) throws Exception {
        person.settle();
        Toolkit.run(() -> {
            ScreenCheck.complaints(rig.storefront.root(), LEAST_CONTRAST)
                    .forEach(c -> complaints.add(name + " " + screen + ": " + c));
            Bounds sight = new BoundingBox(-1, -1, 1026, 602);
            shown(".button").filter(key -> !sight.contains(at(key))).forEach(key -> complain(screen, key, "is cut"));
            shown(".status-bar")
                    .filter(bar -> !sight.contains(at(bar)))
                    .forEach(bar -> complain(screen, bar, "is cut"));
            for (String words : List.of(
                    "#tenders-scroll",
                    "#card-words",
                    "#link-words",
                    "#outcome-words",
                    "#unknown-words",
                    "#receipt-after")) {
                shown(words)
                        .forEach(scroll -> shown(words + " .label, " + words + " .button")
                                .filter(node -> !grown(at(scroll)).contains(at(node)))
                                .forEach(node -> complain(screen, node, "has to be scrolled to")));
            }
            shown("#paper-scroll")
                    .forEach(scroll -> shown(".paper-line")
                            .filter(line -> at(line).getMaxX() > at(scroll).getMaxX() + 1)
                            .forEach(line -> complain(screen, line, "has its figures cut off")));
            shown(".ring-progress-indicator")
                    .filter(ring -> Math.abs(at(ring).getWidth() - at(ring).getHeight()) > 1)
                    .forEach(ring -> complain(screen, ring, "is no circle"));
            Node card = shown(".ways").findFirst().orElse(null);
            if (card != null) {
                Bounds inside = grown(at(card));
                shown(".ways .button, .ways .label")
                        .filter(node -> !inside.contains(at(node)))
                        .forEach(node -> complain(screen, node, "sticks out"));
            }
        });
        rig.shot(name + "/" + screen);
        toast(screen, "short", SHORT);
        toast(screen, "long", LONG);
    }

    /** Notices come at any moment. One that has room nowhere may lie over what nobody needs to go on, until it is pressed. */
    private void toast(String screen, String which, Sentence words) throws Exception {
        till.events().publish(new TillEvent.Notice(words));
        person.waitForVisible("toast", SOON);
        AtomicInteger frames = new AtomicInteger();
        Runnable frame = frames::incrementAndGet;
        Toolkit.run(() -> rig.scene().addPostLayoutPulseListener(frame));
        person.waitFor(() -> covered().isEmpty() || frames.get() > ENOUGH, SOON, "a place for the toast");
        Toolkit.run(() -> rig.scene().removePostLayoutPulseListener(frame));
        List<Node> under = covered();
        under.stream()
                .filter(node -> which.equals("short") || NEXT.stream().anyMatch(node.getStyleClass()::contains))
                .forEach(node -> complain(screen, node, "has the " + which + " toast on it"));
        rig.shot(name + "/" + screen + "-toast-" + which);
        if (!under.isEmpty()) {
            Toolkit.run(() -> shown("#toast").toList().forEach(FakeMouse::click));
            if (person.isVisible("toast")) {
                complaints.add(name + " " + screen + ": the toast on " + under + " does not go when it is pressed");
            }
        }
        // Not by a click, which would take the cursor along.
        Toolkit.run(() -> shown("#toast-close").toList().forEach(close -> ((Button) close).fire()));
    }

    private List<Node> covered() {
        List<Node> found = new ArrayList<>();
        try {
            Toolkit.run(() -> {
                List<Bounds> toasts = shown("#toast").map(node -> at(node)).toList();
                Stream.concat(shown(".button, .text-field, .due, .change"), Stream.ofNullable(cursor()))
                        .filter(node -> !node.isDisabled() && !isInToast(node))
                        .filter(node -> toasts.stream().anyMatch(grown(at(node))::intersects))
                        .forEach(found::add);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    /** What has the keys, unless it is the whole screen. */
    private Node cursor() {
        Node owner = rig.scene().getFocusOwner();
        return owner instanceof Control ? owner : null;
    }

    private static boolean isInToast(Node node) {
        return node.getParent() != null && "toast".equals(node.getParent().getId());
    }

    private void complain(String screen, Node node, String what) {
        complaints.add(name + " " + screen + ": " + ScreenCheck.where(node) + " " + what + " " + at(node));
    }

    private Stream<Node> shown(String selector) {
        return Stream.of(selector.split(", "))
                .flatMap(one -> rig.scene().getRoot().lookupAll(one).stream())
                .filter(ScreenText::isShown);
    }

    private static Bounds grown(Bounds b) {
        return new BoundingBox(b.getMinX() - 1, b.getMinY() - 1, b.getWidth() + 2, b.getHeight() + 2);
    }

    private static Bounds at(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
