package io.keentill.store;

import static io.keentill.store.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final List<Product> SHELF = List.of(
            product("brulee", "D-100", "Crème brûlée", "5012345678900"),
            product("coke", "COKE/330", "Coca-Cola Zero 330ml", "5449000131805"),
            product("cola", "C-2", "Cola cubes"),
            product("roll", "BR-77", "Sausage \"Deluxe\" roll"),
            product("weiss", "B-5", "Weißbier (0,5 l)", "4006381333931"),
            product("smor", "N-1", "Smørrebrød"),
            product("tea", "T-9", "茶 green tea"),
            product("near", "NEAR", "NEAR AND OR NOT milk"));

    @TempDir
    private static Path folder;

    private static TillStore store;

    @BeforeAll
    static void fill() throws Exception {
        store = TillStore.open(Files.createDirectory(folder.resolve("shelf")), Samples.CLOCK);
        store.write(tx -> {
            SHELF.forEach(tx::saveProduct);
            return null;
        });
    }

    @AfterAll
    static void close() throws StoreException {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "creme, brulee",
        "CRÈME BRÛ, brulee",
        "brul, brulee",
        "brulee creme, brulee",
        "coca-cola z, coke",
        "zero coca, coke",
        "330, coke",
        "weissb, weiss",
        "smorr, smor",
        "茶, tea",
        "gre t, tea",
        "5012345678900, brulee",
        "'5012345 678900', brulee",
        "345678, brulee",
        "8900, brulee",
        "oke/3, coke",
        "R77, roll",
        "br-77, roll",
        "D-100, brulee",
        "near, near",
        "b c, brulee"
    })
    void findsTheOneThatIsMeant(String typed, String id) throws StoreException {
        assertThat(search(typed, 9)).first().as(typed).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\"", "***", "zzzz", "'; DROP TABLE products", "()", "^", "milk zebra", "name:deluxe"
            })
    void findsNothingWithoutTrouble(String typed) throws StoreException {
        assertThat(search(typed, 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"deluxe\"", "deluxe*", "\"deluxe", "(sausage deluxe)", "sausage + del", "-deluxe", "deluxe\0"})
    void signsOfTheSearchEngineMeanNothing(String typed) throws StoreException {
        assertThat(search(typed, 9)).containsExactly("roll");
    }

    @ParameterizedTest
    @ValueSource(strings = {"milk AND", "NOT milk", "NEAR milk", "milk OR"})
    void wordsOfTheSearchEngineAreWords(String typed) throws StoreException {
        assertThat(search(typed, 9)).containsExactly("near");
    }

    @Test
    void oneLetterIsEnoughAndNamesThatBeginSoComeFirst() throws StoreException {
        assertThat(search("c", 9)).containsExactly("coke", "cola", "brulee");
        assertThat(search("c", 2)).containsExactly("coke", "cola");
        assertThat(search("c", 0)).isEmpty();
    }

    @Test
    void anExactCodeComesBeforeEverything() throws StoreException {
        assertThat(search("C-2", 9)).first().isEqualTo("cola");
    }

    @Test
    void figuresFindBarcodesAndSkusThatBeginSoAndThenNames() throws Exception {
        try (TillStore other = TillStore.open(folder.resolve("figures"), Samples.CLOCK)) {
            other.write(tx -> {
                tx.saveProduct(product("word", "A-1", "Cable 4000 mm"));
                tx.saveProduct(product("sku", "40001", "Plug"));
                tx.saveProduct(product("code", "A-3", "Socket", "4000123456789", "4000123456796"));
                tx.saveProduct(product("inside", "A-4", "Lamp", "5040001234561"));
                return null;
            });
            List<Product> found = other.read(v -> v.search("4000", 9));
            assertThat(found).extracting(Product::id).containsExactly("sku", "code", "word", "inside");
        }
    }

    @Test
    void aRenamedProductIsFoundUnderItsNewNameAlone() throws Exception {
        try (TillStore other = TillStore.open(folder.resolve("other"), Samples.CLOCK)) {
            other.write(tx -> {
                tx.saveProduct(product("p", "OLD-123", "Old name", "5012345678900"));
                tx.saveProduct(product("p", "NEW-456", "New thing"));
                return null;
            });
            assertThat(other.<List<Product>>read(v -> v.search("old", 9))).isEmpty();
            assertThat(other.<List<Product>>read(v -> v.search("123", 9))).isEmpty();
            assertThat(other.<List<Product>>read(v -> v.search("5678", 9))).isEmpty();
            assertThat(other.<List<Product>>read(v -> v.search("thing", 9))).hasSize(1);
            assertThat(other.<List<Product>>read(v -> v.search("w456", 9))).hasSize(1);
        }
    }

    /** The bound is far above what is expected (see the printed figures), to stay quiet on a busy machine. */
    @Test
    void answersQuicklyInALargeCatalogue() throws Exception {
        try (TillStore large = TillStore.open(folder.resolve("large"), Samples.CLOCK)) {
            int products = Integer.getInteger("keentill.search.products", 20_000);
            fill(large, products);
            for (String typed :
                    List.of("s", "sa", "sal", "s b", "salt b", "blue salt 77", "50123", "345", "9", "sku-1")) {
                Duration time = bestOfThree(large, typed);
                System.err.println(products + " products, '" + typed + "': " + time.toNanos() / 1000 + " µs");
                assertThat(time).as(typed).isLessThan(Duration.ofMillis(150));
                assertThat(found(large, typed)).as(typed).isNotEmpty().isEqualTo(found(large, typed));
            }
        }
    }

    private static void fill(TillStore large, int products) throws StoreException {
        List<String> words = List.of("salt", "Blue", "café", "bread", "sand", "small", "box", "Sauce", "big", "tea");
        Random random = new Random(1);
        long start = System.nanoTime();
        large.write(tx -> {
            for (int i = 0; i < products; i++) {
                String name = words.get(random.nextInt(10)) + " " + words.get(random.nextInt(10)) + " " + i;
                tx.saveProduct(product("p" + i, "SKU-" + i, name, String.valueOf(5_012_345_000_000L + i)));
            }
            return null;
        });
        System.err.println(products + " products saved in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    private static Duration bestOfThree(TillStore large, String typed) throws StoreException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            found(large, typed);
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }

    private static List<Product> found(TillStore large, String typed) throws StoreException {
        return large.read(v -> v.search(typed, 50));
    }

    private static List<String> search(String typed, int limit) throws StoreException {
        return store.read(v -> v.search(typed, limit).stream().map(Product::id).toList());
    }
}
