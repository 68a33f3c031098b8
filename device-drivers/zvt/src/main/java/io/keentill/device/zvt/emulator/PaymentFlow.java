package io.keentill.device.zvt.emulator;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.LinkException;
import io.keentill.device.zvt.codec.Apdu;
import io.keentill.device.zvt.codec.Bytes;
import io.keentill.device.zvt.codec.Command;
import java.time.Duration;
import java.util.Optional;

/** One payment on the emulated terminal: customer, host, commit. Goes on to its end even when the till is gone. */
final class PaymentFlow {

    private static final int STOPPED = 0x6C;
    private static final int INSERT_CARD = 0x0A;
    private static final int PIN = 0x01;
    private static final int WRONG_PIN = 0x15;
    private static final int WAIT = 0x0E;
    private static final int HOST = 0x04;
    private static final int OWN_WORDS = 0xFF;
    private static final int AUTO_REVERSAL = 0x05;
    private static final int MOST_WAITS = 10;
    private static final int CODE_FIELD = 2;
    private static final int AMOUNT_FIELD = 7;
    private static final Bytes UNKNOWN_FIELD = Bytes.of(0x99, 0x01);
    private static final Duration REPEAT_AFTER = Duration.ofSeconds(2);
    private static final Bytes NONSENSE = Bytes.hex("7B22FF00C3A9107F0D0A7D00EE31415926535897");

    private final Device device;
    private final Session session;
    private final Till till;

    PaymentFlow(Device device, Session session, Till till) {
        this.device = device;
        this.session = session;
        this.till = till;
    }

    void run(PaymentOrder order) throws LinkException {
        till.tell(new Apdu(Command.POSITIVE, Bytes.EMPTY));
        Optional<LedgerEntry> original =
                order.type().refers() ? device.ledger().open(order.receipt()) : Optional.empty();
        int obstacle = device.ledger().isOtherCurrency(order.currency())
                ? Chores.WRONG_CURRENCY
                : Obstacle.to(order, original);
        if (obstacle != 0) {
            abort(obstacle);
            return;
        }
        NextOutcome script = device.nextOutcome();
        if (!customer(script)) {
            abort(STOPPED);
            if (script instanceof NextOutcome.StopCrosses(int reply)) {
                till.tell(new Apdu(reply, Bytes.EMPTY));
            }
            return;
        }
        progress(HOST);
        if (script instanceof NextOutcome.AnswerOfBefore) {
            answerOfBefore();
            return;
        }
        int code = switch (script) {
            case NextOutcome.Decline(int declined) -> declined;
            case NextOutcome.DeclineUnheard(int declined, boolean _) -> declined;
            default -> 0;
        };
        long released = order.namesRest() ? order.amountMinor() : -1;
        long whole = order.namesRest() ? original.orElseThrow().amountMinor() - released : order.amountMinor();
        long amount = script instanceof NextOutcome.Partial(long less) ? less : whole;
        till.pointOfNoReturn();
        LedgerEntry entry = device.ledger()
                .add(
                        order.type(),
                        amount,
                        order.currency(),
                        device.settings().clock().instant(),
                        device.settings().lastFour(),
                        original.map(LedgerEntry::trace).orElse(0),
                        code,
                        released);
        if (script instanceof NextOutcome.DeclineUnheard(int _, boolean garbage)) {
            if (garbage) {
                session.link().write(NONSENSE.toArray());
            }
            return;
        }
        if (code != 0) {
            till.say(statusInfo(entry));
            abort(code);
            return;
        }
        device.approved(entry);
        answer(script, entry);
    }

    /** What the customer does; false if the payment was stopped, by whomever. */
    private boolean customer(NextOutcome script) {
        if (script instanceof NextOutcome.StopCrosses) {
            till.answerStopLate();
        }
        progress(INSERT_CARD);
        till.pass(device.settings().cardTime(), false);
        switch (script) {
            case NextOutcome.CancelAtTerminal() -> {
                return false;
            }
            case NextOutcome.StopCrosses _ -> {
                while (!till.stopWanted() && !till.lost()) {
                    till.pass(Duration.ofMillis(20), true);
                }
            }
            case NextOutcome.PinRetry() -> {
                progress(PIN);
                progress(WRONG_PIN);
                progress(PIN);
            }
            case NextOutcome.Slow(Duration delay) -> {
                Deadline end = Deadline.in(delay);
                while (!end.passed() && !till.stopWanted()) {
                    till.pass(end.left(device.settings().keepAlive()), false);
                    progress(WAIT);
                }
            }
            case NextOutcome.Say(String words) ->
                till.say(new Apdu(Command.INTERMEDIATE, device.registration().text(OWN_WORDS, words)));
            default -> progress(PIN);
        }
        return !till.stopWanted();
    }

