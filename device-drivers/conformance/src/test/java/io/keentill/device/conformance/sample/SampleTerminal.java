package io.keentill.device.conformance.sample;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.Capability;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A whole driver. Its only secret: after the first byte that could move money, doubt is Unknown and never Failed. */
class SampleTerminal implements PaymentTerminal {

    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration PAYMENT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final LinkAddress address;
    private final TerminalDriver.Context context;
    private volatile String running = "";
    private volatile boolean cancelWanted;

    SampleTerminal(LinkAddress address, TerminalDriver.Context context) {
        this.address = address;
        this.context = context;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.CANCEL, Capability.QUERY_BY_REFERENCE, Capability.PARTIAL_APPROVAL);
    }

    @Override
    public TerminalStatus status() {
        try (Link link = context.links().open(address, ANSWER)) {
            Lines lines = new Lines(link);
            lines.send("STATE");
            return lines.receive(Deadline.in(ANSWER))
                            .filter(l -> l.getFirst().equals("READY"))
                            .isPresent()
                    ? new TerminalStatus(TerminalStatus.State.READY, "", null, null)
                    : TerminalStatus.unreachable("The terminal does not answer. Check that it is on");
        } catch (LinkException e) {
            return TerminalStatus.unreachable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
        if (!(request instanceof TerminalRequest.Sale)) {
            return new Outcome.Failed("This terminal takes sales only");
        }
        cancelWanted = false;
        running = request.reference();
        try (Link link = context.links().open(address, ANSWER)) {
            monitor.sending("");
            return pay(new Lines(link), request, monitor);
        } catch (LinkException e) {
            return new Outcome.Failed(e.getMessage() + ". Nothing was sent");
        } catch (NotDurableException e) {
            return new Outcome.Failed("The till could not note this payment: " + e.getMessage());
        } finally {
            running = "";
        }
    }

    private Outcome pay(Lines lines, TerminalRequest request, AttemptMonitor monitor) {
        Deadline end = Deadline.in(PAYMENT);
        boolean stopSent = false;
        try {
            send(lines, request);
            while (!end.passed()) {
                Optional<List<String>> line = lines.receive(Deadline.in(LOOK).earlier(end));
                if (line.isPresent() && line.get().getFirst().equals("WORK")) {
                    end = Deadline.in(PAYMENT);
                    monitor.progress(new Progress(Progress.Stage.WAITING_FOR_CARD, "Present the card"));
                } else if (line.isPresent() && line.get().getFirst().equals("DONE")) {
                    return tell(read(line.get(), request.reference(), request.amount()), monitor);
                } else if (line.isPresent() && line.get().getFirst().equals("BUSY")) {
                    return tell(new Outcome.Failed("The terminal is busy. Nothing was charged"), monitor);
                }
                if (cancelWanted && !stopSent) {
                    stopSent = true;
                    lines.send("STOP", request.reference());
                }
            }
            return lost("The terminal did not answer in time");
        } catch (LinkException e) {
            return lost(String.valueOf(e.getMessage()));
        }
    }

    void send(Lines lines, TerminalRequest request) throws LinkException {
        Money amount = request.amount();
        lines.send(
                "PAY",
                request.reference(),
                Long.toString(amount.minor()),
                amount.currency().getCurrencyCode());
    }

    Outcome lost(String why) {
        return new Outcome.Unknown(why);
    }

    private static Outcome tell(Outcome outcome, AttemptMonitor monitor) {
        try {
            if (!(outcome instanceof Outcome.Unknown)) {
                monitor.outcome(outcome);
            }
            return outcome;
        } catch (NotDurableException e) {
            return new Outcome.Unknown("The result could not be stored: " + e.getMessage());
        }
    }

    /** DONE|reference|APPROVED|minor units|currency, or DONE|reference|DECLINED, or DONE|reference|STOPPED. */
    Outcome read(List<String> line, String reference, Money asked) {
        if (line.size() < 3 || !line.get(1).equals(reference)) {
            return new Outcome.Unknown("The terminal answered for another payment");
        }
        return switch (line.get(2)) {
            case "DECLINED" ->
                new Outcome.Declined("05", "The issuer declined", CardDetails.NONE, TerminalReceipts.NONE);
            case "STOPPED" -> new Outcome.Cancelled("Stopped at the terminal");
            case "APPROVED" -> approved(line, asked);
            default -> new Outcome.Unknown("The terminal's answer makes no sense");
        };
    }

    Outcome approved(List<String> line, Money asked) {
        if (line.size() != 5
                || !line.get(3).matches("\\d{1,12}")
                || !line.get(4).equals(asked.currency().getCurrencyCode())) {
            return new Outcome.Unknown("The terminal's answer does not fit what was asked");
        }
        long minor = Long.parseLong(line.get(3));
        if (minor <= 0 || minor > asked.minor()) {
            return new Outcome.Unknown("The terminal approved another amount");
        }
        Money amount = Money.of(minor, asked.currency());
        return minor == asked.minor()
                ? new Outcome.Approved(amount, CardDetails.NONE, TerminalReceipts.NONE)
                : new Outcome.PartiallyApproved(amount, asked, CardDetails.NONE, TerminalReceipts.NONE);
    }

    @Override
    public QueryAnswer query(PastAttempt attempt) {
        try (Link link = context.links().open(address, ANSWER)) {
            Lines lines = new Lines(link);
            lines.send("ASK", attempt.reference());
            List<String> line = lines.receive(Deadline.in(ANSWER)).orElse(List.of("", ""));
            return switch (line.getFirst()) {
                case "NONE" -> new QueryAnswer.NotFound();
                case "BUSY" -> new QueryAnswer.InProgress();
                case "DONE" ->
                    read(line, attempt.reference(), attempt.amount()) instanceof Outcome.Unknown(Sentence why)
                            ? new QueryAnswer.CannotTell(why)
                            : new QueryAnswer.Found(read(line, attempt.reference(), attempt.amount()));
                default -> new QueryAnswer.Unreachable("The terminal does not answer. Check that it is on");
            };
        } catch (LinkException e) {
            return new QueryAnswer.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void requestCancel(String reference) {
        if (reference.equals(running)) {
            cancelWanted = true;
        }
    }

    @Override
    public Settlement settle(Currency currency) {
        return new Settlement.NotClosed("This terminal has no day");
    }

    @Override
    public void close() {
        // A link lives no longer than a call.
    }
}
