package io.keentill.storefront.receipt;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.Till;
import io.keentill.engine.mail.MailResult;
import io.keentill.engine.mail.SentReceipt;
import io.keentill.storefront.counter.Session;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Sending a receipt by e-mail, and how far those of a sale have come. */
public final class MailModel {

    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final StringProperty address = new SimpleStringProperty("");
    private final ObservableList<String> states = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Session session;
    private final Texts texts;
    private @Nullable String orderId;

    /** Receipts of {@code till}. */
    public MailModel(Till till, TillWorker worker, Session session, Texts texts) {
        this.till = till;
        this.worker = worker;
        this.session = session;
        this.texts = texts;
    }

    /** Whether e-mail can be sent at all. Does not block. */
    public boolean isOffered() {
        return till.online().mails().isOffered();
    }

    /** The receipt of this sale is in front. */
    void show(String order) {
        orderId = order;
        asking.set(false);
        complaint.set("");
        address.set("");
        states.clear();
        refresh();
    }

    /** Looks again how far they have come. */
    public void refresh() {
        String id = orderId;
        if (id != null && isOffered()) {
            worker.submit(() -> till.online().mails().of(id), found -> {
                if (id.equals(orderId)) {
                    show(found);
                }
            });
        }
    }

    private void show(List<SentReceipt> found) {
        List<String> words = found.stream().map(this::wordsOf).toList();
        if (!words.equals(states)) {
            states.setAll(words);
        }
    }

    private String wordsOf(SentReceipt mail) {
        String state = texts.get("mail.state." + mail.state().name().toLowerCase(Locale.ROOT), mail.address());
        Sentence problem = mail.problem();
        return mail.state() == SentReceipt.State.REFUSED && problem != null ? state + " " + texts.said(problem) : state;
    }

    /** Asks for the address; that of the customer on the sale stands there already. */
    public void ask() {
        String id = orderId;
        if (id == null) {
            return;
        }
        complaint.set("");
        asking.set(true);
        worker.submit(
                () -> till.online().mails().addressOf(id),
                known -> known.filter(email -> address.get().isEmpty()).ifPresent(address::set));
    }

    /** Away from asking. */
    public void cancel() {
        asking.set(false);
        complaint.set("");
    }

    /** Queues the receipt for the address that is typed. */
    public void send() {
        String id = orderId;
        if (id == null || !asking.get()) {
            return;
        }
        String to = address.get();
        String operator = session.operator();
        worker.submit(() -> till.online().mails().send(id, to, operator), result -> {
            switch (result) {
                case MailResult.Queued queued -> {
                    asking.set(false);
                    address.set("");
                    refresh();
                }
                case MailResult.Refused(Sentence why) -> complaint.set(texts.said(why));
            }
        });
    }

    /** Whether the address is being asked for. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** What is wrong with it; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** The address as typed. */
    public StringProperty addressProperty() {
        return address;
    }

    /** How far those of this sale have come, in words. */
    public ObservableList<String> states() {
        return states;
    }
}
