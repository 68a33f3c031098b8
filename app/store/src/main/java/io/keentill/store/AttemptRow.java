package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.CardVerification;
import io.keentill.domain.payment.EmvDetails;
import io.keentill.domain.payment.EntryMode;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment attempt in its columns: first those that never change, then those of its outcome. */
final class AttemptRow {

    static final String INSERT = """
            INSERT INTO attempts (id, reference, order_id, kind, currency, amount, terminal, operator, original_id,
                created_at, state, approved, scheme, last_four, entry_mode, auth_code, rrn, uti, response_code,
                terminal_id, trace_number, terminal_receipt, application_id, card_name, verification, emv_tvr, emv_tsi,
                emv_cryptogram, emv_cryptogram_type, emv_pan_sequence, message, recovery_hint, sent_at, resolved_at, seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                (SELECT coalesce(max(seq), 0) + 1 FROM attempts))""";

    static final String UPDATE = """
            UPDATE attempts SET state = ?, approved = ?, scheme = ?, last_four = ?, entry_mode = ?, auth_code = ?,
                rrn = ?, uti = ?, response_code = ?, terminal_id = ?, trace_number = ?, terminal_receipt = ?,
                application_id = ?, card_name = ?, verification = ?, emv_tvr = ?, emv_tsi = ?, emv_cryptogram = ?,
                emv_cryptogram_type = ?, emv_pan_sequence = ?, message = ?, recovery_hint = ?, sent_at = ?, resolved_at = ?
            WHERE id = ?""";

    private AttemptRow() {}

    static @Nullable Object[] columns(PaymentAttempt a) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                a.id(),
                a.reference(),
                a.orderId(),
                a.kind(),
                a.amount().currency().getCurrencyCode(),
                a.amount().minor(),
                a.terminal(),
                a.operator(),
                a.originalId(),
                a.createdAt()));
        values.addAll(outcome(a));
        return values.toArray();
    }

    static @Nullable Object[] columnsForUpdate(PaymentAttempt a) {
        List<@Nullable Object> values = new ArrayList<>(outcome(a));
        values.add(a.id());
        return values.toArray();
    }

    static PaymentAttempt read(Row row) throws SQLException {
        Currency currency = row.currency("currency");
        return new PaymentAttempt(
                row.text("id"),
                row.text("reference"),
                row.textOrNull("order_id"),
                row.constant("kind", PaymentKind.class),
                row.money("amount", currency),
                row.text("terminal"),
                row.text("operator"),
                row.textOrNull("original_id"),
                row.constant("state", AttemptState.class),
                row.moneyOrNull("approved", currency),
                card(row),
                row.sentenceOrNull("message"),
                row.textOrNull("recovery_hint"),
                row.instant("created_at"),
                row.instantOrNull("sent_at"),
                row.instantOrNull("resolved_at"));
    }

    private static List<@Nullable Object> outcome(PaymentAttempt a) {
        Money approved = a.approved();
        CardDetails card = a.card();
        return Arrays.asList(
                a.state(),
                approved == null ? null : Amounts.minor(approved, a.amount().currency()),
                card.scheme(),
                card.lastFour(),
                card.entryMode(),
                card.authCode(),
                card.rrn(),
                card.uti(),
                card.responseCode(),
                card.terminalId(),
                card.traceNumber(),
                card.receiptNumber(),
                card.applicationId(),
                card.cardName(),
                card.verification(),
                card.emv().tvr(),
                card.emv().tsi(),
                card.emv().cryptogram(),
                card.emv().cryptogramType(),
                card.emv().panSequence(),
                a.message() == null ? null : a.message().stored(),
                a.recoveryHint(),
                a.sentAt(),
                a.resolvedAt());
    }

    private static CardDetails card(Row row) throws SQLException {
        return new CardDetails(
                row.textOrNull("scheme"),
                row.textOrNull("last_four"),
                row.constant("entry_mode", EntryMode.class),
                row.textOrNull("auth_code"),
                row.textOrNull("rrn"),
                row.textOrNull("uti"),
                row.textOrNull("response_code"),
                row.textOrNull("terminal_id"),
                row.textOrNull("trace_number"),
                row.textOrNull("terminal_receipt"),
                row.textOrNull("application_id"),
                row.textOrNull("card_name"),
                row.constant("verification", CardVerification.class),
                new EmvDetails(
                        row.textOrNull("emv_tvr"),
                        row.textOrNull("emv_tsi"),
                        row.textOrNull("emv_cryptogram"),
                        row.textOrNull("emv_cryptogram_type"),
                        row.textOrNull("emv_pan_sequence")));
    }
}
