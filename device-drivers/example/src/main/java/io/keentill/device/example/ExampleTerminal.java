package io.keentill.device.example;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.text.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;
import java.util.zip.CRC32;

/** A terminal that is asked with PAY|reference|minor|currency and answers DONE|reference|APPROVED|minor|currency. */
final class ExampleTerminal implements PaymentTerminal {

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int LONGEST = 200;

    private final LinkAddress address;
    private final LinkOpener links;

    ExampleTerminal(LinkAddress address, LinkOpener links) {
        this.address = address;
        this.links = links;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.QUERY_BY_REFERENCE);
    }

    @Override
    public TerminalStatus status() {
        try (Link link = links.open(address, ANSWER)) {
            send(link, "STATE");
            return receive(link)[0].equals("READY")
                    ? new TerminalStatus(TerminalStatus.State.READY, "", null, null)
                    : TerminalStatus.unreachable("What answers there is no terminal of this kind");
        } catch (LinkException e) {
            return TerminalStatus.unreachable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        if (!(request instanceof TerminalRequest.Sale)) {
            return new Outcome.Failed("This terminal takes sales only. Nothing was sent");
        }
        try (Link link = links.open(address, ANSWER)) {
            monitor.sending(""); // if that cannot be stored, nothing is sent
            return told(pay(link, request.reference(), request.amount()), monitor);
        } catch (LinkException | NotDurableException e) {
            return new Outcome.Failed(e.getMessage() + ". Nothing was charged");
        }
    }

    private static Outcome told(Outcome outcome, AttemptMonitor monitor) {
        try {
            if (!(outcome instanceof Outcome.Unknown)) {
                monitor.outcome(outcome);
            }
            return outcome;
        } catch (NotDurableException e) {
            return new Outcome.Unknown("The till could not store it: " + e.getMessage());
        }
    }

    /** From here on money may move, and doubt is Unknown. */
    private static Outcome pay(Link link, String reference, Money amount) {
        try {
            String currency = amount.currency().getCurrencyCode();
            send(link, "PAY", reference, Long.toString(amount.minor()), currency);
            String[] line = receive(link);
            while (line[0].equals("WORK")) {
                line = receive(link);
            }
            return line[0].equals("BUSY")
                    ? new Outcome.Failed("The terminal is busy. Nothing was charged")
                    : read(line, reference, amount);
        } catch (LinkException e) {
            return new Outcome.Unknown(String.valueOf(e.getMessage()));
        }
    }

    /** Approved only if reference, amount and currency are ours. */
    private static Outcome read(String[] line, String reference, Money asked) {
        String approved = "APPROVED|" + asked.minor() + "|" + asked.currency().getCurrencyCode();
        String start = "DONE|" + reference + "|";
        String all = String.join("|", line);
        if (all.equals(start + approved)) {
            return new Outcome.Approved(asked, CardDetails.NONE, TerminalReceipts.NONE);
        } else if (all.equals(start + "DECLINED")) {
            return new Outcome.Declined("05", "The issuer declined", CardDetails.NONE, TerminalReceipts.NONE);
        }
        return all.equals(start + "STOPPED")
                ? new Outcome.Cancelled("Stopped at the terminal")
                : new Outcome.Unknown("The terminal's answer does not fit: " + all);
    }

    @Override
    public QueryAnswer query(PastAttempt attempt) {
        try (Link link = links.open(address, ANSWER)) {
            send(link, "ASK", attempt.reference());
            String[] line = receive(link);
            return switch (line[0]) {
                case "NONE" -> new QueryAnswer.NotFound();
                case "BUSY" -> new QueryAnswer.InProgress();
                default ->
                    read(line, attempt.reference(), attempt.amount()) instanceof Outcome.Unknown(Sentence why)
                            ? new QueryAnswer.CannotTell(why)
                            : new QueryAnswer.Found(read(line, attempt.reference(), attempt.amount()));
            };
        } catch (LinkException e) {
            return new QueryAnswer.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private static void send(Link link, String... fields) throws LinkException {
        String text = String.join("|", fields);
        link.write((text + "|" + sum(text) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The fields of the next line that adds up. */
    private static String[] receive(Link link) throws LinkException {
        StringBuilder line = new StringBuilder();
        byte[] one = new byte[1];
        for (Deadline end = Deadline.in(ANSWER); line.length() < LONGEST && !end.passed(); ) {
            if (link.read(one, end.left()) == 1 && one[0] != '\n') {
                line.append((char) (one[0] & 0xFF));
            } else if (one[0] == '\n') {
                int bar = Math.max(0, line.lastIndexOf("|"));
                if (line.substring(bar).equals("|" + sum(line.substring(0, bar)))) {
                    return line.substring(0, bar).split("\\|", -1);
                }
                line.setLength(0);
                one[0] = 0;
            }
        }
        throw new LinkException("The terminal does not answer. Check that it is on");
    }

    private static String sum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return "%08x".formatted(crc.getValue());
    }

    @Override
    public void requestCancel(String reference) {
        // CANCEL is not among the capabilities.
    }

    @Override
    public Settlement settle(Currency currency) {
        return new Settlement.NotClosed("This terminal has no day to close");
    }

    @Override
    public void close() {
        // A link lives no longer than a call.
    }
}
