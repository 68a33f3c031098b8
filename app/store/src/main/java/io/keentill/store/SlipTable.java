package io.keentill.store;

import io.keentill.domain.payment.TerminalSlip;
import java.util.List;
import java.util.Optional;

/** What terminals had the till print, line by line, by payment attempt. */
final class SlipTable {

    private final Session session;

    SlipTable(Session session) {
        this.session = session;
    }

    Optional<TerminalSlip> of(String attemptId) {
        return session.one(
                "SELECT merchant, customer FROM attempt_slips WHERE attempt_id = ?",
                row -> new TerminalSlip(lines(row.text("merchant")), lines(row.text("customer"))),
                attemptId);
    }

    void save(String attemptId, TerminalSlip slip) {
        session.change(
                "INSERT INTO attempt_slips (attempt_id, merchant, customer) VALUES (?, ?, ?)"
                        + " ON CONFLICT (attempt_id) DO UPDATE SET merchant = excluded.merchant, customer = excluded.customer",
                attemptId,
                text(slip.merchant()),
                text(slip.customer()));
    }

    /** Each line ends with a line feed, so that no line and one empty line are two things. */
    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.replace('\n', ' ')).append('\n'));
        return text.toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return lines.subList(0, lines.size() - 1);
    }
}
