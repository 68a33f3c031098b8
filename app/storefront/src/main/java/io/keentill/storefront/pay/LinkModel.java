package io.keentill.storefront.pay;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.paylink.PayLink;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The link that the customer is to pay by: its page, what is known of it, and the ways out. */
public final class LinkModel {

    private final ReadOnlyStringWrapper url = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper amount = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canEnd = new ReadOnlyBooleanWrapper(false);
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private @Nullable String attemptId;
    private int shown;

    /** Follows the links of {@code till}. */
    public LinkModel(Till till, TillWorker worker, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
    }

    /** Whether links can be made at all. Does not block. */
    public boolean isOffered() {
        return till.online().links().isOffered();
    }

    /** This link runs from now on, on this screen. */
    public void begin(PayLink link) {
        attemptId = link.attemptId();
        show(link);
        refresh(link.attemptId());
    }

    /** What was said of it before this screen listened; what is said meanwhile is newer than the answer. */
    private void refresh(String id) {
        int before = shown;
        worker.submit(
                () -> till.online().links().of(id),
                known -> known.filter(then -> shown == before).ifPresent(this::show));
    }

    /** An attempt that runs since before this screen was opened; what is known of its link is read. */
    public void resume(PaymentAttempt attempt) {
        attemptId = attempt.id();
        url.set("");
        trouble.set("");
        amount.set(texts.get("link.amount", texts.money(attempt.amount()), attempt.reference()));
        title.set(texts.get("link.stage.asking"));
        hint.set(texts.get("link.hint.asking"));
        canEnd.set(true);
        refresh(attempt.id());
    }

    /** Something is known of a link; of another one it is passed by. */
    public void show(PayLink link) {
        if (!link.attemptId().equals(attemptId)) {
            return;
        }
        shown++;
        String page = link.url();
        String stage = link.stage().name().toLowerCase(Locale.ROOT);
        url.set(page == null ? "" : page);
        amount.set(texts.get("link.amount", texts.money(link.amount()), link.reference()));
        title.set(texts.get("link.stage." + stage));
        hint.set(hintOf(link, stage));
        trouble.set(troubleOf(link));
        canEnd.set(link.stage() != PayLink.Stage.ENDING && link.stage() != PayLink.Stage.DISPUTED);
    }

    private String troubleOf(PayLink link) {
        Sentence why = link.trouble();
        if (why == null) {
            return "";
        }
        return link.stage() == PayLink.Stage.DISPUTED ? texts.said(why) : texts.get("link.trouble", why);
    }

    private String hintOf(PayLink link, String stage) {
        Instant until = link.expiresAt();
        return link.stage() == PayLink.Stage.WAITING && until != null
                ? texts.get("link.hint.until", texts.moment(until))
                : texts.get("link.hint." + stage);
    }

    /** Wants the link to end. It may still be paid, and then that counts. */
    public void end() {
        String id = attemptId;
        if (id == null || !canEnd.get()) {
            return;
        }
        canEnd.set(false);
        worker.submit(
                () -> {
                    till.online().links().end(id);
                    return true;
                },
                done -> {});
    }

    /** Lets the sale be parked while the customer may still pay; tells whether it can be. */
    public void setAside(Consumer<Boolean> then) {
        String id = attemptId;
        if (id != null) {
            worker.submit(() -> till.online().links().setAside(id), then);
        }
    }

    /** The page; empty while RevKeen is asked for it. */
    public ReadOnlyStringProperty urlProperty() {
        return url.getReadOnlyProperty();
    }

    /** How much, and the reference, in words. */
    public ReadOnlyStringProperty amountProperty() {
        return amount.getReadOnlyProperty();
    }

    /** Where it stands, in a few words. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What happens next. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Why RevKeen cannot be asked, or what is disputed; empty if there is neither. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether it can still be asked to end. */
    public ReadOnlyBooleanProperty canEndProperty() {
        return canEnd.getReadOnlyProperty();
    }
}