    /** After the host said yes: tell the till, or not. */
    private void answer(NextOutcome script, LedgerEntry entry) throws LinkException {
        switch (script) {
            case NextOutcome.DropAnswer(boolean hang) -> {
                if (!hang) {
                    session.close();
                }
                unconfirmed(entry);
            }
            case NextOutcome.Reboot() -> {
                device.reboot();
                if (!session.serial()) {
                    session.close();
                }
                unconfirmed(entry);
            }
            case NextOutcome.Garbage() -> {
                session.link().write(NONSENSE.toArray());
                unconfirmed(entry);
            }
            case NextOutcome.NoStatus() -> till.say(new Apdu(Command.COMPLETION, Bytes.EMPTY));
            case NextOutcome.HoldAnswer() -> {
                while (!device.released() && !till.lost()) {
                    till.pass(Duration.ofMillis(20), true);
                }
                commit(script, entry);
            }
            default -> commit(script, entry);
        }
    }

    /** The mistake of a terminal that answers with what it remembers instead of what happened. */
    private void answerOfBefore() {
        Optional<LedgerEntry> before = device.ledger().last(false);
        if (before.isEmpty()) {
            abort(STOPPED);
            return;
        }
        Till.Answer answer = till.say(statusInfo(before.get()));
        if (answer == Till.Answer.YES) {
            till.say(new Apdu(Command.COMPLETION, Bytes.EMPTY));
        } else {
            abort(STOPPED);
        }
    }

    private void commit(NextOutcome script, LedgerEntry entry) {
        Apdu status = disguised(script, statusInfo(told(script, entry)));
        Till.Answer answer = insist(status);
        if (answer == Till.Answer.YES && script instanceof NextOutcome.Duplicate) {
            answer = till.say(status);
        }
        if (answer == Till.Answer.PART) {
            long less = till.goodsMinor();
            boolean possible = less > 0 && less < entry.amountMinor();
            answer = possible ? till.say(statusInfo(device.ledger().reduce(entry, less))) : Till.Answer.NO;
        }
        if (answer == Till.Answer.YES && device.registration().tillPrints()) {
            answer = print(entry);
        }
        switch (answer) {
            case YES -> {
                if (!(script instanceof NextOutcome.NoCompletion)) {
                    till.say(new Apdu(Command.COMPLETION, Bytes.EMPTY));
                }
            }
            case NO, PART -> reverse(entry);
            case NOTHING, WAIT -> unconfirmed(entry);
        }
    }

    /** Says it again after a while if the till asks to wait. */
    private Till.Answer insist(Apdu message) {
        Till.Answer answer = till.say(message);
        for (int i = 0; i < MOST_WAITS && answer == Till.Answer.WAIT; i++) {
            till.pass(REPEAT_AFTER, true);
            answer = till.say(message);
        }
        return answer;
    }

    /** Both receipts on the till's printer: with its yes to the last line the payment is confirmed. */
    private Till.Answer print(LedgerEntry entry) {
        for (Apdu piece : device.registration().pieces(Slip.of(entry, device.settings(), false))) {
            Till.Answer answer = insist(piece);
            if (answer != Till.Answer.YES) {
                return answer;
            }
        }
        return Till.Answer.YES;
    }

    /** What the till is told of {@code entry}: the truth, unless the script wants it otherwise. */
    private static LedgerEntry told(NextOutcome script, LedgerEntry entry) {
        return switch (script) {
            case NextOutcome.WrongAmount(long more) -> entry.told(entry.amountMinor() + more, entry.currency());
            case NextOutcome.WrongCurrency(String currency) -> entry.told(entry.amountMinor(), currency);
            default -> entry;
        };
    }

    /** The result as it is said: whole, unless the script wants it otherwise. It begins with the code, then the amount. */
    private static Apdu disguised(NextOutcome script, Apdu status) {
        Bytes data = status.data();
        Bytes code = data.slice(0, CODE_FIELD);
        return switch (script) {
            case NextOutcome.NoAmount() -> new Apdu(status.command(), code.plus(data.from(CODE_FIELD + AMOUNT_FIELD)));
            case NextOutcome.UnknownField() ->
                new Apdu(status.command(), code.plus(UNKNOWN_FIELD).plus(data.from(CODE_FIELD)));
            default -> status;
        };
    }

    private void unconfirmed(LedgerEntry entry) {
        if (device.policy() == CommitPolicy.STRICT) {
            reverse(entry);
        } else if (!till.lost()) {
            till.tell(new Apdu(Command.COMPLETION, Bytes.EMPTY));
        }
    }

    private void reverse(LedgerEntry entry) {
        device.ledger().reverse(entry);
        progress(AUTO_REVERSAL);
        abort(STOPPED);
    }

    private void abort(int code) {
        till.say(Apdu.of(Command.ABORTED, code));
    }

    private void progress(int code) {
        till.say(Apdu.of(Command.INTERMEDIATE, code));
    }

    private Apdu statusInfo(LedgerEntry entry) {
        return new Apdu(Command.STATUS_INFO, StatusFields.of(entry, device.settings()));
    }
}
