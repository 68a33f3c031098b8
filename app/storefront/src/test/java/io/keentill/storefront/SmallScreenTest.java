package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the smallest screen that tills have, with the largest text: the whole rail is reached, a toast is in nobody's way. */
class SmallScreenTest {

    private static final String UNKNOWN = "4006381333931";
    private static final List<String> WORKSPACES =
            List.of("sell", "orders", "tasks", "shift", "staff", "journal", "looks", "install", "rules");
    private static final double LEAST_TARGET = 44;
    private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(30);
    /** How the keys look that go on with a sale or a step, or are typed on. */
    private static final Set<String> NEXT = Set.of("accent", "large", "strong", "numkey", "quick-amount");

    private final List<String> complaints = new ArrayList<>();
    private OfficeRig rig;
    private StorefrontDriver person;
    private String name = "";

    private void open(int width, int height, int percent, String language) throws Exception {
        FakeTill till = Mornings.busy();
        till.office().choices.put("text", Integer.toString(percent));
        rig = new OfficeRig(till, language.equals("de") ? Locale.GERMANY : Locale.UK, width, height);
        name = "small-" + width + "-" + percent + "-" + language + "-";
        person = rig.person;
        person.login(FakeOffice.MANAGER_PIN);
    }

    @ParameterizedTest
    @CsvSource({"1024,600,150,en", "1024,600,150,de", "1024,600,100,de", "1366,768,100,en"})
    void aToastCoversNeitherTheRailNorAKeyThatGoesOnNorTheCursor(int width, int height, int percent, String language)
            throws Exception {
        open(width, height, percent, language);
        try {
            everywhere(this::toast);
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }

    /** Three at once, as after a bad scan with a printer that is off: nobody reads them through each other. */
    @ParameterizedTest
    @CsvSource({"1024,600,150,en", "1024,600,150,de", "1024,600,100,de", "1280,800,100,de"})
    void severalToastsAtOnceCoverNothingThatIsNeededAndAreReadOneAfterTheOther(
            int width, int height, int percent, String language) throws Exception {
        open(width, height, percent, language);
        name += "three-";
        try {
            everywhere(this::three);
            assertThat(read()).as("each, the newest first or all at once").containsExactlyInAnyOrder("13", "14", "15");
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }

    /** With toasts at the field, while cash is taken and in each workspace. */
    private void everywhere(Toasting toasts) throws Exception {
        person.scan(Sample.MILK);
        toasts.come();
        look("sell");
        person.key(KeyCode.F8);
        person.waitForVisible("take-cash", OfficeRig.SOON);
        look("cash");
        person.key(KeyCode.ESCAPE);
        for (String workspace : WORKSPACES) {
            rig.go(workspace);
            toasts.come();
            look(workspace);
        }
    }

    /** Makes toasts come. */
    @FunctionalInterface
    private interface Toasting {
        void come() throws Exception;
    }

    private void three() throws Exception {
        clear();
        for (String code : List.of("40063813339313", "40063813339314", "40063813339315")) {
            person.scan(code);
            Toolkit.run(() -> toasts().forEach(SmallScreenTest::stand));
        }
    }

    /** The ends of the codes on the toasts, each read and closed, until there is none. */
    private List<String> read() throws Exception {
        List<String> read = new ArrayList<>();
        while (person.isVisible("toast")) {
            String words = person.words("toast");
            read.add(words.replaceAll("(?s).*400638133393(\\d\\d).*", "$1"));
            person.press("toast-close");
        }
        return read;
    }

    @ParameterizedTest
    @CsvSource({"1024,600,150,de", "1024,600,100,en"})
    void everyPlaceOfTheRailIsInSightOnceTheCursorIsOnIt(int width, int height, int percent, String language)
            throws Exception {
        open(width, height, percent, language);
        try {
            Keyboard keys = new Keyboard(person, rig.scene());
            person.key(KeyCode.F10);
            for (String workspace : WORKSPACES) {
                keys.to("go-" + workspace);
                whole("go-" + workspace);
            }
            person.key(KeyCode.ESCAPE);
            rig.go("looks");
            person.alt(KeyCode.DIGIT9);
            person.waitForVisible("rules", OfficeRig.SOON);
            whole("go-rules");
            rig.shot(name + "rail-end");
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }

    /** Somebody who reads it, or is about to press it, is not to be hurried. */
    @Test
    void aToastStandsAsLongAsTheCursorIsOnIt() throws Exception {
        open(1366, 768, 100, "en");
        try {
            person.scan(UNKNOWN);
            Toolkit.run(() -> node("toast-close").requestFocus());
            assertThat(time().getStatus()).isEqualTo(Animation.Status.STOPPED);
            person.key(KeyCode.TAB);
            assertThat(time().getStatus()).isEqualTo(Animation.Status.RUNNING);
            Animation time = time();
            Toolkit.run(() -> time.jumpTo(time.getTotalDuration()));
            person.waitFor(() -> !person.isVisible("toast"), OfficeRig.SOON, "its end");
        } finally {
            rig.close();
        }
    }

    private void whole(String id) throws Exception {
        person.settle();
        Toolkit.run(() -> {
            rig.scene().getRoot().layout();
            Bounds item = at(node(id));
            Bounds sight = at(node("rail-scroll"));
            if (item.getMinY() < sight.getMinY() - 1 || item.getMaxY() > sight.getMaxY() + 1) {
                complaints.add(name + id + " is cut: " + item + " in " + sight);
            }
            if (item.getHeight() < LEAST_TARGET) {
                complaints.add(name + id + " is " + item.getHeight() + " high");
            }
        });
    }

    private Animation time() throws Exception {
        AtomicReference<Animation> time = new AtomicReference<>();
        Toolkit.run(
                () -> time.set((Animation) Objects.requireNonNull(node("toast").getUserData(), "its time")));
        return time.get();
    }

    /** One alone, that stands for as long as it takes to look. */
    private void toast() throws Exception {
        clear();
        person.scan(UNKNOWN);
        Toolkit.run(() -> toasts().forEach(SmallScreenTest::stand));
    }

    private void clear() throws Exception {
        while (person.isVisible("toast")) {
            Toolkit.run(
                    () -> rig.scene().getRoot().lookupAll("#toast-close").forEach(close -> ((Button) close).fire()));
            person.settle();
        }
    }

    private static void stand(Node toast) {
        PauseTransition time = (PauseTransition) toast.getUserData();
        time.stop();
        time.setDuration(Duration.hours(1));
        time.play();
    }

    private Set<Node> toasts() {
        return rig.scene().getRoot().lookupAll("#toast");
    }

    private void look(String screen) throws Exception {
        try {
            person.waitFor(() -> inTheWay().isEmpty(), PATIENCE, "a toast in nobody's way");
        } catch (IllegalStateException e) {
            inTheWay().forEach(at -> complaints.add(name + screen + ": the toast is on " + at));
        }
        Toolkit.run(() -> {
            Bounds bar = at(node("status"));
            if (!isInSight(bar)) {
                complaints.add(name + screen + ": the bar is cut, " + bar);
            }
        });
        rig.shot(name + screen);
    }

    private List<String> inTheWay() {
        List<String> found = new ArrayList<>();
        try {
            Toolkit.run(() -> {
                List<Bounds> toasts = toasts().stream().map(SmallScreenTest::at).toList();
                covered()
                        .filter(at -> toasts.stream().anyMatch(at(at)::intersects))
                        .map(ScreenCheck::where)
                        .forEach(found::add);
                toasts.stream().filter(one -> !isInSight(one)).forEach(one -> found.add("beyond the screen: " + one));
                toasts.stream()
                        .filter(one -> toasts.stream().anyMatch(other -> !other.equals(one) && other.intersects(one)))
                        .forEach(one -> found.add("another toast: " + one));
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    private boolean isInSight(Bounds one) {
        return one.getMinX() >= 0
                && one.getMinY() >= 0
                && one.getMaxX() <= rig.scene().getWidth()
                && one.getMaxY() <= rig.scene().getHeight();
    }

    private Stream<Node> covered() {
        Node cursor = rig.scene().getFocusOwner();
        return Stream.concat(
                Stream.of(node("rail"), cursor)
                        .filter(Objects::nonNull)
                        .filter(ScreenText::isShown)
                        .filter(SmallScreenTest::isNoBackground),
                rig.scene().getRoot().lookupAll(".button").stream()
                        .filter(ScreenText::isShown)
                        .filter(key -> !key.isDisabled())
                        .filter(key -> key.getStyleClass().stream().anyMatch(NEXT::contains)));
    }

    /** What has the keys of a whole screen is not covered by a toast in its corner. */
    private static boolean isNoBackground(Node node) {
        return node.getId() != null && node.getId().equals("rail")
                || node instanceof Region region && region.getHeight() < 170;
    }

    private static Bounds at(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private Node node(String id) {
        return Objects.requireNonNull(rig.scene().lookup("#" + id), id);
    }
}
