package io.keentill.sandbox.office;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of exports. Their addresses need no key: they are signed, and good for one hour (API reference B.32).
 *
 * @param base where downloads are reached, without a slash at its end
 */
public record Downloads(Supplier<URI> base) {
    /** How long an address is good. */
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final Pattern ADDRESS = Pattern.compile(
            ".*/downloads/([0-9a-f-]{36})\\.(?:csv|xlsx)\\?expires=(\\d{1,12})&signature=([0-9a-f]{64})");

    /**
     * A file to send.
     *
     * @param type its content type
     * @param name the name to save it under
     */
    @SuppressWarnings("ArrayRecordComponent") // made to be written out once, never compared
    public record File(String type, String name, byte[] bytes) {}

    /** A signed address of a completed export's file, good for one hour from {@code now}. */
    String url(ObjectNode export, Instant now) {
        long expires = now.plus(LIFETIME).getEpochSecond();
        String id = Json.need(export, "id");
        return base.get() + "/" + id + "." + Json.need(export, "format") + "?expires=" + expires + "&signature="
                + signature(Json.need(export, "_secret"), id, expires);
    }

    /** The file behind an address with its query; null when the signature is wrong or the hour is over. */
    public static @Nullable File find(Work work, String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || Long.parseLong(parts.group(2)) < work.now().getEpochSecond()) {
            return null;
        }
        String id = parts.group(1);
        ObjectNode export = work.find(Exports.EXPORT, id);
        ObjectNode file = work.find(ExportRun.FILE, id);
        if (export == null || file == null) {
            return null;
        }
        String right = signature(Json.need(export, "_secret"), id, Long.parseLong(parts.group(2)));
        if (!MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), parts.group(3).getBytes(StandardCharsets.US_ASCII))) {
            return null;
        }
        boolean csv = "csv".equals(Json.text(export, "format"));
        return new File(
                csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Json.need(export, "resource_type") + (csv ? ".csv" : ".xlsx"),
                Base64.getDecoder().decode(Json.need(file, "bytes")));
    }

    /** The text of a CSV export behind its address, null when there is none. */
    static @Nullable String text(Work work, URI address) {
        File file = find(work, address.getRawPath() + "?" + address.getRawQuery());
        return file == null || !file.name().endsWith(".csv") ? null : new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static String signature(String secret, String id, long expires) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] signed = (id + "." + expires).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", missing);
        }
    }
}
