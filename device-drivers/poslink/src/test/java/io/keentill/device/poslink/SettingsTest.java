package io.keentill.device.poslink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.poslink.RecoveryHint.Before;
import io.keentill.device.poslink.RecoveryHint.Mark;
import io.keentill.device.poslink.codec.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void readsAnAddress() {
        PoslinkSettings settings =
                PoslinkSettings.from(LinkAddress.parse("serial:/dev/ttyACM0?baud=115200&currency=gbp&payment=90"));
        assertThat(settings.currency().getCurrencyCode()).isEqualTo("GBP");
        assertThat(settings.payment()).hasSeconds(90);
        assertThat(PoslinkSettings.from(LinkAddress.parse("tcp:a:1")).currency().getCurrencyCode())
                .isEqualTo("USD");
    }

    @Test
    void saysWhatIsWrong() {
        for (String wrong : List.of(
                "tcp:a:1?baud=9600",
                "tcp:a:1?curency=GBP",
                "tcp:a:1?currency=XYZ",
                "tcp:a:1?currency=JPY",
                "tcp:a:1?payment=0",
                "tcp:a:1?payment=soon",
                "tcp:a:1?version=2",
                "tcp:a:1?reports=yes")) {
            assertThatThrownBy(() -> PoslinkSettings.from(LinkAddress.parse(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void longReferencesStayUniqueAndTheSame() {
        assertThat(EcrReference.of("K7Q2M9XW4T")).isEqualTo("K7Q2M9XW4T");
        assertThat(EcrReference.of("0192f0a4-1111-7000-8000-000000000001"))
                .hasSize(16)
                .isEqualTo(EcrReference.of("0192f0a4-1111-7000-8000-000000000001"));
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            assertThat(all.add(EcrReference.of("0192f0a4-1111-7000-8000-" + i))).isTrue();
        }
        assertThat(EcrReference.of("with blank")).matches("[0-9A-Z]{16}");
    }

    @Test
    void hintsSurviveBeingWritten() {
        Mark odd = new Mark("7", "a;b=c,d", "");
        for (RecoveryHint hint : List.of(
                new RecoveryHint("K7", Before.KNOWN, odd, null),
                new RecoveryHint("K7", Before.EMPTY, null, new Mark("1", "X", "20261124101530")),
                new RecoveryHint("K7", Before.UNTOLD, null, null))) {
            assertThat(RecoveryHint.parse(hint.toString())).contains(hint);
        }
        assertThat(RecoveryHint.parse("zvt1;trace=1")).isEmpty();
        assertThat(RecoveryHint.parse("")).isEmpty();
        assertThat(RecoveryHint.parse("poslink1;last=%zz,a,b")).isEmpty();
    }

    @Test
    void bothOrdersOfAReportAreRead() {
        List<String> host = List.of("00", "APPROVAL", "145759", "206826963337");
        List<List<String>> rest = List.of(
                List.of("02"),
                List.of("01"),
                List.of(),
                List.of("11382", "0"),
                List.of("1725", "4"),
                List.of("7", "033619842", "20220309115113"));
        Message seen = report(List.of("1"), List.of("0"), host, rest);
        Message library = report(host, List.of("1"), List.of("0"), rest);
        for (Message message : List.of(seen, library)) {
            Transaction transaction = Transaction.inReport(message);
            assertThat(transaction.type()).isEqualTo("01");
            assertThat(transaction.amount()).hasValue(11382);
            assertThat(transaction.number()).isEqualTo("7");
            assertThat(transaction.reference()).isEqualTo("033619842");
            assertThat(transaction.authCode()).isEqualTo("145759");
            assertThat(transaction.card().lastFour()).isEqualTo("1725");
        }
    }

    private static Message report(List<String> a, List<String> b, List<String> c, List<List<String>> rest) {
        java.util.ArrayList<List<String>> groups = new java.util.ArrayList<>(List.of(a, b, c));
        groups.addAll(rest);
        return Message.response("0", "R03", "1.44", "000000", "OK", groups);
    }

    @Test
    void tracesAndCardsHoldNoCardNumberAndNoName() {
        Message message = Message.response(
                "0",
                "T01",
                "1.54",
                "000000",
                "OK 4761739001010119",
                List.of(
                        List.of("00", "APPROVAL", "4761739001010119", "206826963337"),
                        List.of("01"),
                        List.of("1000"),
                        List.of("4761739001010119", "4", "1225", "", "", "", "02", "HOLDER/JANE"),
                        List.of("2", "R1", "20240417141959"),
                        List.of("0"),
                        List.of(),
                        List.of(),
                        List.of("", "CARDBIN=476173", "APPPN=4761739001010119", "AID=A0000000041010")));
        String line = FrameMask.text(message);
        assertThat(line)
                .contains("1000", "R1", "2024-04-17 14:19:59", "206826963337")
                .doesNotContain("476173", "HOLDER", "1225", "CARDBIN");
        Transaction transaction = Transaction.inAnswer(message);
        assertThat(transaction.card().toString()).contains("lastFour=0119").doesNotContain("476173", "HOLDER");
        assertThat(transaction.card().scheme()).isEqualTo("MASTERCARD");
        assertThat(transaction.card().applicationId()).isEqualTo("A0000000041010");
    }
}
