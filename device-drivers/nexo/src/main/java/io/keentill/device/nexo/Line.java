package io.keentill.device.nexo;

import io.keentill.device.nexo.message.NexoKey;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two wires to one terminal: payments on one, questions and stops beside them on the other. */
final class Line {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Wire payments;
    private final Wire questions;
    private final NexoSettings settings;
    private final RandomGenerator random;

    Line(Wire payments, Wire questions, NexoSettings settings, RandomGenerator random) {
        this.payments = payments;
        this.questions = questions;
        this.settings = settings;
        this.random = random;
    }

    /** What the status of an exchange is. */
    sealed interface Standing {
        /** It ended with this answer. */
        record Ended(Result result) implements Standing {}

        /** It is still running. */
        record Running() implements Standing {}

        /** The terminal does not know it. */
        record NotFound() implements Standing {}

        /** The terminal could not be asked, or its answer cannot be used. */
        record Unheard(Sentence why) implements Standing {}
    }

    /** Sends a payment or reversal, once. */
    Reply pay(ObjectNode message, Terms terms) {
        return payments.send(message, terms, settings.payment());
    }

    /** Asks the terminal to stop an exchange. Whatever it answers, only the exchange's own answer counts. */
    void abort(Terms terms, String category, String serviceId) {
        questions.send(messages(terms).abort(fresh(), category, serviceId), terms, settings.answer());
    }

    /** Asks what became of an exchange. */
    Standing standing(Terms terms, String category, String serviceId) {
        Reply reply = questions.send(messages(terms).status(fresh(), category, serviceId), terms, settings.answer());
        return switch (reply) {
            case Reply.NotSent(Sentence why) -> new Standing.Unheard(why);
            case Reply.Lost(Sentence why) -> new Standing.Unheard(why);
            case Reply.Refused(int status) ->
                new Standing.Unheard(Sentence.of(
                        "nexo.the-terminal-refused-with-status", "The terminal refused with status {0}", status));
            case Reply.Answered answer -> standing(answer, category, serviceId);
        };
    }

    /** Asks something short. */
    Reply ask(ObjectNode message, Terms terms, Duration within) {
        return questions.send(message, terms, within);
    }

    /** What a till writes to this terminal. */
    Messages messages(Terms terms) {
        return new Messages(settings.saleId(), terms.poiId());
    }

    /** A name for an exchange that nobody will ask about. */
    String fresh() {
        StringBuilder id = new StringBuilder(10);
        for (int i = 0; i < 10; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** Hangs up on both. */
    void close() {
        payments.close();
        questions.close();
    }

    /** Terms with a key of one's own, for pairing. */
    static Terms terms(String poiId, String passphrase, String identifier, String version) {
        return new Terms(poiId, new NexoKey(passphrase, identifier, Integer.parseInt(version)));
    }

    private static Standing standing(Reply.Answered answer, String category, String serviceId) {
        if (answer.result().equals("Failure")) {
            return switch (answer.condition()) {
                case "InProgress", "Busy" -> new Standing.Running();
                case "NotFound" -> new Standing.NotFound();
                default ->
                    new Standing.Unheard(Sentence.of(
                            "nexo.the-terminal-does-not-tell",
                            "The terminal does not tell: {0}",
                            Conditions.text(answer.condition())));
            };
        }
        JsonNode repeated = answer.body().path("RepeatedMessageResponse");
        JsonNode body = repeated.path("RepeatedResponseMessageBody").path(category + "Response");
        if (!repeated.path("MessageHeader").path("ServiceID").asString("").equals(serviceId) || !body.isObject()) {
            return new Standing.Unheard(Sentence.of(
                    "nexo.the-terminal-told-of-another-payment",
                    "The terminal told of another payment than it was asked for"));
        }
        return new Standing.Ended(new Result(body));
    }
}
