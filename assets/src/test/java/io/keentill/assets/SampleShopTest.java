package io.keentill.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleShopTest {

    private static final Pattern FIELD = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");

    private record Row(
            String sku, String name, String price, String tax, String category, String barcode, String favourite) {}

    @Test
    void hasEnoughProductsInEnoughCategories() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(160);
        assertThat(rows.stream().map(Row::category).distinct()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(rows.stream().map(Row::tax).distinct()).containsExactlyInAnyOrder("vat-0", "vat-5", "vat-20");
        assertThat(rows.stream().filter(r -> r.favourite().equals("true"))).hasSizeBetween(8, 40);
    }

    @Test
    void everyRowCanBeSold() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.sku()).matches("[A-Z]{3}-\\d{3}");
            assertThat(row.name()).isNotBlank().hasSizeLessThanOrEqualTo(40);
            assertThat(row.price()).matches("\\d+\\.\\d\\d");
            assertThat(new BigDecimal(row.price())).isPositive();
            assertThat(row.category()).isNotBlank();
            assertThat(row.favourite()).isIn("true", "false");
        });
    }

    @Test
    void everyBarcodeIsAValidBritishEan() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.barcode()).matches("50\\d{11}");
            int sum = IntStream.range(0, 13)
                    .map(i -> (row.barcode().charAt(i) - '0') * (i % 2 == 0 ? 1 : 3))
                    .sum();
            assertThat(sum % 10).isZero();
        });
    }

    @Test
    void noIdentifierIsUsedTwice() throws IOException {
        assertThat(rows()).extracting(Row::sku).doesNotHaveDuplicates();
        assertThat(rows()).extracting(Row::barcode).doesNotHaveDuplicates();
        assertThat(rows()).extracting(Row::name).doesNotHaveDuplicates();
    }

    @Test
    void theShopHasItsHead() throws IOException {
        Properties shop = new Properties();
        try (Reader in = new InputStreamReader(Assets.open(Assets.SAMPLE_SHOP), StandardCharsets.UTF_8)) {
            shop.load(in);
        }
        assertThat(shop.stringPropertyNames())
                .contains("name", "address.1", "tax.number", "currency", "cash.step", "footer.1");
    }

    @Test
    void fontsAndIconsAreThereWithTheirLicences() throws IOException {
        for (String font : List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")) {
            assertThat(head("fonts/" + font + ".ttf", 4)).containsExactly(0, 1, 0, 0);
        }
        for (String font : List.of("JetBrainsMono-Regular", "JetBrainsMono-Bold")) {
            assertThat(head("fonts/" + font + ".ttf", 4)).containsExactly(0, 1, 0, 0);
        }
        for (String family : List.of("Inter", "JetBrainsMono")) {
            assertThat(new String(head("fonts/" + family + "-OFL.txt", 4_000), StandardCharsets.UTF_8))
                    .contains("SIL OPEN FONT LICENSE");
        }
        for (String size : List.of("64", "256")) {
            assertThat(head("icons/keentill-" + size + ".png", 4)).containsExactly(0x89, 'P', 'N', 'G');
        }
        assertThat(head("icons/keentill.svg", 4)).containsExactly('<', 's', 'v', 'g');
    }

    @Test
    void saysWhichAssetIsMissing() {
        assertThatThrownBy(() -> Assets.open("fonts/none.ttf"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fonts/none.ttf");
    }

    private static byte[] head(String name, int bytes) throws IOException {
        try (InputStream in = Assets.open(name)) {
            return in.readNBytes(bytes);
        }
    }

    private static List<Row> rows() throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Assets.open(Assets.SAMPLE_PRODUCTS), StandardCharsets.UTF_8))) {
            assertThat(in.readLine()).isEqualTo("sku,name,price,tax,category,barcode,favourite");
            return in.lines().map(SampleShopTest::row).toList();
        }
    }

    private static Row row(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.add(
                    matcher.group(1) == null
                            ? matcher.group(2)
                            : matcher.group(1).replace("\"\"", "\""));
        }
        assertThat(fields).as(line).hasSize(7);
        return new Row(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6));
    }
}
