package io.keentill.launcher.cloud;

import io.keentill.device.conformance.Booking;
import io.keentill.device.conformance.LinkProxy;
import io.keentill.device.conformance.Play;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.link.SecretStore;
import io.keentill.device.links.TcpLinkProvider;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.cloud.CloudDriver;
import io.keentill.revkeen.RateLimit;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One simulated device of a sandbox, with RevKeen's API in front of it. Its books are the sandbox's payments, which are
 * written apart from the terminal payments that the driver reads. A till reaches the API through a {@link LinkProxy}.
 */
final class SimulatedCloud implements SimulatedTerminal {

    /** Which of RevKeen's answers goes wrong. */
    enum Trouble {
        /** The one to the request that starts a payment. */
        REQUEST,
        /** The one that first says how it ended. */
        OUTCOME
    }

    private static final String PAYMENTS = "/v2/terminal-payments";
    private static final String QUICK = "?poll=0.02&slowest=0.2&limit=6&grace=0.3";
    private static final Duration STEP = Duration.ofMillis(1_200);
    /** A slow customer's ninety seconds last about ten questions. */
    private static final Duration SLOW_STEP = Duration.ofSeconds(9);

    private static final Duration DOWN = Duration.ofMillis(300);
    private static final RevKeenOptions OPTIONS = RevKeenOptions.builder()
            .connectTimeout(Duration.ofSeconds(2))
            .ioTimeout(Duration.ofSeconds(1))
            .callTimeout(Duration.ofSeconds(3))
            .rateLimit(RateLimit.NONE)
            .readRetry(new RetryPolicy(2, Duration.ofMillis(10), Duration.ofMillis(20), Duration.ZERO))
            .build();

    private final CloudHouse house;
    private final Trouble trouble;
    private final Consumer<CloudHouse> done;
    private final String device;
    private final LinkAddress sandbox;
    private final Instant begin;
    private final Queue<LinkProxy> proxies = new ConcurrentLinkedQueue<>();
    private final Queue<CloudLine> lines = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Twist> next = new AtomicReference<>(Twist.NONE);
    private volatile String way = "approve";
    private volatile int before;
    private volatile long downUntil = System.nanoTime();

    SimulatedCloud(CloudHouse house, Trouble trouble, Consumer<CloudHouse> done) {
        this.house = house;
        this.trouble = trouble;
        this.done = done;
        this.device = house.newDevice();
        this.begin = house.now();
        this.sandbox = LinkAddress.parse("tcp:127.0.0.1:" + house.port());
    }

    @Override
    public TerminalAddress address() {
        return TerminalAddress.parse("revkeen:cloud:" + device + QUICK);
    }

    @Override
    public LinkOpener links() {
        LinkOpener real = LinkOpener.of(List.of(new TcpLinkProvider()), SecretStore.inMemory());
        return (address, within) -> {
            refuseWhileDown();
            CloudLine line = new CloudLine(real.open(address, within), this::asked);
            lines.add(line);
            return line;
        };
    }

    @Override
    public PaymentTerminal open(TerminalDriver driver, TerminalDriver.Context context) throws IOException {
        LinkProxy proxy = LinkProxy.start(context.links(), sandbox);
        proxies.add(proxy);
        return new CloudDriver(() -> RevKeen.at("http://127.0.0.1:" + proxy.port() + "/v2", house.key(), OPTIONS))
                .open(address(), context);
    }

    private void refuseWhileDown() throws LinkException {
        if (System.nanoTime() - downUntil < 0) {
            throw new LinkException("RevKeen is down");
        }
    }

    private CloudLine.Exchange asked(String method, String path) throws LinkException {
        refuseWhileDown();
        boolean payments = path.startsWith(PAYMENTS);
        boolean reads = payments && method.equals("GET");
        boolean starts = method.equals("POST")
                && (path.equals(PAYMENTS) || (payments && (path.endsWith("/refund") || path.endsWith("/void"))));
        if (reads) {
            letTimePass();
        }
        if (starts && trouble == Trouble.REQUEST) {
            Twist twist = next.getAndSet(Twist.NONE);
            return twist == Twist.OF_BEFORE ? beforeInstead() : exchange(twist);
        }
        return reads && path.startsWith(PAYMENTS + "/") && trouble == Trouble.OUTCOME
                ? this::outcome
                : exchange(Twist.NONE);
    }

    private CloudLine.Exchange exchange(Twist twist) {
        return answer -> twisted(twist, answer);
    }

