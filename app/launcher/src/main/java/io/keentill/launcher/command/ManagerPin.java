package io.keentill.launcher.command;

import io.keentill.domain.shop.Staff;
import io.keentill.engine.Till;
import io.keentill.engine.staff.LoginResult;
import io.keentill.launcher.Problem;
import picocli.CommandLine.Option;

/** Who gives a command that needs somebody. */
public final class ManagerPin {

    @Option(
            names = "--pin",
            required = true,
            interactive = true,
            arity = "0..1",
            paramLabel = "PIN",
            description = "A manager's PIN; asked for when no value follows.")
    private String pin = "";

    /** One that was typed elsewhere. */
    static ManagerPin of(String typed) {
        ManagerPin pin = new ManagerPin();
        pin.pin = typed;
        return pin;
    }

    /** As typed; never printed. */
    public String value() {
        return pin;
    }

    /** Logs in with it. */
    public Staff login(Till till) {
        return switch (till.login(pin)) {
            case LoginResult.LoggedIn who -> who.staff();
            case LoginResult.WrongPin wrong -> throw wrong(wrong.triesLeft());
            case LoginResult.LockedOut locked ->
                throw new Problem("Too many wrong PINs. This till takes one again at " + locked.until() + ".");
            case LoginResult.NotPossible no -> throw new Problem(no.message());
        };
    }

    /** Nobody has this PIN. */
    public static Problem wrong(int triesLeft) {
        return new Problem("Nobody has this PIN. " + triesLeft + " more tries before the till locks for a minute.");
    }
}
