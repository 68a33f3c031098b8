package io.keentill.engine.sync;

import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.revkeen.customers.Customer;
import io.keentill.store.RemoteObject;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The customers that RevKeen knows, to be found at the counter without a network. */
public final class RemoteCustomers {

    static final String KIND = "customer";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RemoteCustomers() {}

    /**
     * A customer.
     *
     * @param id RevKeen's
     * @param name null where only an address is known
     */
    public record Entry(
            String id,
            @Nullable String name,
            String email,
            @Nullable String phone,
            @Nullable String company) {}

    /** Those in whose name, company, address or phone number every typed word begins one. */
    public static List<Entry> search(View view, String text, int limit) {
        return view.searchRemotes(KIND, text, limit).stream()
                .map(RemoteCustomers::entry)
                .toList();
    }

    /** The customer with RevKeen's id. */
    public static Optional<Entry> byId(View view, String id) {
        return view.remote(KIND, id).map(RemoteCustomers::entry);
    }

    private static Entry entry(RemoteObject one) {
        JsonNode content = JSON.readTree(one.content());
        return new Entry(
                one.id(),
                content.path("name").asString(null),
                content.path("email").asString(""),
                content.path("phone").asString(null),
                content.path("company").asString(null));
    }

    static void take(Tx tx, Customer one, long pass) {
        if (one.email().isBlank()) {
            throw new BadInputException(Sentence.of("sync.it-has-no-e-mail", "it has no e-mail address"));
        }
        String words = Stream.of(one.name(), one.companyName(), one.email(), one.phone())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" "));
        String content = JournalText.of("name", one.name(), "email", one.email(), "phone", one.phone())
                .with("company", one.companyName())
                .json();
        tx.saveRemote(new RemoteObject(KIND, one.id(), one.email(), words, content), pass);
    }
}
