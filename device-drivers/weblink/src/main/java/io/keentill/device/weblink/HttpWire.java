package io.keentill.device.weblink;

import io.keentill.device.http.HttpCall;
import io.keentill.device.http.HttpClient;
import io.keentill.device.http.HttpLimits;
import io.keentill.device.http.HttpResult;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkOpener;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TraceMask;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls over HTTP on a link. What is traced holds no token, no pairing code and no card number. */
final class HttpWire implements Wire {

    private static final int HEAD = 16 * 1024;
    private static final int BODY = 512 * 1024;

    private final HttpClient http;
    private final LinkOpener links;
    private final LinkAddress link;
    private final WebLinkSettings settings;
    private final FrameTrace trace;

    HttpWire(LinkAddress address, WebLinkSettings settings, TerminalDriver.Context context) {
        this.links = context.links();
        this.link = address.over(address.kind(), Set.of());
        this.http = new HttpClient(links, link, new HttpLimits(settings.connect(), HEAD, BODY));
        this.settings = settings;
        this.trace = context.trace();
    }

    @Override
    public Reply send(String method, String path, @Nullable String body, @Nullable String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json; charset=utf-8");
        }
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        trace.frame(FrameTrace.Direction.OUT, TraceMask.of(method + " " + path + (body == null ? "" : " " + body)));
        HttpResult result =
                http.exchange(new HttpCall(method, settings.base() + path, headers, bytes), settings.answer());
        Reply reply = reply(result);
        trace.frame(FrameTrace.Direction.IN, TraceMask.of(text(reply)));
        return reply;
    }

    @Override
    public void forget() throws IOException {
        links.forget(link);
    }

    @Override
    public void close() {
        http.close();
    }

    private static Reply reply(HttpResult result) {
        return switch (result) {
            case HttpResult.Answered answered ->
                new Reply.Answered(answered.reply().status(), answered.reply().text());
            case HttpResult.NotSent(Sentence why) -> new Reply.NotSent(sentence(why));
            case HttpResult.NoAnswer(Sentence why) -> new Reply.Lost(sentence(why));
        };
    }

    private static Sentence sentence(Sentence why) {
        return why.toString().endsWith(".") ? why : Sentence.of("text.stop", "{0}.", why);
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Answered(int status, String body) -> status + " " + body;
            case Reply.NotSent(Sentence why) -> "not sent: " + why;
            case Reply.Lost(Sentence why) -> "lost: " + why;
        };
    }
}
