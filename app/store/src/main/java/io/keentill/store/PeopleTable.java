package io.keentill.store;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.shop.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shop, its people and its settings. */
final class PeopleTable {

    private static final String ADDRESS = "ADDRESS";
    private static final String FOOTER = "FOOTER";

    private final Session session;

    PeopleTable(Session session) {
        this.session = session;
    }

    List<Staff> formerStaff() {
        return session.list(
                "SELECT * FROM staff WHERE left_at IS NOT NULL ORDER BY name, id",
                row -> new Staff(row.text("id"), row.text("name"), row.constant("role", Role.class)));
    }

    void dismissStaff(String staffId, Instant at) {
        session.change("UPDATE staff SET left_at = ?, pin_hash = '' WHERE id = ? AND left_at IS NULL", at, staffId);
    }

    List<StaffRecord> staff() {
        return session.list(
                "SELECT * FROM staff WHERE left_at IS NULL ORDER BY name, id",
                row -> new StaffRecord(
                        new Staff(row.text("id"), row.text("name"), row.constant("role", Role.class)),
                        row.text("pin_hash"),
                        row.integer("failed_tries"),
                        row.instantOrNull("locked_until")));
    }

    void saveStaff(StaffRecord record) {
        session.change(
                """
                INSERT INTO staff (id, name, role, pin_hash, failed_tries, locked_until) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
                    pin_hash = excluded.pin_hash, failed_tries = excluded.failed_tries,
                    locked_until = excluded.locked_until""",
                record.staff().id(),
                record.staff().name(),
                record.staff().role(),
                record.pinHash(),
                record.failedTries(),
                record.lockedUntil());
    }

    Optional<Shop> shop() {
        List<String> address = texts(ADDRESS);
        List<String> footer = texts(FOOTER);
        return session.one(
                "SELECT * FROM shop",
                row -> new Shop(
                        row.text("name"),
                        address,
                        row.text("tax_number"),
                        row.currency("currency"),
                        new CashRounding(row.number("cash_rounding")),
                        footer));
    }

    void saveShop(Shop shop) {
        session.change(
                """
                INSERT INTO shop (only, name, tax_number, currency, cash_rounding) VALUES (1, ?, ?, ?, ?)
                ON CONFLICT (only) DO UPDATE SET name = excluded.name, tax_number = excluded.tax_number,
                    currency = excluded.currency, cash_rounding = excluded.cash_rounding""",
                shop.name(),
                shop.taxNumber(),
                shop.currency().getCurrencyCode(),
                shop.cashRounding().step());
        saveTexts(ADDRESS, shop.address());
        saveTexts(FOOTER, shop.footer());
    }

    Optional<String> setting(String key) {
        return session.one("SELECT value FROM settings WHERE key = ?", row -> row.text("value"), key);
    }

    void putSetting(String key, String value) {
        session.change(
                "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value);
    }

    void removeSetting(String key) {
        session.change("DELETE FROM settings WHERE key = ?", key);
    }

    long nextReceiptNumber() {
        session.change("UPDATE counters SET value = value + 1 WHERE name = 'receipt'");
        return session.number("SELECT value AS n FROM counters WHERE name = 'receipt'");
    }

    long skipReceiptNumbers(long last) {
        long before = session.number("SELECT value AS n FROM counters WHERE name = 'receipt'");
        session.change("UPDATE counters SET value = max(value, ?) WHERE name = 'receipt'", last);
        return before;
    }

    private List<String> texts(String part) {
        String sql = "SELECT text FROM shop_texts WHERE part = ? ORDER BY position";
        return session.list(sql, row -> row.text("text"), part);
    }

    private void saveTexts(String part, List<String> lines) {
        session.change("DELETE FROM shop_texts WHERE part = ?", part);
        for (int i = 0; i < lines.size(); i++) {
            session.change("INSERT INTO shop_texts (part, position, text) VALUES (?, ?, ?)", part, i, lines.get(i));
        }
    }
}
