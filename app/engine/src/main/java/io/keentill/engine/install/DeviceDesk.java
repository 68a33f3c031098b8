package io.keentill.engine.install;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.payment.TestPaymentResult;
import java.util.List;
import java.util.Optional;

/**
 * The payment terminals of this till. Everything that speaks to a terminal blocks for seconds, {@link #search} and {@link
 * #test} for minutes: call them beside the queue of short work. {@code operator} is who does it, for the journal. Empty
 * answers mean done; others say what is wrong and what to do.
 */
public interface DeviceDesk {

    /** The terminals that were set up, the one in use first. */
    List<KnownTerminal> known();

    /**
     * Looks for terminals: at the plugs of this machine, behind RevKeen as it was heard last, and on networks. Sends
     * nothing to any of them.
     *
     * @param where a host, a network such as {@code 192.168.1.0/24}, a whole terminal address, or blank for this machine's
     *     own networks
     */
    void search(String where, SearchWatch watch);

    /** What has to be known to set up the terminal at this address; makes no contact. */
    SetUpForm form(String address);

    /**
     * Pairs a terminal where it has to be, asks how it is, and takes it among the known ones. The first one is in use from
     * then on, and so is one that replaces the one in use.
     */
    SetUpResult add(NewTerminal terminal, String operator);

    /** Sends payments to this terminal from now on. Refused while a payment on the one before is open. */
    SetUpResult use(String address, String operator);

    /** Gives it another name, 1 to 40 characters. */
    SetUpResult rename(String address, String name, String operator);

    /** Forgets it and what pairing agreed on. Refused while a payment on it is open or money is held through it. */
    Optional<Sentence> unpair(String address, String operator);

    /** Asks how it is, and reads what its payments came to. */
    TerminalHealth health(String address);

    /** Takes a payment on the terminal in use and gives it back. */
    TestPaymentResult test(Money amount, String operator);

    /** Asks the terminal to stop the running test payment; the outcome comes from {@link #test}. */
    void cancelTest();

    /** Test payments that are not known to be given back, the oldest first. */
    List<PaymentAttempt> unfinishedTests();

    /** Gives one of those back. */
    TestPaymentResult finishTest(String attemptId, String operator);

    /** The newest frames on the lines to terminals, masked, the oldest of them first. Does not block. */
    List<FrameFile.Frame> frames();
}
