package io.keentill.device.nexo;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.link.SecretStore;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private final SecretStore secrets = SecretStore.inMemory();
    private final Agreement agreement = new Agreement(secrets, "d");

    @Test
    void theKeyIsDerivedOnceForWhatIsKept() throws Exception {
        assertThat(agreement.read()).isEmpty();
        Terms.write(secrets, "d", "V400m-1", "passphrase", "key", "1");
        Terms first = agreement.read().orElseThrow();
        assertThat(agreement.read().orElseThrow().key()).isSameAs(first.key());
    }

    @Test
    void whatChangesCountsAtOnce() throws Exception {
        Terms.write(secrets, "d", "V400m-1", "passphrase", "key", "1");
        Terms first = agreement.read().orElseThrow();
        byte[] sealed = first.key().proof(new byte[] {1});
        Terms.write(secrets, "d", "V400m-1", "another", "key", "1");
        assertThat(agreement.read().orElseThrow().key().proof(new byte[] {1})).isNotEqualTo(sealed);
        Terms.write(secrets, "d", "V400m-2", "passphrase", "key", "2");
        Terms third = agreement.read().orElseThrow();
        assertThat(third.poiId()).isEqualTo("V400m-2");
        assertThat(third.key().version()).isEqualTo(2);
        assertThat(third.key().proof(new byte[] {1})).isEqualTo(sealed);
        Terms.remove(secrets, "d");
        assertThat(agreement.read()).isEmpty();
    }

    @Test
    void whatIsKeptNeverShowsItsPassphrase() {
        assertThat(new Terms.Kept("V400m-1", "passphrase", "key", "1").toString())
                .contains("V400m-1")
                .doesNotContain("passphrase");
    }
}
