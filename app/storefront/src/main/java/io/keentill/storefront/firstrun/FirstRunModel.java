package io.keentill.storefront.firstrun;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.setup.DownloadWatch;
import io.keentill.engine.setup.FirstRun;
import io.keentill.engine.setup.KeyCheck;
import io.keentill.engine.setup.TillSetup;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** From an empty folder to selling: shop, RevKeen or training, the first manager, the catalogue. */
public final class FirstRunModel {

    /** Its steps. */
    public enum Step {
        /** Who sells. */
        SHOP,
        /** Where products come from. */
        SOURCE,
        /** Who logs in first. */
        MANAGER,
        /** The catalogue is fetched. */
        DOWNLOAD,
        /** Ready to sell. */
        DONE
    }

    /** Where products come from. */
    public enum Source {
        /** RevKeen with a key. */
        REVKEEN,
        /** A sandbox on this machine. */
        TRAINING
    }

    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.SHOP);
    private final ReadOnlyObjectWrapper<Source> source = new ReadOnlyObjectWrapper<>(Source.REVKEEN);
    private final ReadOnlyObjectWrapper<Locale> language;
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper storing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper keySays = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper environment = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyIntegerWrapper products = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final FirstRunForm form;
    private final FirstRun desk;
    private final TillWorker worker;
    private Texts texts;
    private @Nullable AtomicBoolean stop;
    private String checked = "";
    private String wrong = "";

    /** A first run by {@code desk}; what fits {@code locale} is suggested. */
    public FirstRunModel(FirstRun desk, TillWorker worker, Texts texts) {
        this.desk = desk;
        this.worker = worker;
        this.texts = texts;
        this.form = new FirstRunForm(texts.locale());
        this.language =
                new ReadOnlyObjectWrapper<>(texts.locale().getLanguage().equals("de") ? Locale.GERMANY : Locale.UK);
        form.keyProperty().addListener((o, before, now) -> keyTyped(before, now));
    }

    private void keyTyped(String before, String now) {
        keySays.set("");
        String address = form.addressProperty().get();
        if (address.isBlank() || address.equals(KeyCheck.usualAddress(before))) {
            form.addressProperty().set(KeyCheck.usualAddress(now));
        }
    }

    /** Goes on, if what this step asks is answered. */
    public void next() {
        if (busy.get()) {
            return;
        }
        complaint.set("");
        switch (step.get()) {
            case SHOP -> form.shopProblem(texts).ifPresentOrElse(this::complain, () -> step.set(Step.SOURCE));
            case SOURCE -> source();
            case MANAGER -> manager();
            case DOWNLOAD -> download();
            case DONE -> {}
        }
    }

    private void complain(FirstRunForm.Problem problem) {
        complain(problem.field(), problem.words());
    }

    private void complain(String field, String words) {
        wrong = field;
        complaint.set(words);
    }

    private void source() {
        if (source.get() == Source.TRAINING || checked.equals(credentials())) {
            step.set(Step.MANAGER);
        } else {
            check();
        }
    }

    private String credentials() {
        return form.addressProperty().get().strip() + " "
                + form.keyProperty().get().strip();
    }

    /** Asks RevKeen about the key. A key that it takes leads on; missing scopes are named first. */
    public void check() {
        String api = form.addressProperty().get().strip();
        String key = form.keyProperty().get().strip();
        if (key.isEmpty() || !isAddress(api)) {
            complain(key.isEmpty() ? "key" : "address", texts.get(key.isEmpty() ? "first.noKey" : "first.badAddress"));
            return;
        }
        String asked = credentials();
        work(() -> desk.check(api, key), answer -> {
            if (source.get() == Source.TRAINING || !asked.equals(credentials())) {
                // Something else is wanted meanwhile.
                return;
            }
            switch (answer) {
                case KeyCheck.Result.Refused no -> complain("key", texts.said(no.message()));
                case KeyCheck.Result.Taken taken -> taken(asked, taken);
            }
        });
    }

    private void taken(String asked, KeyCheck.Result.Taken taken) {
        List<String> needed = taken.needed();
        checked = needed.isEmpty() ? asked : "";
        environment.set(
                texts.get("first.environment." + taken.environment().name().toLowerCase(Locale.ROOT)));
        if (taken.missing().isEmpty()) {
            step.set(Step.MANAGER);
        } else {
            String lacks = environment.get() + " " + texts.get("first.missing", String.join(", ", taken.missing()));
            keySays.set(needed.isEmpty() ? lacks + " " + texts.get("first.without") : lacks);
            if (!needed.isEmpty()) {
                complain("key", texts.get("first.needed", String.join(", ", needed)));
            }
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && Stream.of("http", "https").anyMatch(s -> s.equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void manager() {
        Optional<FirstRunForm.Problem> problem = form.managerProblem(texts);
        if (problem.isPresent()) {
            complain(problem.get());
            return;
        }
        String pin = form.pinProperty().get();
        work(
                () -> desk.pinProblem(pin),
                bad -> bad.map(texts::said).ifPresentOrElse(words -> complain("pin", words), this::download));
    }

    private void download() {
        AtomicBoolean mine = new AtomicBoolean();
        stop = mine;
        storing.set(false);
        products.set(0);
        step.set(Step.DOWNLOAD);
        FirstRun.Wish wish = wish();
        work(() -> desk.finish(wish, watch(mine)), this::ended);
    }

    private FirstRun.Wish wish() {
        FirstRun.Source from = source.get() == Source.TRAINING
                ? new FirstRun.Source.Practice()
                : new FirstRun.Source.Account(
                        URI.create(form.addressProperty().get().strip()),
                        form.keyProperty().get().strip());
        Shop shop = new Shop(
                form.shopProperty().get().strip(),
                form.addressLines(),
                form.taxNumberProperty().get().strip(),
                Currency.getInstance(form.currencyProperty().get().strip().toUpperCase(Locale.ROOT)),
                CashRounding.NONE,
                form.footerLines());
        return new FirstRun.Wish(
                from,
                shop,
                form.tillProperty().get().strip(),
                language.get(),
                new TillSetup.Person(
                        form.managerProperty().get().strip(),
                        Role.MANAGER,
                        form.pinProperty().get()));
    }

    private DownloadWatch watch(AtomicBoolean stopped) {
        return new DownloadWatch() {
            @Override
            public void progress(int count) {
                worker.onScreen(() -> products.set(count));
            }

            @Override
            public void storing() {
                worker.onScreen(() -> storing.set(true));
            }

            @Override
            public boolean cancelled() {
                return stopped.get();
            }
        };
    }

    private void ended(FirstRun.Result end) {
        switch (end) {
            case FirstRun.Result.NotReady no ->
                complain("", texts.said(no.message()) + " " + texts.get("first.broken"));
            case FirstRun.Result.Cancelled stopped -> complain("", texts.get("first.stopped"));
            case FirstRun.Result.Ready(int count, List<Sentence> leftOut) -> {
                form.forgetSecrets();
                result.set(texts.get("first.ready", count)
                        + (leftOut.isEmpty()
                                ? ""
                                : "\n" + texts.get("first.leftOut", leftOut.size()) + "\n"
                                        + leftOut.stream()
                                                .limit(5)
                                                .map(texts::said)
                                                .collect(Collectors.joining("\n"))));
                step.set(Step.DONE);
            }
        }
    }

    /** Stops the download; nothing of it is kept. Once all is being stored it goes on. */
    public void stop() {
        AtomicBoolean running = stop;
        if (running != null) {
            running.set(true);
        }
    }

    private <T> void work(java.util.function.Supplier<T> work, java.util.function.Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        worker.submitLong(
                work,
                done -> {
                    busy.set(false);
                    then.accept(done);
                },
                e -> {
                    busy.set(false);
                    complain("", texts.trouble(e, "trouble.firstRun"));
                });
    }

    /** One step back; nothing typed is lost. */
    public void back() {
        if (busy.get()) {
            return;
        }
        complaint.set("");
        switch (step.get()) {
            case SOURCE -> step.set(Step.SHOP);
            case MANAGER -> step.set(Step.SOURCE);
            case DOWNLOAD -> step.set(Step.MANAGER);
            case SHOP, DONE -> {}
        }
    }

    /** Where products are to come from. */
    public void choose(Source wanted) {
        complaint.set("");
        source.set(wanted);
    }

    /** The till's language; this window speaks it from now on. */
    public void choose(Locale wanted) {
        if (!wanted.equals(language.get())) {
            complaint.set("");
            keySays.set("");
            environment.set("");
            checked = "";
            texts = new Texts(wanted, texts.zone());
            form.suggest(wanted);
            language.set(wanted);
        }
    }

    /** Everything that is said, in the language that was chosen last. */
    public Texts texts() {
        return texts;
    }

    /** The field that the complaint is about, as its control's id ends; empty if it is about none. */
    public String wrong() {
        return wrong;
    }

    /** What is typed. */
    FirstRunForm form() {
        return form;
    }

    /** The step in front. */
    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Where products come from. */
    public ReadOnlyObjectProperty<Source> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** The till's language. */
    public ReadOnlyObjectProperty<Locale> languageProperty() {
        return language.getReadOnlyProperty();
    }

    /** What is wrong; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Where the key that RevKeen took belongs; empty before. */
    public ReadOnlyStringProperty environmentProperty() {
        return environment.getReadOnlyProperty();
    }

    /** What the key lacks; empty where it lacks nothing, and before RevKeen was asked. */
    public ReadOnlyStringProperty keySaysProperty() {
        return keySays.getReadOnlyProperty();
    }

    /** Whether something is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether everything is there and is being stored. */
    public ReadOnlyBooleanProperty storingProperty() {
        return storing.getReadOnlyProperty();
    }

    /** Products that came in so far. */
    public ReadOnlyIntegerProperty productsProperty() {
        return products.getReadOnlyProperty();
    }

    /** What came of it, in words. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }
}
