package io.keentill.engine.install;

import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalIdentity;
import io.keentill.engine.setup.Settings;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terminals of a till as its settings keep them. Which one takes payments is {@link Settings#TERMINAL} alone. */
final class KnownTerminals {

    /** The setting: a JSON array. */
    static final String SETTING = "terminals.known";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KnownTerminals() {}

    /** The one in use first, then by name. One that was set up without this list is on it all the same. */
    static List<KnownTerminal> in(View view) {
        Optional<String> used = view.setting(Settings.TERMINAL);
        Optional<String> usedKey = used.map(KnownTerminals::key);
        List<KnownTerminal> all = new ArrayList<>();
        for (KnownTerminal kept : read(view.setting(SETTING).orElse("[]"))) {
            all.add(kept.used(usedKey.filter(kept.key()::equals).isPresent()));
        }
        if (used.isPresent() && all.stream().noneMatch(KnownTerminal::inUse)) {
            all.add(new KnownTerminal(used.get(), used.map(KnownTerminals::key).get(), true, null, null, null));
        }
        all.sort(java.util.Comparator.comparing(KnownTerminal::inUse).reversed().thenComparing(KnownTerminal::name));
        return List.copyOf(all);
    }

    static Optional<KnownTerminal> find(View view, String address) {
        String key = key(address);
        return in(view).stream().filter(t -> t.key().equals(key)).findFirst();
    }

    /** Keeps one, in place of an earlier entry for the same address. */
    static void put(Tx tx, KnownTerminal terminal) {
        List<KnownTerminal> all = new ArrayList<>(in(tx));
        all.removeIf(t -> t.key().equals(terminal.key()));
        all.add(terminal);
        write(tx, all);
    }

    static void change(Tx tx, String address, UnaryOperator<KnownTerminal> how) {
        find(tx, address).ifPresent(t -> put(tx, how.apply(t)));
    }

    static void remove(Tx tx, String address) {
        String key = key(address);
        List<KnownTerminal> all = new ArrayList<>(in(tx));
        all.removeIf(t -> t.key().equals(key));
        write(tx, all);
    }

    /** What a terminal said of itself just now. */
    static void seen(Tx tx, String address, TerminalIdentity who, Instant at) {
        change(
                tx,
                address,
                t -> new KnownTerminal(
                        t.address(),
                        t.name(),
                        t.inUse(),
                        who.serialNumber() == null ? t.serial() : who.serialNumber(),
                        who.model() == null ? t.model() : who.model(),
                        at));
    }

    private static String key(String address) {
        return TerminalAddress.parse(address).toString();
    }

    private static List<KnownTerminal> read(String text) {
        List<KnownTerminal> all = new ArrayList<>();
        for (JsonNode one : JSON.readTree(text)) {
            String seen = text(one, "last_seen");
            all.add(new KnownTerminal(
                    one.get("address").asString(),
                    one.get("name").asString(),
                    false,
                    text(one, "serial"),
                    text(one, "model"),
                    seen == null ? null : Instant.parse(seen)));
        }
        return all;
    }

    private static @Nullable String text(JsonNode one, String name) {
        JsonNode value = one.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static void write(Tx tx, List<KnownTerminal> all) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (KnownTerminal t : all) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("address", t.address());
            map.put("name", t.name());
            map.put("serial", t.serial());
            map.put("model", t.model());
            map.put("last_seen", t.lastSeen() == null ? null : t.lastSeen().toString());
            list.add(map);
        }
        tx.putSetting(SETTING, JSON.writeValueAsString(list));
    }
}
