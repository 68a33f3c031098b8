package io.keentill.storefront;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.mail.MailDesk;
import io.keentill.engine.mail.MailResult;
import io.keentill.engine.mail.SentReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** E-mails that go when a test says so. */
final class FakeMails implements MailDesk {

    private final List<SentReceipt> all = new ArrayList<>();
    String customer;

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public Optional<String> addressOf(String orderId) {
        return Optional.ofNullable(customer);
    }

    @Override
    public MailResult send(String orderId, String address, String operator) {
        if (!address.contains("@")) {
            return new MailResult.Refused(
                    Sentence.of("mail.type-an-e-mail-address-like", "Type an e-mail address, like name@example.com."));
        }
        SentReceipt mail = new SentReceipt(address, SentReceipt.State.WAITING, null, FakeTill.NOW);
        all.add(mail);
        return new MailResult.Queued(mail);
    }

    @Override
    public List<SentReceipt> of(String orderId) {
        return List.copyOf(all);
    }

    /** RevKeen has had its say about all of them. */
    void become(SentReceipt.State state, String problem) {
        all.replaceAll(
                m -> new SentReceipt(m.address(), state, problem == null ? null : Sentence.quoted(problem), m.at()));
    }
}
