package io.keentill.engine.setup;

import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first run of a till: from an empty folder to selling. Nothing is stored before all of it is known and accepted. */
public interface FirstRun {

    /** Where to get products from. */
    sealed interface Source {

        /** RevKeen, with a key that was checked. */
        record Account(URI api, String key) implements Source {

            /** Without the key. */
            @Override
            public String toString() {
                return "Account[" + api + "]";
            }
        }

        /** A sandbox on this machine, with the sample shop's goods. No money is real. */
        record Practice() implements Source {}
    }

    /**
     * What is to be set up.
     *
     * @param shop who sells
     * @param tillName what this till is called
     * @param locale language and figures of screen and paper
     * @param manager the first one who can log in
     */
    record Wish(Source source, Shop shop, String tillName, Locale locale, TillSetup.Person manager) {}

    /** How it went. */
    sealed interface Result {

        /** Ready to sell; {@code leftOut} has a sentence for each product that could not be taken over. */
        record Ready(int products, List<Sentence> leftOut) implements Result {}

        /** Not set up; the message says why and what to do. Nothing is stored. */
        record NotReady(Sentence message) implements Result {}

        /** Stopped by the watch. Nothing is stored. */
        record Cancelled() implements Result {}
    }

    /** Asks RevKeen about a key. Blocks for some seconds. */
    KeyCheck.Result check(String api, String key);

    /** What is wrong with a PIN; empty if it can be used. */
    Optional<Sentence> pinProblem(String pin);

    /** Downloads the catalogue and stores everything. Blocks for as long as the catalogue takes, minutes perhaps. */
    Result finish(Wish wish, DownloadWatch watch);
}
