package io.keentill.device.nexo.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adyen.model.nexo.MessageCategoryType;
import com.adyen.model.nexo.MessageClassType;
import com.adyen.model.nexo.MessageHeader;
import com.adyen.model.nexo.MessageType;
import com.adyen.model.terminal.security.SaleToPOISecuredMessage;
import com.adyen.model.terminal.security.SecurityKey;
import com.adyen.terminal.security.NexoCrypto;
import com.adyen.terminal.serialization.TerminalAPIGsonBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Encryption against the published library in both directions, and against everybody who changes a byte. */
class EnvelopeTest {
    private static final String PASSPHRASE = "mypassphrase";
    private static final NexoKey KEY = new NexoKey(PASSPHRASE, "mykey", 1);

    private static ObjectNode message() throws UntrustedMessage {
        return Json.read("""
                {"SaleToPOIRequest":{"MessageHeader":{"ProtocolVersion":"3.0","MessageClass":"Service",
                "MessageCategory":"Payment","MessageType":"Request","ServiceID":"0123456789","SaleID":"Till",
                "POIID":"V400m-1"},"PaymentRequest":{"Note":"Grüße 12.50"}}}""".getBytes(StandardCharsets.UTF_8));
    }

    private static NexoCrypto library() throws Exception {
        SecurityKey key = new SecurityKey();
        key.setPassphrase(PASSPHRASE);
        key.setKeyIdentifier("mykey");
        key.setKeyVersion(1);
        key.setAdyenCryptoVersion(1);
        return new NexoCrypto(key);
    }

    @Test
    void the_published_library_opens_what_we_seal() throws Exception {
        ObjectNode sealed = Envelope.seal(message(), KEY, new SecureRandom());
        SaleToPOISecuredMessage theirs = TerminalAPIGsonBuilder.create()
                .fromJson(sealed.path("SaleToPOIRequest").toString(), SaleToPOISecuredMessage.class);
        String opened = library().decrypt(theirs);
        assertThat(Json.read(opened.getBytes(StandardCharsets.UTF_8))).isEqualTo(message());
    }

    @Test
    void we_open_what_the_published_library_seals() throws Exception {
        MessageHeader header = new MessageHeader();
        header.setMessageClass(MessageClassType.SERVICE);
        header.setMessageCategory(MessageCategoryType.PAYMENT);
        header.setMessageType(MessageType.RESPONSE);
        header.setServiceID("0123456789");
        SaleToPOISecuredMessage theirs = library().encrypt(message().toString(), header);
        String json = "{\"SaleToPOIRequest\":" + TerminalAPIGsonBuilder.create().toJson(theirs) + "}";
        assertThat(Envelope.open(Json.read(json.getBytes(StandardCharsets.UTF_8)), KEY))
                .isEqualTo(message());
    }

    @Test
    void nobody_without_the_key_is_believed_and_no_changed_byte() throws Exception {
        ObjectNode sealed = Envelope.seal(message(), KEY, new SecureRandom());
        assertThatThrownBy(() -> Envelope.open(sealed, new NexoKey("other", "mykey", 1)))
                .isInstanceOf(UntrustedMessage.class);
        assertThatThrownBy(() -> Envelope.open(sealed, new NexoKey(PASSPHRASE, "mykey", 2)))
                .hasMessageContaining("another key");
        assertThatThrownBy(() -> Envelope.open(message(), KEY)).hasMessageContaining("not encrypted");
        byte[] blob = Base64.getDecoder()
                .decode(sealed.path("SaleToPOIRequest").path("NexoBlob").asString());
        for (int i = 0; i < blob.length; i++) {
            byte[] other = blob.clone();
            other[i] ^= 1;
            ObjectNode changed = sealed.deepCopy();
            ((ObjectNode) changed.path("SaleToPOIRequest"))
                    .put("NexoBlob", Base64.getEncoder().encodeToString(other));
            assertThatThrownBy(() -> Envelope.open(changed, KEY))
                    .as("changed at %d", i)
                    .isInstanceOf(UntrustedMessage.class);
        }
    }

    /** The JSON library reports the first ones by an exception that its own do not include. */
    @ParameterizedTest
    @ValueSource(
            strings = {"10.092E233720368547758080", "10.009223371e99954775808", "1e-2147483649", "1e2147483000", "1e65"
            })
    void a_number_that_nobody_can_mean_is_no_message(String number) {
        for (String json : new String[] {"{\"a\":" + number + "}", "{\"a\":[{\"b\":" + number + "}]}"}) {
            assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UntrustedMessage.class)
                    .hasMessageContaining("nobody can mean");
        }
    }

    @Test
    void amounts_stay_exact_in_every_currency() throws UntrustedMessage {
        for (String code : new String[] {"GBP", "JPY", "KWD"}) {
            Currency currency = Currency.getInstance(code);
            for (long minor : new long[] {1, 10, 99, 100, 1_250, 999_999_999_999L}) {
                ObjectNode json = Json.object();
                json.put("a", Amounts.decimal(minor, currency));
                assertThat(Amounts.minor(Json.read(Json.bytes(json)).path("a"), currency))
                        .as(code)
                        .contains(minor);
            }
        }
        Currency gbp = Currency.getInstance("GBP");
        assertThat(Amounts.minor(
                        Json.read("{\"a\":12.505}".getBytes(StandardCharsets.UTF_8))
                                .path("a"),
                        gbp))
                .isEmpty();
        assertThat(Amounts.minor(
                        Json.read("{\"a\":-1}".getBytes(StandardCharsets.UTF_8)).path("a"), gbp))
                .isEmpty();
        assertThat(Amounts.minor(
                        Json.read("{\"a\":1e3}".getBytes(StandardCharsets.UTF_8))
                                .path("a"),
                        gbp))
                .contains(100_000L);
    }
}
