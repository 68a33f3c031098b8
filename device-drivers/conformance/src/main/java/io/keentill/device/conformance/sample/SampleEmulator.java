package io.keentill.device.conformance.sample;

import io.keentill.device.conformance.Booking;
import io.keentill.device.conformance.Play;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The terminal side of the sample protocol. A reference that was asked for and never seen is void from then on. */
public final class SampleEmulator implements SimulatedTerminal {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(2);
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final TerminalAddress address;
    private final Queue<Play> plays = new ArrayDeque<>();
    private final Map<String, String[]> results = new HashMap<>();
    private final List<Booking> books = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private Deadline offlineUntil = Deadline.in(Duration.ZERO);
    private String paying = "";
    private String[] lastApproval = {};

    /** One for the driver of this family. */
    public SampleEmulator(String family) {
        this.address = TerminalAddress.parse(family + ":memory:here");
    }

    @Override
    public TerminalAddress address() {
        return address;
    }

    @Override
    public LinkOpener links() {
        return (address, within) -> accept();
    }

    private synchronized Link accept() throws LinkException {
        if (!offlineUntil.passed()) {
            throw new LinkException("The terminal is off");
        }
        MemoryLink[] pair = MemoryLink.pair();
        links.add(pair[1]);
        Thread.ofVirtual().start(() -> serve(pair[1]));
        return pair[0];
    }

    private void serve(Link link) {
        Lines lines = new Lines(link);
        try {
            Optional<List<String>> command = lines.receive(Deadline.in(IDLE));
            while (command.isPresent()) {
                take(lines, link, command.get());
                command = lines.receive(Deadline.in(IDLE));
            }
        } catch (LinkException gone) {
            link.close();
        }
    }

    private void take(Lines lines, Link link, List<String> command) throws LinkException {
        switch (command.getFirst()) {
            case "STATE" -> lines.send("READY");
            case "ASK" -> lines.send(known(command.get(1)));
            case "PAY" -> pay(lines, link, command);
            default -> {
                // A stop that comes too late changes nothing.
            }
        }
    }

    private synchronized String[] known(String reference) {
        if (reference.equals(paying)) {
            return new String[] {"BUSY", reference};
        }
        String[] result = results.putIfAbsent(reference, new String[] {"DONE", reference, "STOPPED"});
        return result == null ? new String[] {"NONE", reference} : result;
    }

    private void pay(Lines lines, Link link, List<String> command) throws LinkException {
        String reference = command.get(1);
        Play play;
        synchronized (this) {
            if (results.containsKey(reference)) {
                play = null;
            } else if (!paying.isEmpty()) {
                lines.send("BUSY", reference);
                return;
            } else {
                play = plays.isEmpty() ? Play.APPROVE : plays.remove();
                paying = reference;
            }
        }
        if (play == null) {
            lines.send(known(reference));
            return;
        }
        boolean stopped = customer(lines, reference, play);
        String[] result = decide(reference, play, stopped, Money.of(Long.parseLong(command.get(2)), command.get(3)));
        answer(lines, link, play, result);
    }

    /** Whether the customer or the till stops it. */
    private static boolean customer(Lines lines, String reference, Play play) {
        Deadline end = Deadline.in(play == Play.SLOW ? SLOW : STEP.multipliedBy(2));
        try {
            lines.send("WORK", reference);
            while (!end.passed()) {
                Deadline wait = Deadline.in(Duration.ofMillis(100)).earlier(end);
                if (lines.receive(wait).filter(l -> l.getFirst().equals("STOP")).isPresent()) {
                    return true;
                }
                lines.send("WORK", reference);
            }
        } catch (LinkException gone) {
            // The customer goes on paying whether or not the till listens.
            java.util.concurrent.locks.LockSupport.parkNanos(end.left().toNanos());
        }
        return play == Play.STOPPED_BY_CUSTOMER;
    }

    private synchronized String[] decide(String reference, Play play, boolean stopped, Money asked) {
        String[] result;
        if (stopped || play == Play.ANSWER_OF_BEFORE) {
            result = new String[] {"DONE", reference, "STOPPED"};
        } else if (play == Play.DECLINE || play == Play.DECLINE_LOST || play == Play.DECLINE_GARBAGE) {
            result = new String[] {"DONE", reference, "DECLINED"};
        } else {
            long minor = play == Play.APPROVE_PART ? asked.minor() * 6 / 10 : asked.minor();
            books.add(new Booking(PaymentKind.SALE, Money.of(minor, asked.currency()), true));
            String currency = asked.currency().getCurrencyCode();
            result = new String[] {"DONE", reference, "APPROVED", Long.toString(minor), currency};
        }
        results.put(reference, result);
        if (play == Play.REBOOT) {
            offlineUntil = Deadline.in(Duration.ofMillis(100));
        }
        return result;
    }

    private void answer(Lines lines, Link link, Play play, String[] result) throws LinkException {
        String[] said = result.clone();
        switch (play) {
            case ANSWER_OF_BEFORE -> said = before(said);
            case WRONG_REFERENCE -> said[1] = "another";
            case WRONG_AMOUNT -> said[3] = Long.toString(Long.parseLong(said[3]) + 1);
            case WRONG_CURRENCY -> said[4] = "CHF";
            case GARBAGE, DECLINE_GARBAGE -> said = new String[] {"DONE", "7b22ff00"};
            default -> {
                // The truth.
            }
        }
        free(result);
        if (play == Play.REBOOT) {
            synchronized (this) {
                links.forEach(Link::close);
            }
        } else if (play == Play.ANSWER_LOST) {
            link.close();
        } else if (play != Play.ANSWER_HANGS && play != Play.DECLINE_LOST) {
            lines.send(said);
            if (play == Play.ANSWER_TWICE) {
                lines.send(said);
            }
        }
    }

    private synchronized String[] before(String[] otherwise) {
        return lastApproval.length == 0 ? otherwise : lastApproval.clone();
    }

    private synchronized void free(String[] result) {
        paying = "";
        if (result[2].equals("APPROVED")) {
            lastApproval = result;
        }
    }

    @Override
    public synchronized boolean next(Play play) {
        return plays.add(play);
    }

    @Override
    public synchronized List<Booking> books() {
        return List.copyOf(books);
    }

    @Override
    public synchronized boolean isIdle() {
        return paying.isEmpty();
    }

    @Override
    public synchronized void close() {
        links.forEach(Link::close);
    }
}
