package io.keentill.device.emulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The acquirer's own books, independent of what any till believes. Thread-safe. With a file, each change is appended to it
 * as a line of JSON and forced to disk; the last line of a booking counts.
 */
public final class Acquirer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Booking> bookings = new ArrayList<>();
    private final @Nullable Path file;

    /** Books that survive in {@code file}; null keeps them in memory. */
    public Acquirer(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            load(file);
        }
    }

    /** Everything that was decided, declined and cancelled transactions too, oldest first. */
    public synchronized List<Booking> all() {
        return List.copyOf(bookings);
    }

    /** What the host approved, whatever came later, oldest first. */
    public List<Booking> approved() {
        return all().stream().filter(Booking::approved).toList();
    }

    /** The transaction with this id. */
    public Optional<Booking> byId(String id) {
        return latest(booking -> booking.id().equals(id));
    }

    /** The transaction with this number. */
    public Optional<Booking> byNumber(int number) {
        return latest(booking -> booking.number() == number);
    }

    /** The last transaction that the till called {@code reference}. */
    public Optional<Booking> byReference(String reference) {
        return latest(booking -> booking.reference().equals(reference));
    }

    /** The last transaction that passes {@code test}. */
    public Optional<Booking> latest(Predicate<Booking> test) {
        return all().reversed().stream().filter(test).findFirst();
    }

    /** What customers' cards were charged in all, minor units: sales and completions less refunds, without what was undone. */
    public long cardMinor() {
        return total(all());
    }

    /** The same over some bookings. */
    public static long total(List<Booking> some) {
        long total = 0;
        for (Booking booking : some) {
            if (booking.state() == Booking.State.BOOKED) {
                total += switch (booking.kind()) {
                    case SALE, COMPLETION -> booking.amountMinor();
                    case REFUND -> -booking.amountMinor();
                    case REVERSAL, PREAUTH, RELEASE -> 0;
                };
            }
        }
        return total;
    }

    /** Why {@code order} cannot be done to what it refers to; empty if it can. */
    synchronized Optional<String> obstacle(Order order) {
        if (order.kind() != Kind.REVERSAL && order.kind() != Kind.COMPLETION && order.kind() != Kind.RELEASE) {
            return Optional.empty();
        }
        Optional<Booking> found = byNumber(order.original());
        if (found.isEmpty() || found.get().state() != Booking.State.BOOKED) {
            return Optional.of("ORIGINAL NOT FOUND");
        }
        Booking original = found.get();
        boolean undone = original.kind() == Kind.REVERSAL || original.kind() == Kind.RELEASE;
        boolean preauth = original.kind() == Kind.PREAUTH;
        if (undone || preauth == (order.kind() == Kind.REVERSAL)) {
            return Optional.of("WRONG TYPE OF ORIGINAL");
        }
        if (order.kind() == Kind.REVERSAL && original.settled()) {
            return Optional.of("ALREADY SETTLED");
        }
        boolean whole = order.amountMinor() == original.amountMinor() || order.amountMinor() == 0;
        boolean fits = order.kind() == Kind.COMPLETION ? order.amountMinor() <= original.amountMinor() : whole;
        return fits && order.currency().equals(original.currency())
                ? Optional.empty()
                : Optional.of("AMOUNT OF ORIGINAL DIFFERS");
    }

    synchronized Booking decide(
            Order order, long approvedMinor, Booking.State state, String code, Instant at, String card) {
        int number = bookings.isEmpty() ? 1 : bookings.getLast().number() + 1;
        long amount = approvedMinor > 0 ? approvedMinor : amountOf(order);
        Booking booking = new Booking(
                number,
                Objects.requireNonNull(order.id(), "a begun order has its id"),
                order.reference(),
                order.kind(),
                amount,
                amountOf(order),
                order.currency(),
                state,
                at,
                card,
                order.original(),
                code,
                false);
        append(booking);
        bookings.add(booking);
        if (state == Booking.State.BOOKED) {
            undo(order);
        }
        return booking;
    }

    /** Closes the day; gives the approved and still counting bookings in it. */
    public synchronized List<Booking> settle() {
        List<Booking> closed = open();
        for (int i = 0; i < bookings.size(); i++) {
            if (!bookings.get(i).settled()) {
                replace(i, bookings.get(i).closed());
            }
        }
        return closed;
    }

    /** What closing the day would give, without closing it. */
    public synchronized List<Booking> open() {
        return bookings.stream()
                .filter(booking -> !booking.settled() && booking.state() == Booking.State.BOOKED)
                .filter(booking -> booking.kind() == Kind.SALE
                        || booking.kind() == Kind.REFUND
                        || booking.kind() == Kind.COMPLETION)
                .toList();
    }

    private long amountOf(Order order) {
        return order.amountMinor() > 0
                ? order.amountMinor()
                : byNumber(order.original()).map(Booking::amountMinor).orElse(0L);
    }

    private void undo(Order order) {
        Booking.State state = switch (order.kind()) {
            case REVERSAL, RELEASE -> Booking.State.REVERSED;
            case COMPLETION -> Booking.State.COMPLETED;
            case SALE, REFUND, PREAUTH -> null;
        };
        for (int i = 0; state != null && i < bookings.size(); i++) {
            if (bookings.get(i).number() == order.original()) {
                replace(i, bookings.get(i).in(state));
            }
        }
    }

    private void replace(int index, Booking booking) {
        append(booking);
        bookings.set(index, booking);
    }

    private void append(Booking booking) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    booking.toJson() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot write its ledger to " + file, e);
        }
    }

    private void load(Path from) {
        try {
            for (String line : Files.readAllLines(from)) {
                put(Booking.fromJson(JSON.readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot read its ledger from " + from, e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(from + " is no ledger of an emulator: " + e.getOriginalMessage(), e);
        }
    }

    private void put(Booking booking) {
        for (int i = 0; i < bookings.size(); i++) {
            if (bookings.get(i).number() == booking.number()) {
                bookings.set(i, booking);
                return;
            }
        }
        bookings.add(booking);
    }
}