    private List<byte[]> outcome(byte[] answer) throws LinkException {
        String status = Twist.record(answer).path("status").asString("");
        boolean open = status.isEmpty() || status.equals("requested") || status.equals("in_progress");
        return open ? List.of(answer) : twisted(next.getAndSet(Twist.NONE), answer);
    }

    private List<byte[]> twisted(Twist twist, byte[] answer) throws LinkException {
        if (twist == Twist.RESTART) {
            // The host has its answer by then; nobody else has.
            house.pass(STEP.multipliedBy(2));
            downUntil = System.nanoTime() + DOWN.toNanos();
            lines.forEach(CloudLine::close);
        }
        return twist.of(answer);
    }

    private CloudLine.Exchange beforeInstead() {
        JsonNode last = payments().getFirst();
        return new CloudLine.Exchange() {
            @Override
            public boolean withheld() {
                return true;
            }

            @Override
            public List<byte[]> heard(byte[] answer) {
                return List.of(Twist.answer(201, last));
            }
        };
    }

    /** Newest first. */
    private List<JsonNode> payments() {
        List<JsonNode> all = new ArrayList<>();
        house.read("/terminal-payments?limit=100&device_id=" + device)
                .get("data")
                .forEach(all::add);
        return all;
    }

    private static boolean isOpen(JsonNode payment) {
        String status = payment.get("status").asString();
        return status.equals("requested") || status.equals("in_progress");
    }

    /** The device's own time; a way that was meant for one payment ends with it. */
    private synchronized void letTimePass() {
        house.pass(way.equals("slow") ? SLOW_STEP : STEP);
        if (!way.equals("approve")) {
            List<JsonNode> all = payments();
            if (all.size() > before && !isOpen(all.getFirst())) {
                goAbout("approve");
            }
        }
    }

    private void goAbout(String how) {
        way = how;
        house.way(device, how);
    }

    @Override
    public boolean next(Play play) {
        if (!cannot(play).isEmpty()) {
            return false;
        }
        before = payments().size();
        next.set(twist(play));
        goAbout(
                switch (play) {
                    case DECLINE, DECLINE_LOST, DECLINE_GARBAGE -> "decline";
                    case SLOW -> "slow";
                    case STOPPED_BY_CUSTOMER -> "cancel";
                    default -> "approve";
                });
        return true;
    }

    private static Twist twist(Play play) {
        return switch (play) {
            case APPROVE, APPROVE_PART, DECLINE, SLOW, STOPPED_BY_CUSTOMER -> Twist.NONE;
            case ANSWER_LOST -> Twist.LOST;
            case ANSWER_HANGS, DECLINE_LOST -> Twist.HANGS;
            case GARBAGE, DECLINE_GARBAGE -> Twist.GARBAGE;
            case REBOOT -> Twist.RESTART;
            case ANSWER_TWICE -> Twist.TWICE;
            case WRONG_AMOUNT -> Twist.AMOUNT;
            case WRONG_CURRENCY -> Twist.CURRENCY;
            case WRONG_REFERENCE -> Twist.REFERENCE;
            case ANSWER_OF_BEFORE -> Twist.OF_BEFORE;
        };
    }

    @Override
    public String cannot(Play play) {
        if (play == Play.APPROVE_PART) {
            return "RevKeen's API has no partial approval";
        }
        return play == Play.ANSWER_OF_BEFORE && trouble == Trouble.OUTCOME
                ? "What has an outcome was booked, so nothing can be said of it that was not"
                : "";
    }

    @Override
    public List<Booking> books() {
        List<Booking> books = new ArrayList<>();
        for (JsonNode payment : house.read("/payments?limit=100").get("data")) {
            if (Instant.parse(payment.get("created_at").asString()).isBefore(begin)) {
                continue;
            }
            String currency = payment.get("currency").asString().toUpperCase(java.util.Locale.ROOT);
            boolean voided = payment.get("status").asString().equals("voided");
            books.add(
                    new Booking(PaymentKind.SALE, Money.of(payment.get("amount").asLong(), currency), !voided));
            long back = payment.get("amount_refunded").asLong();
            if (back > 0 && !voided) {
                books.add(new Booking(PaymentKind.REFUND, Money.of(back, currency), true));
            }
        }
        return books.reversed();
    }

    @Override
    public boolean isIdle() {
        if (payments().stream().anyMatch(SimulatedCloud::isOpen)) {
            letTimePass();
            return false;
        }
        return System.nanoTime() - downUntil >= 0;
    }

    @Override
    public void close() throws IOException {
        for (LinkProxy proxy : proxies) {
            proxy.close();
        }
        lines.forEach(CloudLine::close);
        done.accept(house);
    }
}
