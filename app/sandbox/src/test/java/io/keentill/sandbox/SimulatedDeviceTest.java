package io.keentill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Built-in devices, on the controllable clock. */
class SimulatedDeviceTest {
    @TempDir
    Path directory;

    Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "approve, 1000, 2, approved, 1000",
        "decline, 1000, 2, declined, 1000",
        "slow, 1000, 90, approved, 1000",
        "silent, 1000, 180, timed_out, 1000",
        "partial, 1001, 2, approved, 501",
        "error, 1000, 2, error, 1000",
        "cancel, 1000, 2, cancelled, 1000",
        "by_amount, 1000, 2, approved, 1000",
        "by_amount, 1001, 2, declined, 1001",
        "by_amount, 1002, 90, approved, 1002",
        "by_amount, 1003, 180, timed_out, 1003",
        "by_amount, 1004, 2, approved, 502",
        "by_amount, 1005, 2, error, 1005",
        "by_amount, 1006, 2, cancelled, 1006"
    })
    void a_device_goes_about_it_in_its_own_way(String way, long amount, int seconds, String status, long booked) {
        String payment = sale(device(way), amount).id();
        forward(seconds - 1);
        assertThat(status(payment)).isEqualTo("in_progress");
        forward(1);
        ObjectNode done = shop.api.get("/terminal-payments/" + payment).data();
        assertThat(Json.need(done, "status")).isEqualTo(status);
        assertThat(Json.whole(done, "amount_minor")).isEqualTo(booked);
        if (status.equals("approved")) {
            assertThat(Json.text(done, "response_code")).isEqualTo("00");
            assertThat(Json.text(done, "masked_pan")).isEqualTo("**** 1111");
        } else if (!status.equals("timed_out")) {
            assertThat(Json.has(done, "error_message")).isTrue();
        }
    }

    @Test
    void a_device_without_a_terminal_or_a_heartbeat_takes_no_payment() {
        Answer offline = sale(device("offline"), 100);
        assertThat(offline.status()).isEqualTo(422);
        assertThat(Json.text(offline.json(), "code")).isEqualTo("device_offline");
        Answer pairing = sale(device("pairing"), 100);
        assertThat(pairing.status()).isEqualTo(422);
        assertThat(Json.text(pairing.json(), "code")).isEqualTo("device_unpaired");
        assertThat(shop.api
                        .get("/terminal-devices?status=pairing")
                        .json()
                        .get("data")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_simulated_device_stays_online_and_reverses_what_it_took() {
        String device = device("approve");
        forward(3600);
        String payment = sale(device, 1000).id();
        assertThat(sale(device, 1000).status()).isEqualTo(409);
        forward(2);
        String refund = shop.api
                .post("/terminal-payments/" + payment + "/refund", "{'amount_minor':400}")
                .id();
        forward(2);
        assertThat(status(refund)).isEqualTo("approved");
        assertThat(Json.whole(shop.admin.get("/ledger").json(), "card")).isEqualTo(600);
    }

    @Test
    void a_payment_cancelled_in_time_stays_cancelled() {
        String payment = sale(device("slow"), 1000).id();
        forward(10);
        assertThat(shop.api
                        .post("/terminal-payments/" + payment + "/cancel", "")
                        .status())
                .isEqualTo(200);
        forward(120);
        assertThat(status(payment)).isEqualTo("cancelled");
    }

    @Test
    void a_device_changes_its_way_with_the_next_payment_and_is_the_same_device() {
        String device = device("approve");
        Answer changed = shop.admin.post("/devices/" + device, "{'way':'decline'}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(Json.text(changed.data(), "way")).isEqualTo("decline");
        String declined = sale(device, 1000).id();
        forward(2);
        assertThat(status(declined)).isEqualTo("declined");
        shop.admin.post("/devices/" + device, "{'way':'offline'}");
        assertThat(sale(device, 1000).status()).isEqualTo(422);
        shop.admin.post("/devices/" + device, "{'way':'approve'}");
        String approved = sale(device, 1000).id();
        forward(2);
        assertThat(status(approved)).isEqualTo("approved");
        assertThat(shop.admin.post("/devices/nobody", "{'way':'slow'}").status())
                .isEqualTo(404);
    }

    private void forward(int seconds) {
        shop.clock.forward(Duration.ofSeconds(seconds));
        shop.sandbox.tick();
    }

    private String status(String payment) {
        return shop.status("/terminal-payments/" + payment);
    }

    private String device(String way) {
        return shop.admin.post("/devices", "{'way':'" + way + "'}").id();
    }

    private Answer sale(String device, long amount) {
        return shop.api.post(
                "/terminal-payments",
                "{'device_id':'%s','amount_minor':%d,'currency':'GBP'}".formatted(device, amount));
    }
}
