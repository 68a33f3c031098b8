package io.keentill.launcher.kill;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Sells without end at one till: baskets, cash, cards, both on one sale, parked and cancelled ones; all by one chance. */
final class Clerk {

    private static final List<String> PRODUCTS = List.of("FRV-001", "FRV-002", "5083016613186");
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final KillableTill till;
    private final Notebook notes;
    private final Random chance;

    Clerk(KillableTill till, Notebook notes, Random chance) {
        this.till = till;
        this.notes = notes;
        this.chance = chance;
    }

    /** Sells until the till dies. */
    void sell(JsonNode found) {
        Optional<JsonNode> state = Optional.of(found);
        while (state.isPresent()) {
            state = turn(state.get());
        }
    }

    /** Brings what is on the counter, and what was parked, to an end; answers what the till says then. */
    JsonNode finish(JsonNode found) {
        JsonNode state = found;
        for (int i = 0; i < 200; i++) {
            if (state.get("open_payments").asInt() > 0) {
                state = say("sync 60").orElseThrow();
            } else if (state.get("lines").asInt() > 0) {
                say("cash").orElseThrow();
                state = say("state").orElseThrow();
            } else if (state.get("parked").asInt() > 0) {
                say("recall").orElseThrow();
                state = say("state").orElseThrow();
            } else {
                return state;
            }
        }
        throw new AssertionError("The counter does not become empty: " + state);
    }

    /** One customer. */
    private Optional<JsonNode> turn(JsonNode state) {
        if (state.get("open_payments").asInt() > 0) {
            pause(60);
            boolean aside = state.get("lines").asInt() > 0 && chance.nextInt(4) == 0;
            return aside ? say("park Doubtful").flatMap(a -> say("state")) : say("state");
        }
        Optional<JsonNode> last = Optional.of(state);
        if (state.get("lines").asInt() == 0) {
            last = state.get("parked").asInt() > 0 && chance.nextInt(3) == 0 ? say("recall") : basket();
        }
        return last.flatMap(a -> pay()).flatMap(a -> say("state"));
    }

    private Optional<JsonNode> basket() {
        Optional<JsonNode> last = Optional.empty();
        int items = chance.nextInt(1, 5);
        for (int i = 0; i < items; i++) {
            last = say("scan " + PRODUCTS.get(chance.nextInt(PRODUCTS.size())) + "*" + chance.nextInt(1, 4));
            if (last.isEmpty()) {
                return last;
            }
            pause(15);
        }
        return last;
    }

    private Optional<JsonNode> pay() {
        return switch (chance.nextInt(20)) {
            case 0 -> say("park Customer");
            case 1 -> say("cancel");
            case 2, 3 -> say("cash 0.50").flatMap(a -> say("card"));
            case 4, 5, 6, 7, 8 -> say("cash");
            default -> say("card");
        };
    }

    private Optional<JsonNode> say(String line) {
        Optional<JsonNode> answer = till.work(line);
        answer.ifPresent(a -> notes.note(line, a));
        return answer;
    }

    private void pause(int mostMillis) {
        LockSupport.parkNanos((long) chance.nextInt(mostMillis) * NANOS_PER_MILLI);
    }
}
