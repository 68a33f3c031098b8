package io.keentill.revkeen.terminal;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connector with its terminal (section B.3).
 *
 * @param id uuid, the device_id of payments
 * @param deviceName as named in the dashboard
 * @param terminalSerial null until paired
 * @param terminalIp address on the shop's network
 * @param platform macos, windows or linux
 * @param status take payments only when online
 * @param terminalPaired must be true to take payments
 * @param terminalReachable a hint; null when unknown
 * @param appVersion of the connector
 * @param lastHeartbeatAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record TerminalDevice(
        String id,
        @Nullable String deviceName,
        @Nullable String terminalSerial,
        @Nullable String terminalIp,
        @Nullable String platform,
        OpenEnum<DeviceStatus> status,
        boolean terminalPaired,
        @Nullable Boolean terminalReachable,
        @Nullable String appVersion,
        @Nullable Instant lastHeartbeatAt,
        Map<String, Object> extra) {

    static TerminalDevice read(Fields f) {
        return new TerminalDevice(
                f.needText("id"),
                f.text("device_name"),
                f.text("terminal_serial"),
                f.text("terminal_ip"),
                f.text("platform"),
                f.needWord("status", DeviceStatus.class),
                f.flagOr("terminal_paired", false),
                f.flag("terminal_reachable"),
                f.text("app_version"),
                f.time("last_heartbeat_at"),
                f.extra());
    }
}
