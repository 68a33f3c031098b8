package io.keentill.device.nexo;

import io.keentill.device.http.HttpDesk;
import io.keentill.device.http.HttpLimits;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkListener;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.nexo.message.Envelope;
import io.keentill.device.nexo.message.Json;
import io.keentill.device.nexo.message.UntrustedMessage;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.TraceMask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the terminal asks of the till while a payment runs (nexo's device class): texts to show and lines to print. It calls
 * the till over HTTP with messages sealed like all others; whatever is not, is refused. Nothing here decides a payment.
 */
final class DeviceRequests implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DeviceRequests.class.getName());
    private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(5), 16 * 1024, 256 * 1024);
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LinkListener listener;
    private final Supplier<Optional<Terms>> terms;
    private final FrameTrace trace;
    private final RandomGenerator random;
    private final HttpDesk desk = new HttpDesk(LIMITS, this::answer);
    private volatile @Nullable Guest guest;
    private volatile boolean closed;

    /** The payment that runs, as the terminal may speak to it. */
    interface Guest {
        /** A text for clerk or customer. */
        void show(String text);

        /** Lines to print with the receipt. */
        void print(List<String> lines);
    }

    private DeviceRequests(
            LinkListener listener, Supplier<Optional<Terms>> terms, FrameTrace trace, RandomGenerator random) {
        this.listener = listener;
        this.terms = terms;
        this.trace = trace;
        this.random = random;
        Thread.ofVirtual().name("nexo-device-requests").start(this::listen);
    }

    /**
     * Listens at {@code where}.
     *
     * @throws LinkException if that is not possible; the message is for people
     */
    static DeviceRequests at(
            String where, LinkOpener links, Supplier<Optional<Terms>> terms, FrameTrace trace, RandomGenerator random)
            throws LinkException {
        return new DeviceRequests(links.listen(LinkAddress.parse("tcp:" + where)), terms, trace, random);
    }

    /** Where it listens. */
    String where() {
        return listener.address().where();
    }

    /** From now on texts and lines go to {@code whom}; null for nobody. */
    void serve(@Nullable Guest whom) {
        guest = whom;
    }

    private void listen() {
        while (!closed) {
            try {
                listener.accept(LOOK)
                        .ifPresent(link ->
                                Thread.ofVirtual().name("nexo-device-request").start(() -> serve(link)));
            } catch (LinkException e) {
                if (!closed) {
                    LOG.log(System.Logger.Level.WARNING, "Requests of the terminal are no longer heard", e);
                }
                return;
            }
        }
    }

    private void serve(Link link) {
        try {
            desk.serve(link, CALL);
        } catch (LinkException e) {
            LOG.log(System.Logger.Level.DEBUG, "A request of the terminal broke off", e);
        }
    }

    private HttpDesk.Answer answer(String method, String target, byte[] body) {
        Optional<Terms> agreed = terms.get();
        if (agreed.isEmpty() || !method.equals("POST")) {
            return HttpDesk.Answer.empty(403);
        }
        try {
            ObjectNode message = Envelope.open(Json.read(body), agreed.get().key());
            trace.frame(FrameTrace.Direction.IN, TraceMask.of(message.toString()));
            JsonNode root = message.path("SaleToPOIRequest");
            JsonNode header = root.path("MessageHeader");
            if (!header.path("POIID").asString("").equals(agreed.get().poiId())) {
                return HttpDesk.Answer.empty(403);
            }
            Optional<ObjectNode> response = response(header, root);
            if (response.isEmpty()) {
                return HttpDesk.Answer.empty(200);
            }
            byte[] sealed =
                    Json.bytes(Envelope.seal(response.get(), agreed.get().key(), random));
            return new HttpDesk.Answer(200, "application/json", sealed);
        } catch (UntrustedMessage e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A call that is not from the terminal was refused: {0}",
                    e.getMessage());
            return HttpDesk.Answer.empty(403);
        }
    }

    /** The answer to a request; an event wants none. */
    private Optional<ObjectNode> response(JsonNode header, JsonNode root) {
        String category = header.path("MessageCategory").asString("");
        if (category.equals("Event")) {
            return Optional.empty();
        }
        boolean done = switch (category) {
            case "Display" -> display(root.path("DisplayRequest"));
            case "Print" -> print(root.path("PrintRequest"));
            default -> false;
        };
        ObjectNode message = Json.object();
        ObjectNode answered = message.putObject("SaleToPOIResponse");
        answered.set("MessageHeader", ((ObjectNode) header.deepCopy()).put("MessageType", "Response"));
        ObjectNode result = answered.putObject(category + "Response").putObject("Response");
        result.put("Result", done ? "Success" : "Failure");
        if (!done) {
            result.put("ErrorCondition", "UnavailableDevice");
        }
        return Optional.of(message);
    }

    private boolean display(JsonNode request) {
        Guest whom = guest;
        if (whom == null) {
            return false;
        }
        for (JsonNode output : request.path("DisplayOutput")) {
            String text = String.join(" ", lines(output.path("OutputContent")));
            if (!text.isBlank()) {
                whom.show(text);
            }
        }
        return true;
    }

    private boolean print(JsonNode request) {
        Guest whom = guest;
        List<String> lines = lines(request.path("PrintOutput").path("OutputContent"));
        if (whom == null || lines.isEmpty()) {
            return false;
        }
        whom.print(lines);
        return true;
    }

    private static List<String> lines(JsonNode content) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : content.path("OutputText")) {
            lines.add(Result.line(line.path("Text").asString("")));
        }
        String predefined =
                content.path("PredefinedContent").path("ReferenceID").asString("");
        if (lines.isEmpty() && !predefined.isBlank()) {
            lines.add(DisplayTexts.of(predefined).toString());
        }
        return lines;
    }

    @Override
    public void close() {
        closed = true;
        listener.close();
    }
}
