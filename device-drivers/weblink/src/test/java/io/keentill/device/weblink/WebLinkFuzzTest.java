package io.keentill.device.weblink;

import io.keentill.device.conformance.fuzz.FuzzRun;
import io.keentill.device.conformance.fuzz.Fuzzer;
import io.keentill.device.conformance.fuzz.GivenLink;
import io.keentill.device.http.HttpCall;
import io.keentill.device.http.HttpClient;
import io.keentill.device.http.HttpDesk;
import io.keentill.device.http.HttpLimits;
import io.keentill.device.http.HttpResult;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.SecretStore;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.weblink.emulator.EmulatorFuzzTarget;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutated answers and calls into everything that takes bytes from strangers. */
class WebLinkFuzzTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LinkAddress PLACE = LinkAddress.parse("tcp:given:1");

    static Stream<Fuzzer> targets() throws IOException {
        List<byte[]> bodies = Stream.of(
                        "{\"uti\":\"U\",\"transType\":\"SALE\",\"transApproved\":true,\"amountTrans\":1000,"
                                + "\"transCurrencyCode\":\"GBP\",\"cardPan\":\"************0042\",\"cardType\":\"EMV\","
                                + "\"emvTvr\":\"0000008000\",\"merchantReceipt\":[\"A\",\"B\"],\"Statuses\":"
                                + "\"[{\\\"statusDescription\\\":\\\"PIN\\\",\\\"statusValue\\\":15}]\"}",
                        "{\"uti\":\"U\",\"transApproved\":false,\"transCancelled\":true,\"errorText\":\"stopped\"}",
                        "{\"reportType\":\"XReport\",\"reportResponse\":true,\"saleCount\":2,\"saleAmount\":900}",
                        "[{\"transType\":\"SALE\",\"transApproved\":true,\"totalAmountTrans\":1000,"
                                + "\"transDateTime\":\"2026-11-24T10:15:30\",\"receiptNumber\":\"7\","
                                + "\"retrievalReferenceNumber\":\"600000000007\"},{\"transType\":\"SALE\","
                                + "\"transApproved\":true,\"transDateTime\":\"2026-11-24 10:14:00\",\"receiptNumber\":6}]",
                        "{\"serialNumber\":\"1850042763\",\"authToken\":\"abc\"}",
                        "No transactions to reconcile")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        List<byte[]> answers = bodies.stream()
                .map(body -> ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n"
                                + new String(body, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
        List<byte[]> chunked = List.of(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII),
                answers.getFirst(),
                "HTTP/1.0 206 x\r\nConnection: close\r\n\r\nrest".getBytes(StandardCharsets.US_ASCII));
        List<byte[]> calls = List.of(
                "POST /nexo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody".getBytes(StandardCharsets.US_ASCII),
                "GET /a?b=c HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return Stream.of(
                new Fuzzer("weblink answers as the driver reads them", WebLinkFuzzTest::read, bodies),
                new Fuzzer("weblink questions after a lost answer", WebLinkFuzzTest::ask, bodies),
                new Fuzzer("http answers", WebLinkFuzzTest::http, chunked).repairing(WebLinkFuzzTest::measured),
                new Fuzzer("http calls to the till", WebLinkFuzzTest::desk, calls).repairing(WebLinkFuzzTest::measured),
                new Fuzzer("weblink emulator", new EmulatorFuzzTarget(), EmulatorFuzzTarget.recorded()));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingBreaksOnNonsense(Fuzzer fuzzer) throws IOException {
        FuzzRun.of("weblink", fuzzer, 25_000);
    }

    private static int read(byte[] input) {
        Reply.Answered answer = new Reply.Answered(200, new String(input, StandardCharsets.UTF_8));
        if (answer.object().isEmpty()) {
            return answer.words().length() / 32;
        }
        Result result = new Result(answer.object().get());
        int reaction = StatusTexts.last(answer.object().get())
                .map(StatusTexts::progress)
                .map(progress -> progress.stage().ordinal())
                .orElse(-1);
        for (PaymentKind kind : PaymentKind.values()) {
            reaction = reaction * 7
                    + new Judge(kind, Till.gbp(1000), "R").of(result).getClass().hashCode() % 7;
        }
        return reaction * 31
                + (result.isFinal() ? 1 : 0)
                + (result.card().lastFour() == null ? 0 : 2)
                + Math.min(9, result.receipts().merchant().size()) * 4;
    }

    /** The same bytes answer every question: the verdict may be anything but an exception. */
    private static int ask(byte[] input) {
        String body = new String(input, StandardCharsets.UTF_8);
        int status = input.length % 3 == 0 ? 404 : 200;
        Wire wire = new Wire() {
            @Override
            public Reply send(String method, String path, @Nullable String sent, @Nullable String token) {
                return new Reply.Answered(path.startsWith("/transaction") ? status : 200, body);
            }

            @Override
            public void forget() {}

            @Override
            public void close() {}
        };
        Calls calls = new Calls(wire, new Pairings(SecretStore.inMemory(), "d"));
        WebLinkSettings settings = WebLinkSettings.from(LinkAddress.parse("tcp:127.0.0.1:1?grace=0"));
        Pairings.Paired paired = new Pairings.Paired("1", "t");
        PastAttempt past = new PastAttempt(
                "R", PaymentKind.SALE, Till.gbp(1000), Till.CLOCK.instant(), "U after=7/600000000007/SALE was=0f3a");
        Reports reports = new Reports(calls);
        return new Inquiry(calls, settings).ask(paired, past).getClass().hashCode()
                + reports.totals(paired, GBP).getClass().hashCode() * 3
                + reports.settle(paired, GBP).getClass().hashCode() * 5;
    }

    /** The same with a length that is that of its body. */
    private static byte[] measured(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        return body < 4
                ? input
                : text.replaceFirst("Content-Length: *\\d+", "Content-Length: " + (text.length() - body))
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int http(byte[] input) {
        try (HttpClient client = new HttpClient(
                (address, within) -> new GivenLink(PLACE, input),
                PLACE,
                new HttpLimits(Duration.ofSeconds(1), 512, 4096))) {
            return switch (client.exchange(HttpCall.get("/"), Duration.ofSeconds(1))) {
                case HttpResult.Answered answered ->
                    answered.reply().status() * 8 + answered.reply().body().length / 64;
                case HttpResult.NotSent(Sentence why) -> why.hashCode();
                case HttpResult.NoAnswer(Sentence why) -> why.hashCode();
            };
        }
    }

    private static int desk(byte[] input) {
        int[] reaction = {-1};
        HttpDesk desk = new HttpDesk(new HttpLimits(Duration.ofSeconds(1), 512, 4096), (method, target, body) -> {
            reaction[0] = method.hashCode() * 31 + Math.min(8, target.length()) * 16 + Math.min(8, body.length);
            return HttpDesk.Answer.empty(200);
        });
        try {
            desk.serve(new GivenLink(PLACE, input), Duration.ofSeconds(1));
            return reaction[0];
        } catch (LinkException broken) {
            return -2;
        }
    }
}
