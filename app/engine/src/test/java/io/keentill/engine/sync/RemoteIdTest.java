package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.RevKeen;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Under which id RevKeen has what a row told it. */
class RemoteIdTest {

    private static final String INVOICE = "{'data':{'id':'inv-1','status':'open','total_minor':250,'currency':'GBP'}}";

    private final RevKeen api = RevKeen.at("http://127.0.0.1:1/v2", "rk_sandbox_test");
    private final RemoteId ids = new RemoteId(api);

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = OutboxKind.class,
            names = {"INVOICE", "FINALIZE", "CASH", "CARD", "LINK", "EXCHANGE", "CARD_BACK"})
    void whatIsOnTheInvoiceIsKnownByIt(OutboxKind kind) {
        assertThat(ids.in(kind, false, bytes(INVOICE))).isEqualTo("inv-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = OutboxKind.class,
            names = {"CARD", "CARD_BACK"})
    void whatATerminalDoesIsKnownByItsPayment(OutboxKind kind) {
        String payment = "{'data':{'id':'tp-1','status':'requested','amount_minor':250,'currency':'GBP'}}";
        assertThat(ids.in(kind, true, bytes(payment))).isEqualTo("tp-1");
    }

    @Test
    void anOrderIsKnownByItself() {
        String order = "{'id':'ord-1','status':'pending','currency':'gbp','subtotal':1,'total':1,'amount_due':1}";
        assertThat(ids.in(OutboxKind.ORDER, false, bytes(order))).isEqualTo("ord-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = OutboxKind.class,
            names = {"CREDIT", "CREDIT_VOID"})
    void aCreditNoteIsKnownByItself(OutboxKind kind) {
        String note = "{'data':{'id':'cn-1','amount_minor':100,'status':'issued'}}";
        assertThat(ids.in(kind, false, bytes(note))).isEqualTo("cn-1");
    }

    @Test
    void anEmailThatWasTakenHasItsIdOrIsJustTaken() {
        assertThat(ids.in(OutboxKind.MAIL, false, bytes("{'success':true,'message_id':'m-1'}")))
                .isEqualTo("m-1");
        assertThat(ids.in(OutboxKind.MAIL, false, bytes("{'success':true}"))).isEqualTo("taken");
        assertThat(ids.in(OutboxKind.MAIL, false, bytes("{'success':false,'message_id':'m-1'}")))
                .isEmpty();
    }

    @Test
    void anAnswerThatNamesNothingIsNotTakenForAnything() {
        assertThatThrownBy(() -> ids.in(OutboxKind.INVOICE, false, bytes("{'data':{}}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIgnoredUpsertSaysSo() {
        assertThat(RemoteId.isIgnored("{\"ignored\":true,\"reason\":\"unchanged_content\"}"))
                .isTrue();
        assertThat(RemoteId.isIgnored("{\"ignored\":false}")).isFalse();
        assertThat(RemoteId.isIgnored("{\"data\":{\"id\":\"inv-1\"}}")).isFalse();
        assertThat(RemoteId.isIgnored("<html>")).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
