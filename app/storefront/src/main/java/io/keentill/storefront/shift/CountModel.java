package io.keentill.storefront.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.Denomination;
import io.keentill.storefront.text.MoneyInput;
import io.keentill.storefront.text.Texts;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A counting sheet: how many of each note and coin, and what was not counted by the piece. It adds up by itself. */
public final class CountModel {

    private final Map<Denomination, StringProperty> pieces = new LinkedHashMap<>();
    private final StringProperty loose = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper total = new ReadOnlyStringWrapper("");
    private final Currency currency;
    private final Texts texts;

    CountModel(Currency currency, Texts texts) {
        this.currency = currency;
        this.texts = texts;
        Denomination.of(currency).forEach(d -> pieces.put(d, field()));
        loose.addListener((o, before, now) -> add());
        add();
    }

    private StringProperty field() {
        StringProperty text = new SimpleStringProperty("");
        text.addListener((o, before, now) -> add());
        return text;
    }

    private void add() {
        total.set(counted().map(c -> texts.money(c.total())).orElse("–"));
    }

    /** What was counted; empty while something on the sheet is no number. */
    Optional<CashCount> counted() {
        TreeMap<Long, Long> counts = new TreeMap<>();
        for (Map.Entry<Denomination, StringProperty> piece : pieces.entrySet()) {
            String typed = piece.getValue().get().strip();
            if (!typed.matches("\\d{0,6}")) {
                return Optional.empty();
            }
            if (!typed.isEmpty()) {
                counts.put(piece.getKey().value().minor(), Long.parseLong(typed));
            }
        }
        Money nothing = Money.zero(currency);
        String rest = loose.get().strip();
        Optional<Money> more = rest.isEmpty() ? Optional.of(nothing) : MoneyInput.amount(rest, currency);
        return more.map(m -> new CashCount(currency, counts, m));
    }

    void clear() {
        pieces.values().forEach(p -> p.set(""));
        loose.set("");
    }

    /** Notes and coins, the largest first. */
    public List<Denomination> sheet() {
        return List.copyOf(pieces.keySet());
    }

    /** How many of one, as typed. */
    public StringProperty piecesOf(Denomination piece) {
        StringProperty text = pieces.get(piece);
        if (text == null) {
            throw new IllegalArgumentException("Not on the sheet: " + piece);
        }
        return text;
    }

    /** What was not counted by the piece, as typed. */
    public StringProperty looseProperty() {
        return loose;
    }

    /** What it comes to; a dash while something is no number. */
    public ReadOnlyStringProperty totalProperty() {
        return total.getReadOnlyProperty();
    }
}
