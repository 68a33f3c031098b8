package io.keentill.storefront.sell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The strip on the basket that asks one thing without standing in the way of the next scan. */
public final class BasketBand {

    /** What it asks. */
    public sealed interface Question {
        /** Nothing. */
        record None() implements Question {}

        /** Whether the sale is really to be dropped. */
        record CancelSale() implements Question {}

        /** Under which name the sale is set aside. */
        record ParkName() implements Question {}

        /** How much comes off. Null for the whole sale. */
        record DiscountOf(@Nullable String lineId, String name) implements Question {}
    }

    private final ReadOnlyObjectWrapper<Question> question = new ReadOnlyObjectWrapper<>(new Question.None());
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

    /** Asks, in place of what was asked before. */
    public void ask(Question what) {
        complaint.set("");
        question.set(what);
    }

    /** Asks nothing any more. */
    public void close() {
        ask(new Question.None());
    }

    /** Whether something is being asked. */
    public boolean isOpen() {
        return !(question.get() instanceof Question.None);
    }

    /** Says what is wrong with the answer. */
    public void complain(String what) {
        complaint.set(what);
    }

    /** What is asked now. */
    public ReadOnlyObjectProperty<Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What is wrong with the answer; empty if nothing. */
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }
}
