package io.keentill.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Rate;
import io.keentill.engine.IdSource;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductImportTest {

    private static final String HEAD = "sku,name,price,tax,category,barcode,favourite\n";

    @TempDir
    private Path folder;

    private TillStore store;
    private ProductImport products;

    @BeforeEach
    void open() throws Exception {
        TestClock clock = TestClock.still();
        store = TillStore.open(folder.resolve("till"), clock);
        products = new ProductImport(store, new IdSource(clock, new Random(1)), TestTill.GBP);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void goodRowsComeInWithAllTheyHave() throws Exception {
        ProductImport.Result.Imported done = imported(
                HEAD + "TEA,\"Tea, green\",2.50,vat-20,Drinks,4006381333931 TEA-2,yes\n" + "BREAD,Bread,1,vat-0\n");
        assertThat(done).isEqualTo(new ProductImport.Result.Imported(2, java.util.List.of()));
        Product tea = product("4006381333931");
        assertThat(tea.name()).isEqualTo("Tea, green");
        assertThat(tea.price()).isEqualTo(TestTill.pounds(250));
        assertThat(tea.tax().rate()).isEqualTo(Rate.percent(20));
        assertThat(tea.favourite()).isTrue();
        assertThat(product("TEA-2")).isEqualTo(tea);
        assertThat(product("BREAD").category()).isEqualTo("Other");
    }

    @Test
    void badRowsAreNamedByTheirLineAndTheOthersComeIn() throws Exception {
        ProductImport.Result.Imported done = imported(HEAD
                + "A,,1.00,vat-20\n"
                + "B,No price,one,vat-20\n"
                + "C,Too fine,1.005,vat-20\n"
                + "D,Below zero,-1,vat-20\n"
                + "E,No such tax,1.00,luxury\n"
                + "\n"
                + "F,\"Two\nlines\",1.00,vat-20\n"
                + "G,Bad check digit,1.00,vat-20,,4006381333932\n"
                + "H,First,1.00,vat-20,,4006381333931\n"
                + "I,Same code,1.00,vat-20,,4006381333931\n"
                + "J,Huge,99999999999999999999,vat-20\n");
        assertThat(done.products()).isEqualTo(2);
        assertThat(done.badRows())
                .extracting(ProductImport.BadRow::line)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 10L, 12L, 13L);
        assertThat(done.badRows().get(0).why()).hasToString("the name is missing");
        assertThat(done.badRows().get(1).why()).contains("\"one\"").contains("1.25");
        assertThat(done.badRows().get(4).why()).contains("luxury").contains("vat-N");
        assertThat(done.badRows().get(5).why()).contains("1 would be right");
        assertThat(done.badRows().get(6).why()).contains("4006381333931");
        assertThat(done.badRows()).noneMatch(row -> row.why().isQuoted());
        assertThat(done.badRows().get(7).why()).contains("99999999999999999999");
        assertThat(product("F").name()).isEqualTo("Two\nlines");
    }

    @Test
    void importingAgainChangesAndDoesNotDouble() throws Exception {
        imported(HEAD + "TEA,Tea,2.50,vat-20\n");
        String id = product("TEA").id();
        imported(HEAD + "TEA,Green tea,2.75,vat-20\n");
        assertThat(product("TEA").id()).isEqualTo(id);
        assertThat(product("TEA").price()).isEqualTo(TestTill.pounds(275));
        assertThat(store.<Long>read(View::countProducts)).isEqualTo(1);
    }

    @Test
    void aSpreadsheetsByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(imported("\uFEFF" + HEAD + "TEA,Tea,2.50,vat-20\n").products())
                .isEqualTo(1);
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        assertThat(notReadable("sku,name,price\nTEA,Tea,1\n")).contains("\"tax\" is missing");
    }

    @Test
    void anEmptyFileAndOneWithoutRowsAreRefused() throws Exception {
        assertThat(notReadable("")).contains("no rows");
        assertThat(notReadable(HEAD)).contains("no rows");
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() throws Exception {
        assertThat(notReadable("sku,name,price,tax,sku\nTEA,Tea,1,vat-20,X\n")).contains("sku");
    }

    @Test
    void brokenQuotesDoNotSwallowTheFile() throws Exception {
        ProductImport.Result result = products.run(new StringReader(HEAD + "TEA,\"Tea,2.50,vat-20\nB,Bun,1,vat-20\n"));
        if (result instanceof ProductImport.Result.Imported done) {
            assertThat(done.products()).isZero();
            assertThat(done.badRows()).extracting(ProductImport.BadRow::line).containsExactly(2L);
        } else {
            assertThat(((ProductImport.Result.NotReadable) result).message()).contains("no CSV");
        }
    }

    @Test
    void aFileThatIsNotUtf8SaysSo() throws Exception {
        Path file = folder.resolve("latin1.csv");
        Files.write(
                file, (HEAD + "CAFE,Caf\u00e9,2.50,vat-20\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        try (Reader reader = Files.newBufferedReader(file)) {
            ProductImport.Result result = products.run(reader);
            assertThat(result)
                    .isInstanceOfSatisfying(
                            ProductImport.Result.NotReadable.class,
                            no -> assertThat(no.message()).contains("UTF-8"));
        }
        assertThat(store.<Long>read(View::countProducts)).isZero();
    }

    private ProductImport.Result.Imported imported(String csv) throws Exception {
        ProductImport.Result result = products.run(new StringReader(csv));
        assertThat(result).isInstanceOf(ProductImport.Result.Imported.class);
        return (ProductImport.Result.Imported) result;
    }

    private String notReadable(String csv) throws Exception {
        ProductImport.Result result = products.run(new StringReader(csv));
        assertThat(result).isInstanceOf(ProductImport.Result.NotReadable.class);
        return ((ProductImport.Result.NotReadable) result).message().toString();
    }

    private Product product(String code) throws Exception {
        return store.read(view -> view.productByCode(code)).orElseThrow();
    }
}
