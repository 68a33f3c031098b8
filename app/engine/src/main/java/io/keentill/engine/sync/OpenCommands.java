package io.keentill.engine.sync;

import io.keentill.engine.book.JournalText;
import io.keentill.revkeen.connector.FromServer;
import io.keentill.store.RemoteObject;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.List;

/**
 * Commands that were carried out here and of which RevKeen has not said yet that it has the outcome. RevKeen does not send a
 * command again that it gave up while the till was off, so that only the till can tell it that money moved after all.
 */
final class OpenCommands {

    private static final String KIND = "command";
    private static final int MOST = 1000;

    private OpenCommands() {}

    /** Keeps one, in the transaction that stores its intent. */
    static void keep(Tx tx, FromServer.Command command) {
        String frame = JournalText.none()
                .with("type", "command")
                .with("command_id", command.commandId())
                .with("action", command.action().toString())
                .with("payment_id", command.paymentId())
                .with("reference", command.reference())
                .with("amount_minor", command.amountMinor())
                .with("currency", command.currency())
                .with("original_reference", command.originalReference())
                .json();
        tx.saveRemote(new RemoteObject(KIND, command.commandId(), command.reference(), "", frame), 1);
    }

    /** All that are kept. */
    static List<FromServer.Command> all(View view) {
        return view.remotes(KIND, MOST).stream()
                .map(kept -> FromServer.parse(kept.content()))
                .map(FromServer.Command.class::cast)
                .toList();
    }

    /** Whether this one is. */
    static boolean isKept(View view, String commandId) {
        return view.remote(KIND, commandId).isPresent();
    }

    /** Whether this one is, and nobody knows yet what becomes of it. */
    static boolean isUnderWay(View view, String commandId) {
        return view.remote(KIND, commandId)
                .flatMap(kept -> view.attemptByReference(kept.lookup()))
                .filter(attempt -> attempt.state().isOpen())
                .isPresent();
    }

    /** RevKeen has the outcome. */
    static void settled(Tx tx, String commandId) {
        tx.forgetRemote(KIND, commandId);
    }
}
