package io.keentill.storefront.install;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.engine.install.TerminalHealth;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** How a terminal does, a line for each thing that is known. */
record HealthLines(Texts texts) {

    List<Node> of(TerminalHealth health) {
        List<Node> lines = new ArrayList<>();
        TerminalStatus status = health.status();
        boolean ready = status.state() == TerminalStatus.State.READY;
        boolean busy = status.state() == TerminalStatus.State.BUSY;
        String words = texts.get(key(status.state()));
        lines.add(line(
                ready ? Feather.CHECK_CIRCLE : busy ? Feather.CLOCK : Feather.ALERT_TRIANGLE,
                ready ? "tone-good" : busy ? "tone-open" : "tone-bad",
                status.message().isBlank() || ready ? words : words + ": " + texts.said(status.message()),
                "health-state"));
        Instant seen = health.lastSeen();
        lines.add(line(
                Feather.EYE,
                "tone-plain",
                seen == null
                        ? texts.get("install.health.never")
                        : texts.get("install.health.seen", texts.moment(seen), seconds(health.answeredIn())),
                "health-seen"));
        lines.add(line(Feather.BAR_CHART_2, "tone-plain", record(health.record()), "health-record"));
        return lines;
    }

    private String record(TerminalHealth.Record record) {
        if (record.payments() == 0) {
            return texts.get("install.health.noPayments");
        }
        String rates = texts.get(
                "install.health.record",
                record.payments(),
                percent(record.answered(), record.payments()),
                percent(record.approved(), record.payments()));
        Duration typical = record.typical();
        return typical == null ? rates : rates + " " + texts.get("install.health.typical", seconds(typical));
    }

    private String percent(int part, int all) {
        return texts.number(BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(all), 0, RoundingMode.DOWN));
    }

    private String seconds(Duration time) {
        return texts.number(BigDecimal.valueOf(time.toMillis()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP));
    }

    private static String key(TerminalStatus.State state) {
        return switch (state) {
            case READY -> "status.terminal.ready";
            case BUSY -> "status.terminal.busy";
            case ATTENTION -> "status.terminal.attention";
            case NOT_PAIRED -> "status.terminal.notPaired";
            case UNREACHABLE -> "status.terminal.unreachable";
        };
    }

    private static Node line(Feather icon, String tone, String words, String id) {
        Label label = Ui.wrapping(Ui.label(words));
        label.setId(id);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(Ui.icon(icon, "tone-icon", tone), label);
        line.getStyleClass().add("story-row");
        return line;
    }
}
