package io.keentill.engine.simulation;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A bug planted where money is held. */
final class TabMutants {

    private TabMutants() {}

    /** A hold of which nobody knows is taken for one that was not made, and the card is left blocked. */
    static final class HoldUnknownIsFailed extends Mutant {
        @Override
        PaymentTerminal driver(PaymentTerminal correct, Life life) {
            return (PaymentTerminal) Proxy.newProxyInstance(
                    TabMutants.class.getClassLoader(),
                    new Class<?>[] {PaymentTerminal.class},
                    (proxy, method, args) -> {
                        try {
                            Object answer = method.invoke(correct, args);
                            boolean hold = args != null && args[0] instanceof TerminalRequest.PreAuthorisation;
                            return hold && answer instanceof Outcome.Unknown doubt
                                    ? new Outcome.Failed(doubt.message())
                                    : answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
