package io.keentill.storefront.firstrun;

import io.keentill.storefront.text.Texts;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed in a first run, and whether it will do. */
final class FirstRunForm {

    private static final int LONGEST = 60;

    private final StringProperty shop = new SimpleStringProperty("");
    private final StringProperty till = new SimpleStringProperty("");
    private final StringProperty currency;
    private final StringProperty line1 = new SimpleStringProperty("");
    private final StringProperty line2 = new SimpleStringProperty("");
    private final StringProperty taxNumber = new SimpleStringProperty("");
    private final StringProperty footer = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty manager = new SimpleStringProperty("");
    private final StringProperty pin = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");

    FirstRunForm(Locale locale) {
        currency = new SimpleStringProperty(usual(locale));
    }

    private static String usual(Locale locale) {
        return locale.getCountry().isEmpty()
                ? ""
                : Optional.ofNullable(Currency.getInstance(locale))
                        .map(Currency::getCurrencyCode)
                        .orElse("");
    }

    Optional<String> shopProblem(Texts texts) {
        if (shop.get().isBlank() || shop.get().strip().length() > LONGEST) {
            return Optional.of(texts.get("first.noShop"));
        }
        if (till.get().isBlank() || till.get().strip().length() > LONGEST) {
            return Optional.of(texts.get("first.noTill"));
        }
        try {
            Currency.getInstance(currency.get().strip().toUpperCase(Locale.ROOT));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(texts.get("first.noCurrency"));
        }
    }

    Optional<String> managerProblem(Texts texts) {
        if (manager.get().isBlank()) {
            return Optional.of(texts.get("first.noManager"));
        }
        return pin.get().equals(again.get()) ? Optional.empty() : Optional.of(texts.get("staff.pinsDiffer"));
    }

    List<String> addressLines() {
        return Stream.of(line1.get(), line2.get())
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    List<String> footerLines() {
        return footer.get().isBlank() ? List.of() : List.of(footer.get().strip());
    }

    /** Nothing of it is shown or needed again. */
    void forgetSecrets() {
        key.set("");
        pin.set("");
        again.set("");
    }

    StringProperty shopProperty() {
        return shop;
    }

    StringProperty tillProperty() {
        return till;
    }

    StringProperty currencyProperty() {
        return currency;
    }

    StringProperty line1Property() {
        return line1;
    }

    StringProperty line2Property() {
        return line2;
    }

    StringProperty taxNumberProperty() {
        return taxNumber;
    }

    StringProperty footerProperty() {
        return footer;
    }

    StringProperty keyProperty() {
        return key;
    }

    StringProperty addressProperty() {
        return address;
    }

    StringProperty managerProperty() {
        return manager;
    }

    StringProperty pinProperty() {
        return pin;
    }

    StringProperty againProperty() {
        return again;
    }
}
