package io.keentill.revkeen.terminal;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import org.jspecify.annotations.Nullable;

/** Terminals and their connectors (section B.3). */
public final class TerminalDevices {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public TerminalDevices(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /terminal-devices/{id}}, scope terminal:read; 404. */
    @Endpoint("GET /terminal-devices/{id}")
    public ApiResult<TerminalDevice> get(String id) {
        return caller.get(Paths.of("terminal-devices", id), TerminalDevice::read);
    }

    /** {@code GET /terminal-devices}, scope terminal:read; 401. A null filter is none. */
    @Endpoint("GET /terminal-devices")
    public Listing<TerminalDevice> list(@Nullable DeviceStatus status, @Nullable Boolean paired) {
        return caller.list(
                Paths.of("terminal-devices"),
                new Paths.Query().put("status", status).put("terminal_paired", paired),
                Envelope.WHOLE,
                TerminalDevice::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public TerminalDevice parse(byte[] body) {
        return Caller.parse(body, TerminalDevice::read);
    }
}
