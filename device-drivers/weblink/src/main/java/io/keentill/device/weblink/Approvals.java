package io.keentill.device.weblink;

import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.Outcome;
import io.keentill.domain.payment.PaymentKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last approvals of this till on its terminal, oldest first, kept over restarts. They tell the payments of its history
 * that are known from one that nobody heard of. Nothing in them is secret, but they are true of this very terminal.
 */
final class Approvals {

    private static final System.Logger LOG = System.getLogger(Approvals.class.getName());
    private static final String NAME = "approvals";
    private static final int KEPT = 20;

    private final SecretStore secrets;
    private final String device;

    Approvals(SecretStore secrets, String device) {
        this.secrets = secrets;
        this.device = device;
    }

    /** One of them, and the till's reference of it. */
    private record One(String reference, Booked booked) {

        static Optional<One> parse(String word) {
            int equals = word.indexOf('=');
            return equals < 1
                    ? Optional.empty()
                    : Booked.parse(word.substring(equals + 1)).map(b -> new One(word.substring(0, equals), b));
        }

        @Override
        public String toString() {
            return reference + '=' + booked.text();
        }
    }

    /** The last one; empty if none is known. */
    Optional<Booked> last() {
        List<One> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().booked());
    }

    /** Those of other attempts than {@code reference}. */
    List<Booked> others(String reference) {
        String word = Booked.encoded(reference);
        return all().stream()
                .filter(one -> !one.reference().equals(word))
                .map(One::booked)
                .toList();
    }

    /** Keeps what {@code outcome} says, if it is an approval that the terminal named. */
    void note(String reference, PaymentKind kind, Outcome outcome) {
        Optional<Booked> booked = switch (outcome) {
            case Outcome.Approved approved -> Booked.of(kind, approved.card());
            case Outcome.PartiallyApproved part -> Booked.of(kind, part.card());
            case Outcome.Declined _, Outcome.Cancelled _, Outcome.Failed _, Outcome.Unknown _ -> Optional.empty();
        };
        booked.ifPresent(known -> add(new One(Booked.encoded(reference), known)));
    }

    private void add(One one) {
        List<One> all = new ArrayList<>(all());
        if (all.contains(one)) {
            return;
        }
        all.add(one);
        try {
            secrets.put(
                    device,
                    NAME,
                    all.subList(Math.max(0, all.size() - KEPT), all.size()).stream()
                            .map(One::toString)
                            .collect(Collectors.joining(" ")));
        } catch (IOException e) {
            unkept(e);
        }
    }

    private List<One> all() {
        try {
            return secrets.get(device, NAME).stream()
                    .flatMap(line -> List.of(line.split(" ", -1)).stream())
                    .flatMap(word -> One.parse(word).stream())
                    .toList();
        } catch (IOException e) {
            unkept(e);
            return List.of();
        }
    }

    /** It only means that people have to look more often when an answer is lost. */
    private static void unkept(IOException e) {
        LOG.log(System.Logger.Level.WARNING, "The last approvals of the terminal could not be read or kept", e);
    }

    /** Another terminal may stand there now. */
    void forget() throws IOException {
        secrets.remove(device, NAME);
    }
}
