package io.keentill.device.nexo.emulator;

import io.keentill.device.conformance.fuzz.FuzzTarget;
import io.keentill.device.emulation.EmulatedTerminal;
import io.keentill.device.emulation.Profile;
import io.keentill.device.emulation.Script;
import io.keentill.device.nexo.message.Json;
import io.keentill.device.nexo.message.UntrustedMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages, as they are once opened, into an emulator that is busy for ever. */
public final class EmulatorFuzzTarget implements FuzzTarget {

    private final Desk desk;

    /** One of its own. */
    public EmulatorFuzzTarget() {
        EmulatedTerminal terminal = new EmulatedTerminal(
                Profile.standard(Clock.fixed(Instant.parse("2026-11-24T10:15:30Z"), ZoneOffset.UTC)));
        terminal.next(new Script.Busy(Integer.MAX_VALUE));
        desk = new Desk(terminal);
    }

    @Override
    public int take(byte[] input) {
        try {
            ObjectNode message = Json.read(input);
            JsonNode root = message.path("SaleToPOIRequest");
            JsonNode header = root.path("MessageHeader");
            String category = header.path("MessageCategory").asString("");
            Front.Answer answer = desk.answer(header, category, root.path(category + "Request"));
            ObjectNode body = answer.body();
            return body == null
                    ? 1
                    : body.path("Response").hashCode() * 31 + category.length() + Json.bytes(body).length;
        } catch (UntrustedMessage e) {
            return String.valueOf(e.getMessage()).hashCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
