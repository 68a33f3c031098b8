package io.keentill.storefront.sell;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.order.Quantity;
import java.util.ArrayDeque;
import java.util.Deque;
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

        /** What is to be changed, and how. Null for the whole sale. */
        record Adjust(@Nullable String lineId, String name) implements Question {}

        /** What a product costs that has no price of its own. */
        record AskPrice(Product product, Quantity quantity) implements Question {}

        /** Which of its prices a product is sold for. */
        record AskChoice(Product product, Quantity quantity) implements Question {}

        /** Whether something is not in the basket yet until this is answered. */
        default boolean holdsProduct() {
            return this instanceof AskPrice || this instanceof AskChoice;
        }
    }

    private final ReadOnlyObjectWrapper<Question> question = new ReadOnlyObjectWrapper<>(new Question.None());
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final Deque<Question> waiting = new ArrayDeque<>();

    /** Asks, in place of what was asked before; a product that waits for an answer keeps its turn. */
    public void ask(Question what) {
        if (question.get().holdsProduct()) {
            waiting.add(what);
        } else {
            show(what);
        }
    }

    private void show(Question what) {
        complaint.set("");
        question.set(what);
    }

    /** Done with this question: on to the next one that waits, if any does. */
    public void close() {
        Question next = waiting.poll();
        show(next == null ? new Question.None() : next);
    }

    /** Whether something is being asked. */
    public boolean isOpen() {
        return !(question.get() instanceof Question.None);
    }

    /** Whether a product waits for an answer: what is scanned meanwhile has to wait, too. */
    public boolean holdsProduct() {
        return question.get().holdsProduct();
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
