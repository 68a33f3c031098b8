package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of RevKeen means for a row: again, never, not now, or nothing at all goes. */
class AnswerTest {

    private static final Duration ASKED = Duration.ofSeconds(7);

    @Test
    void whatIsAcceptedKeepsItsAnswer() {
        ApiResult<String> ok = new ApiResult.Ok<>("x", 201, null, false, new byte[0]);
        assertThat(Answer.of(ok, value -> "the text of " + value)).isEqualTo(new Answer.Accepted(201, "the text of x"));
    }

    @Test
    void withoutAnAnswerEverythingPauses() {
        ApiResult<String> lost = new ApiResult.Unreachable<>(new IOException("no"), true, "The line is dead");
        assertThat(Answer.of(lost, value -> value)).isInstanceOfSatisfying(Answer.Pause.class, pause -> {
            assertThat(pause.reason()).isEqualTo(Answer.Reason.UNREACHABLE);
            assertThat(pause.why()).contains("The line is dead");
            assertThat(pause.after()).isNull();
        });
    }

    @Test
    void aRefusalIsReadAsSuchFromAResultToo() {
        ApiResult<String> no = new ApiResult.Refused<>(error(404, "not_found"));
        assertThat(Answer.of(no, value -> value)).isEqualTo(Answer.of(error(404, "not_found")));
    }

    @Test
    void aKeyThatRevKeenDoesNotKnowPausesEverythingHoweverLong() {
        assertThat(Answer.of(error(401, "invalid"))).isInstanceOfSatisfying(Answer.Pause.class, pause -> {
            assertThat(pause.reason()).isEqualTo(Answer.Reason.KEY_REFUSED);
            assertThat(pause.why()).contains("its words", "Set a valid key");
            assertThat(pause.after()).isNull();
        });
    }

    @Test
    void tooManyRequestsPauseEverythingAsLongAsAsked() {
        assertThat(Answer.of(error(429, "rate_limited"))).isInstanceOfSatisfying(Answer.Pause.class, pause -> {
            assertThat(pause.reason()).isEqualTo(Answer.Reason.RATE_LIMITED);
            assertThat(pause.why()).contains("its words");
            assertThat(pause.after()).isEqualTo(ASKED);
        });
    }

    @Test
    void aMissingPermissionHoldsBackItsKind() {
        assertThat(Answer.of(error(403, "permission_denied"))).isInstanceOfSatisfying(Answer.Denied.class, no -> {
            assertThat(no.status()).isEqualTo(403);
            assertThat(no.why()).contains("its words", "Add the scope");
        });
    }

    @ParameterizedTest
    @CsvSource({"409, device_busy", "422, device_offline", "422, device_unpaired"})
    void aDeviceThatCannotTakeItNowIsTriedUnderANewKey(int status, String code) {
        assertThat(Answer.of(error(status, code))).isInstanceOfSatisfying(Answer.DeviceNotReady.class, wait -> {
            assertThat(wait.status()).isEqualTo(status);
            assertThat(wait.why()).contains("its words");
        });
    }

    @ParameterizedTest
    @CsvSource({"500, internal", "503,", "408,", "425,", "409, idempotency_in_progress", "200, unreadable_reply"})
    void whatSaysNothingOfTheRequestIsSentAgainAsItWas(int status, String code) {
        assertThat(Answer.of(error(status, code))).isInstanceOfSatisfying(Answer.Later.class, later -> {
            assertThat(later.status()).isEqualTo(status);
            assertThat(later.why()).contains("its words");
            assertThat(later.after()).isEqualTo(ASKED);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request",
        "404, not_found",
        "409, idempotency_conflict",
        "409, conflict",
        "422, device_busy",
        "422,",
        "410, gone"
    })
    void everythingElseIsRefusedForGood(int status, String code) {
        assertThat(Answer.of(error(status, code))).isInstanceOfSatisfying(Answer.Never.class, no -> {
            assertThat(no.status()).isEqualTo(status);
            assertThat(no.why()).contains("its words", String.valueOf(status));
            assertThat(no.unspoken()).isFalse();
        });
    }

    @Test
    void aRefusalWithoutAReasonMayBeNobodysWord() {
        ApiError mute =
                ApiError.of(new ApiError.Details(422, null, ApiError.Details.withoutReason(422), null, null, null));
        assertThat(Answer.of(mute))
                .isInstanceOfSatisfying(
                        Answer.Never.class, no -> assertThat(no.unspoken()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 599})
    void aServerThatFailedIsAskedLess(int status) {
        assertThat(((Answer.Later) Answer.of(error(status, null))).strained()).isTrue();
    }

    @Test
    void aRequestThatCameTooEarlyOrGotNoAnswerIsNoFailureOfTheServer() {
        assertThat(((Answer.Later) Answer.of(error(408, null))).strained()).isFalse();
        assertThat(new Answer.Later(null, Sentence.quoted(""), null).strained()).isFalse();
    }

    private static ApiError error(int status, String code) {
        return ApiError.of(new ApiError.Details(status, code, "its words", null, null, ASKED));
    }
}
