package io.keentill.launcher.terminals;

import io.keentill.device.terminal.Totals;
import io.keentill.launcher.Console;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A terminal's totals as commands print them. */
final class TotalsText {

    private TotalsText() {}

    /** How many payments, and what they come to. */
    static String sum(Totals totals) {
        return totals.count() + (totals.count() == 1 ? " payment" : " payments") + ", net " + totals.net() + ".";
    }

    /** One line for each sum, then what the terminal wants printed of it. */
    static void say(Console console, Totals totals) {
        for (Totals.Line line : totals.lines()) {
            String kind = line.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            console.say("  " + (line.name().isBlank() ? kind : line.name()) + ": " + line.count() + ", " + line.sum());
        }
        totals.slip().forEach(console::say);
    }

    /** As JSON. */
    static Map<String, Object> json(String address, Totals totals) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("address", address);
        map.put("count", totals.count());
        map.put("net_minor", totals.net().minor());
        map.put("currency", totals.net().currency().getCurrencyCode());
        map.put("lines", totals.lines().stream().map(TotalsText::json).toList());
        map.put("slip", totals.slip());
        return map;
    }

    private static Map<String, Object> json(Totals.Line line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", line.kind().name().toLowerCase(Locale.ROOT));
        map.put("name", line.name());
        map.put("count", line.count());
        map.put("sum_minor", line.sum().minor());
        return map;
    }
}
