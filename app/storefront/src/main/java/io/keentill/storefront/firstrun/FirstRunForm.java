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
    private String suggested;

    /**
     * What is wrong.
     *
     * @param field where, as its control's id ends
     * @param words for people
     */
    record Problem(String field, String words) {}

    FirstRunForm(Locale locale) {
        suggested = usual(locale);
        currency = new SimpleStringProperty(suggested);
    }

    /** Suggests what fits another language, where nothing else was typed. */
    void suggest(Locale locale) {
        if (currency.get().equals(suggested)) {
            suggested = usual(locale);
            currency.set(suggested);
        }
    }

    private static String usual(Locale locale) {
        return locale.getCountry().isEmpty()
                ? ""
                : Optional.ofNullable(Currency.getInstance(locale))
                        .map(Currency::getCurrencyCode)
                        .orElse("");
    }

    Optional<Problem> shopProblem(Texts texts) {
        if (isNoName(shop)) {
            return Optional.of(new Problem("shop", texts.get("first.noShop")));
        }
        if (isNoName(till)) {
            return Optional.of(new Problem("till", texts.get("first.noTill")));
        }
        return isMoney(currency.get())
                ? Optional.empty()
                : Optional.of(new Problem("currency", texts.get("first.noCurrency")));
    }

    Optional<Problem> managerProblem(Texts texts) {
        if (isNoName(manager)) {
            return Optional.of(new Problem("manager", texts.get("first.noManager")));
        }
        return pin.get().equals(again.get())
                ? Optional.empty()
                : Optional.of(new Problem("again", texts.get("staff.pinsDiffer")));
    }

    private static boolean isNoName(StringProperty text) {
        return text.get().isBlank() || text.get().strip().length() > LONGEST;
    }

    /** A currency that things have prices in; among the codes are also gold, test codes and the like. */
    private static boolean isMoney(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
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
