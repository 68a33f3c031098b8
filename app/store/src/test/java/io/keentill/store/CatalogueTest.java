package io.keentill.store;

import static io.keentill.store.Samples.VAT;
import static io.keentill.store.Samples.pounds;
import static io.keentill.store.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Rate;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.shop.Staff;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products, tax rates, staff, shop and settings as they are stored. */
class CatalogueTest {

    @TempDir
    private Path folder;

    private TillStore store;

    @BeforeEach
    void open() throws StoreException {
        store = TillStore.open(folder, Samples.CLOCK);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void keepsEveryFieldOfAProduct() throws StoreException {
        Product first = new Product(
                "p1",
                "SKU-1",
                "Tea",
                pounds(0),
                VAT,
                "Drinks",
                List.of("5012345678900", "96385074"),
                "uuid-1",
                true,
                true);
        save(first);
        assertThat(find("p1")).isEqualTo(first);
        Product changed =
                new Product("p1", "SKU-2", "Green tea", pounds(5), VAT, "Hot", List.of("96385074"), null, false, false);
        save(changed);
        assertThat(find("p1")).isEqualTo(changed);
        assertThat(store.<Boolean>read(v -> v.productByCode("5012345678900").isEmpty()))
                .isTrue();
    }

    @Test
    void findsAProductByAnyOfItsCodes() throws StoreException {
        save(product("p1", "TEA", "Tea", "036000291452", "96385074"));
        save(product("p2", "036000291469", "Sold by number"));
        for (String code : List.of("036000291452", "0036000291452", "96385074", "TEA")) {
            assertThat(byCode(code)).as(code).contains("p1");
        }
        assertThat(byCode("0036000291469")).contains("p2");
        assertThat(byCode("nothing")).isEmpty();
    }

    @Test
    void anArchivedProductScansButIsNotOffered() throws StoreException {
        Product tea = product("p1", "TEA", "Tea", "96385074");
        save(tea);
        save(new Product("p1", "TEA", "Tea", tea.price(), VAT, "Food", tea.barcodes(), null, true, false));
        assertThat(byCode("96385074")).contains("p1");
        assertThat(store.<List<Product>>read(v -> v.search("tea", 9))).isEmpty();
        assertThat(store.<List<Product>>read(v -> v.favourites(9))).isEmpty();
        assertThat(store.<List<String>>read(View::categories)).isEmpty();
        assertThat(store.<Long>read(View::countProducts)).isZero();
    }

    @Test
    void eachCategoryOfWhatIsOnSaleIsNamedOnceInOrder() throws StoreException {
        int n = 0;
        for (String category : List.of("Wine", "Beer", "Wine", "", "Beer", "Ale")) {
            Product one = product("p" + n, "SKU-" + n++, "Name");
            save(new Product(
                    one.id(), one.sku(), one.name(), one.price(), VAT, category, List.of(), null, false, n < 6));
        }
        assertThat(store.<List<String>>read(View::categories)).containsExactly("", "Beer", "Wine");
    }

    @Test
    void twoProductsCannotShareACode() throws StoreException {
        save(product("p1", "TEA", "Tea", "036000291452"));
        assertThatThrownBy(() -> save(product("p2", "CAKE", "Cake", "0036000291452")))
                .isInstanceOf(DuplicateCodeException.class)
                .hasMessageContaining("Tea");
        assertThatThrownBy(() -> save(product("p3", "TEA", "Cake"))).isInstanceOf(DuplicateCodeException.class);
    }

    @Test
    void aRateChangesForAllItsProducts() throws StoreException {
        save(product("p1", "TEA", "Tea"));
        TaxRate lower = new TaxRate(VAT.id(), "VAT 5%", Rate.percent(5), true);
        store.write(tx -> {
            tx.saveTaxRate(lower);
            return null;
        });
        assertThat(find("p1").tax()).isEqualTo(lower);
        save(product("p1", "TEA", "Tea"));
        assertThat(store.<List<TaxRate>>read(View::taxRates)).containsExactly(lower);
    }

    @Test
    void listsTheGridByName() throws StoreException {
        save(product("p1", "1", "Zebra cake"));
        save(product("p2", "2", "Éclair"));
        save(product("p3", "3", "apple"));
        assertThat(store.<List<Product>>read(v -> v.productsIn("Food", 9)))
                .extracting(Product::id)
                .containsExactly("p3", "p2", "p1");
    }

    @Test
    void keepsShopStaffAndSettings() throws StoreException {
        Shop shop = new Shop(
                "Corner", List.of("1 High St", "", "Town"), "GB1", Samples.GBP, new CashRounding(5), List.of("Bye"));
        StaffRecord ann = new StaffRecord(new Staff("s1", "Ann", Role.MANAGER), "$argon2id$x", 3, Samples.NOW);
        store.write(tx -> {
            tx.saveShop(shop);
            tx.saveShop(shop);
            tx.saveStaff(new StaffRecord(ann.staff(), "old", 0, null));
            tx.saveStaff(ann);
            tx.putSetting("a", "1");
            tx.putSetting("a", "2");
            tx.putSetting("b", "1");
            tx.removeSetting("b");
            return null;
        });
        assertThat(store.<Optional<Shop>>read(View::shop)).contains(shop);
        assertThat(store.<List<StaffRecord>>read(View::staff)).containsExactly(ann);
        assertThat(store.<Optional<String>>read(v -> v.setting("a"))).contains("2");
        assertThat(store.<Optional<String>>read(v -> v.setting("b"))).isEmpty();
        assertThat(ann.toString()).doesNotContain("argon2");
    }

    private Optional<String> byCode(String code) throws StoreException {
        return store.read(v -> v.productByCode(code).map(Product::id));
    }

    private Product find(String id) throws StoreException {
        return store.read(v -> v.product(id).orElseThrow());
    }

    private void save(Product product) throws StoreException {
        store.write(tx -> {
            tx.saveProduct(product);
            return null;
        });
    }

    @Test
    void anOpenPriceAndSeveralPricesComeBackAsTheyWere() throws StoreException {
        Product coffee = Samples.product("p9", "COFFEE", "Coffee", "5000000000999")
                .withChoices(List.of(
                        new PriceChoice("s", "small, to go", Samples.pounds(250)),
                        new PriceChoice("l", "groß; 0,4 l", Samples.pounds(320))));
        Product open = Samples.product("p10", "REPAIR", "Repair").withOpenPrice(true);
        store.write(tx -> {
            tx.saveProduct(coffee);
            tx.saveProduct(open);
            return null;
        });
        assertThat(store.<Optional<Product>>read(view -> view.productByCode("5000000000999")))
                .contains(coffee);
        assertThat(store.<Optional<Product>>read(view -> view.product("p10"))).contains(open);
        Product plain = coffee.withChoices(List.of());
        store.write(tx -> {
            tx.saveProduct(plain);
            return null;
        });
        assertThat(store.<List<Product>>read(view -> view.search("coffee", 3))).containsExactly(plain);
    }
}
