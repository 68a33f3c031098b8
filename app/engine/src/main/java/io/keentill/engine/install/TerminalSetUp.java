package io.keentill.engine.install;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.DriverSetting;
import io.keentill.device.terminal.Pairing;
import io.keentill.device.terminal.PairingQuestion;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.payment.TerminalSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Speaks to a terminal that is being set up, by nothing but what its driver says of itself.
 *
 * @param currency of the shop, three letters; what a family's {@code currency} is suggested as
 */
record TerminalSetUp(List<TerminalDriver> drivers, String currency) {

    private static final String CURRENCY = "currency";

    /** What came of making contact. */
    sealed interface Contact {
        /** It answered, or is paired at least. */
        record Made(TerminalIdentity identity, TerminalStatus status) implements Contact {}

        /** Nothing to set up; why, for people. */
        record None(Sentence message) implements Contact {}
    }

    Optional<TerminalDriver> driver(String address) {
        String family = TerminalAddress.parse(address).family();
        return drivers.stream().filter(d -> d.family().equals(family)).findFirst();
    }

    /** What is asked of an installer. */
    SetUpForm.Ask form(String address, TerminalSession session) {
        TerminalDriver driver = driver(address).orElseThrow();
        TerminalAddress parsed = TerminalAddress.parse(address);
        List<DriverSetting> settings = driver.settings().stream()
                .filter(s -> parsed.link().option(s.name()).isEmpty())
                .map(this::suggested)
                .toList();
        boolean paired = session.capabilities().contains(Capability.PAIRING);
        return new SetUpForm.Ask(driver.displayName(), settings, paired ? session.pairingQuestions() : List.of());
    }

    private DriverSetting suggested(DriverSetting setting) {
        return setting.name().equals(CURRENCY)
                ? new DriverSetting(setting.name(), setting.text(), setting.form(), currency)
                : setting;
    }

    /**
     * The address with what was answered.
     *
     * @throws BadInputException if an answer is not of the form asked for
     */
    String address(NewTerminal wish) {
        TerminalAddress parsed = TerminalAddress.parse(wish.address());
        Map<String, String> options = new LinkedHashMap<>(parsed.link().options());
        driver(wish.address()).map(TerminalDriver::settings).orElse(List.of()).forEach(setting -> {
            String answer = wish.settings().getOrDefault(setting.name(), "").strip();
            if (!setting.accepts(answer)) {
                throw new BadInputException(Sentence.of(
                        "install.the-answer-for-is-not-of-the",
                        "The answer for {0} is not of the right form. Asked for: {1}",
                        setting.name(),
                        setting.text()));
            }
            if (!answer.isBlank()) {
                options.put(setting.name(), answer);
            }
        });
        String query = options.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
        LinkAddress link = parsed.link();
        return parsed.family() + ":" + link.kind() + ":" + link.where() + (query.isEmpty() ? "" : "?" + query);
    }

    /** Pairs where that has to be, and asks how it is. */
    Contact contact(TerminalSession session, Map<String, String> answers) {
        TerminalIdentity identity = TerminalIdentity.NONE;
        boolean pairs = session.capabilities().contains(Capability.PAIRING);
        if (pairs) {
            Optional<Sentence> wrong = wrong(session.pairingQuestions(), answers);
            if (wrong.isPresent()) {
                return new Contact.None(wrong.get());
            }
            switch (session.pair(answers)) {
                case Pairing.NotPaired no -> {
                    return new Contact.None(no.message());
                }
                case Pairing.Paired paired -> identity = paired.identity();
            }
        }
        TerminalStatus status = session.status();
        if (!pairs && status.state() == TerminalStatus.State.UNREACHABLE) {
            return new Contact.None(Sentence.of(
                    "install.nothing-answers-there-as-this-kind",
                    "Nothing answers there as this kind of terminal does ({0}). Switch it on, check"
                            + " the address, and try again.",
                    status.message()));
        }
        return new Contact.Made(merged(identity, status.identity()), status);
    }

    /** A secret is not repeated, not even a wrong one. */
    private static Optional<Sentence> wrong(List<PairingQuestion> questions, Map<String, String> answers) {
        return questions.stream()
                .filter(q -> !q.accepts(answers.getOrDefault(q.name(), "")))
                .findFirst()
                .map(q -> Sentence.of(
                        "install.the-answer-is-not-of-the",
                        "The answer is not of the right form. Asked for: {0}.",
                        q.text()));
    }

    private static TerminalIdentity merged(TerminalIdentity first, TerminalIdentity second) {
        return new TerminalIdentity(
                first.terminalId() == null ? second.terminalId() : first.terminalId(),
                first.serialNumber() == null ? second.serialNumber() : first.serialNumber(),
                first.model() == null ? second.model() : first.model(),
                first.software() == null ? second.software() : first.software());
    }
}
