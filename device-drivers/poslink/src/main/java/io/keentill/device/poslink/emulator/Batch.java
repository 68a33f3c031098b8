package io.keentill.device.poslink.emulator;

import io.keentill.device.emulation.Acquirer;
import io.keentill.device.emulation.Booking;
import io.keentill.device.emulation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The open batch: all that a terminal of this kind can report. Its transaction numbers start at 1 again after each close, so
 * that a number alone names nothing for long. Transactions that were not approved are not in it.
 */
final class Batch {

    private final Acquirer acquirer;

    Batch(Acquirer acquirer) {
        this.acquirer = acquirer;
    }

    /** Its transactions, oldest first. */
    List<Booking> all() {
        return acquirer.all().stream()
                .filter(booking -> booking.approved() && !booking.settled())
                .toList();
    }

    Optional<Booking> last(Predicate<Booking> wanted) {
        return all().reversed().stream().filter(wanted).findFirst();
    }

    /** The terminal's number of a transaction. */
    int numberOf(Booking booking) {
        return booking.number() - numberBefore(booking);
    }

    Optional<Booking> withNumber(String number) {
        return last(booking -> number.equals(Integer.toString(numberOf(booking))));
    }

    Optional<Booking> withReference(String reference) {
        return last(booking -> booking.reference().equals(reference));
    }

    /** Number of the batch; grows with each close over at least one transaction. */
    int number() {
        return numberBefore(null) + 1;
    }

    /** The type of a transaction in messages. */
    String type(Booking booking) {
        return switch (booking.kind()) {
            case SALE -> "01";
            case REFUND -> "02";
            case PREAUTH -> "03";
            case COMPLETION -> "04";
            case REVERSAL -> "16";
            case RELEASE -> "19";
        };
    }

    /** The type of what it undid or completed; empty for those that refer to nothing. */
    String originalType(Booking booking) {
        return acquirer.byNumber(booking.original()).map(this::type).orElse("");
    }

    /** Adds up one kind over what counts in the open batch. */
    long sum(Kind kind) {
        return counting(kind).stream().mapToLong(Booking::amountMinor).sum();
    }

    /** Transactions of one kind that count. */
    List<Booking> counting(Kind kind) {
        return all().stream()
                .filter(booking -> booking.kind() == kind && booking.state() == Booking.State.BOOKED)
                .toList();
    }

    private int numberBefore(@Nullable Booking booking) {
        return acquirer.all().stream()
                .filter(Booking::settled)
                .filter(other -> booking == null || other.number() < booking.number())
                .mapToInt(Booking::number)
                .max()
                .orElse(0);
    }
}
