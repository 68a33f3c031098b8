package io.keentill.revkeen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.revkeen.json.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every list of the API comes in the envelope, and with the page size, that section A.7 gives its resource. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvelopesTest {
    private static final String OFFSET = "meta{total,limit,offset,has_more}";

    private final OkHttpClient http = new OkHttpClient();
    private World world;
    private String customer;
    private String subscription;

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new World(folder);
        customer = world.customer().id();
        subscription = Plans.active(world).id();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "/orders; object,data,has_more;",
                "/payments; object,data,has_more;",
                "/prices; object,data,has_more;",
                "/tax-rates; object,data,has_more;",
                "/transactions; object,data,has_more;",
                "/setup-intents; object,data,has_more,url,total_count;",
                "/payment-intents; object,data,has_more,url;",
                "/payment-methods; object,data,has_more,url;",
                "/events; object,data,has_more,url;",
                "/subscription-schedules; object,data,has_more,url;",
                "/webhook-deliveries; object,data,has_more,url;",
                "/customers/CUSTOMER/invoices; object,data,has_more;",
                "/customers/CUSTOMER/subscriptions; object,data,has_more;",
                "/customers/CUSTOMER/orders; object,data,has_more;",
                "/customers/CUSTOMER/payments; object,data,has_more;",
                "/terminal-payments; data,meta{count,limit}; 20",
                "/terminal-devices; data,meta{count};",
                "/invoices; data,requestId;",
                "/credit_notes; data,requestId;",
                "/customers; data,pagination{limit,offset,total}; 20",
                "/payment-links; data,pagination{limit,offset,total}; 50",
                "/customers/CUSTOMER/entitlements; data,pagination{limit,offset,total},customer{id,email,name}; 50",
                "/entitlements?customer_id=CUSTOMER; data,pagination{limit,offset,total},customer{id,email,name}; 50",
                "/refunds; data," + OFFSET + "; 20",
                "/voids; data," + OFFSET + "; 20",
                "/disputes; data," + OFFSET + "; 20",
                "/payouts; data," + OFFSET + "; 20",
                "/discounts; data," + OFFSET + "; 20",
                "/webhook-endpoints; data," + OFFSET + "; 20",
                "/subscriptions/SUBSCRIPTION/items; data," + OFFSET + "; 100",
                "/subscriptions; data,pagination{page,limit,total,totalPages}; 20",
                "/charges; data,pagination{page,limit,total,totalPages}; 20",
                "/products; data,pagination{page,limit,total,totalPages,kind}; 20",
                "/analytics/checkout/abandonment; alerts,total,page,pageSize; 20",
                "/analytics/checkout/winback; opportunities,total,page,pageSize; 20",
                "/comms/threads; threads,total,limit,offset; 50",
                "/meters; data,pagination{limit,offset,count}; 50",
                "/usage-events; object,data,has_more;",
                "/customer-meters?customer_id=CUSTOMER; object,data,has_more,url;",
                "/disputes/open; data,meta{total_open,overdue_count};",
                "/automations; object,data;",
                "/automations/approvals; object,data;",
            })
    void each_list_has_its_envelope(String path, String members, String limit) {
        Fields list = get(path.replace("CUSTOMER", customer).replace("SUBSCRIPTION", subscription));
        assertThat(String.join(
                        ",",
                        list.all().keySet().stream()
                                .map(name -> name + inside(list, name))
                                .toList()))
                .isEqualTo(members);
        assertThat(limit(list)).isEqualTo(limit == null ? null : Long.valueOf(limit));
    }

    private static String inside(Fields list, String name) {
        Fields object = list.object(name);
        return object == null ? "" : "{" + String.join(",", object.all().keySet()) + "}";
    }

    private static Long limit(Fields list) {
        return Stream.of(list, list.object("meta"), list.object("pagination"))
                .filter(around -> around != null)
                .map(around -> around.has("limit") ? around.number("limit") : around.number("page_size"))
                .filter(limit -> limit != null)
                .findFirst()
                .orElse(null);
    }

    private Fields get(String path) {
        Request request = new Request.Builder()
                .url(world.sandbox().baseUrl() + path)
                .header("x-api-key", world.sandbox().key())
                .build();
        try (Response response = http.newCall(request).execute()) {
            String body = response.body().string();
            assertThat(response.code()).as(body).isEqualTo(200);
            return Fields.parse(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("no answer to " + path, e);
        }
    }
}
