package io.keentill.device.weblink;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The terminal's history (WebLink, "historyReports"), which names neither our {@code uti} nor our reference. What it shows
 * rules an attempt out only by the terminal's own numbers and clock, compared with each other: the till's clock and time
 * zone, and what the customer may have added to the amount, have no say.
 *
 * @param list its entries, in any order
 */
record Books(JsonNode list) {

    /** An approved entry that may be the attempt: none of {@code others}, and not provably booked before {@code after}. */
    Optional<JsonNode> mayBe(Optional<Booked> after, List<Booked> others) {
        OptionalInt before = after.map(this::only).orElse(OptionalInt.empty());
        List<Integer> known = others.stream()
                .map(this::only)
                .flatMapToInt(OptionalInt::stream)
                .boxed()
                .toList();
        return IntStream.range(0, list.size())
                .filter(i -> !refused(list.get(i)) && !known.contains(i))
                .filter(i -> before.isEmpty()
                        || (before.getAsInt() != i && !earlier(list.get(i), list.get(before.getAsInt()))))
                .mapToObj(list::get)
                .findFirst();
    }

    /** Whether it shows what was booked before the attempt was sent, so that the attempt would be in it, too. */
    boolean reachesBackTo(Optional<Booked> after) {
        return after.map(this::only).orElse(OptionalInt.empty()).isPresent();
    }

    /** Where it stands; empty if it does not, or if two have its numbers and one of them may be the attempt. */
    private OptionalInt only(Booked booked) {
        List<Integer> same = IntStream.range(0, list.size())
                .filter(i -> {
                    Result entry = new Result(list.get(i));
                    return entry.receipt().equals(booked.receipt())
                            && entry.rrn().equals(booked.rrn());
                })
                .boxed()
                .toList();
        return same.size() == 1 && isOfKind(booked, list.get(same.getFirst()))
                ? OptionalInt.of(same.getFirst())
                : OptionalInt.empty();
    }

    private static boolean isOfKind(Booked booked, JsonNode entry) {
        String type = new Result(entry).type();
        return !type.isEmpty() && WireType.fits(booked.kind(), type);
    }

    private static boolean refused(JsonNode entry) {
        JsonNode approved = entry.path("transApproved");
        return approved.isBoolean() && !approved.booleanValue();
    }

    /** By number and by time: numbers may start again after a Z report, and clocks are set back. */
    private static boolean earlier(JsonNode entry, JsonNode than) {
        OptionalLong number = number(entry);
        OptionalLong last = number(than);
        Optional<LocalDateTime> at = time(entry);
        Optional<LocalDateTime> then = time(than);
        return number.isPresent()
                && last.isPresent()
                && number.getAsLong() < last.getAsLong()
                && at.isPresent()
                && then.isPresent()
                && at.get().isBefore(then.get());
    }

    private static OptionalLong number(JsonNode entry) {
        String text = new Result(entry).receipt();
        return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static Optional<LocalDateTime> time(JsonNode entry) {
        try {
            String text = entry.path("transDateTime").asString("").strip().replace(' ', 'T');
            return Optional.of(DateTimeFormatter.ISO_DATE_TIME.parse(text, LocalDateTime::from));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty(); // then it rules nothing out
        }
    }
}
