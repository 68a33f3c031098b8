package io.keentill.revkeen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All ten error shapes, and none of them. */
class ErrorShapesTest {

    private static ApiError refusal(int status, String body, String... headers) throws Exception {
        var once = RevKeenOptions.builder().readRetry(RetryPolicy.once()).build();
        try (var server = new LoopbackServer();
                var revkeen = RevKeen.at(server.url(), "test-key", once)) {
            server.reply(status, body, headers);
            return ((ApiResult.Refused<?>) revkeen.orders().get("o1")).error();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "E0 | {'error':{'type':'t','code':'c1','message':'m1','param':'p1','details':{},'request_id':'r1'}} | c1 | m1 | p1 | r1",
                "E1 | {'error':{'type':'t','code':'c1','message':'m1','param':'p1'}} | c1 | m1 | p1 | -",
                "E2 | {'error':{'type':'t','code':'c1','message':'m1'}} | c1 | m1 | - | -",
                "E3 | {'error':{'code':'c1','message':'m1'}} | c1 | m1 | - | -",
                "E4 | {'error':'m1'} | - | m1 | - | -",
                "E5 | {'error':'m1','code':'c1','requestId':'r1'} | c1 | m1 | - | r1",
                "E6 | {'error':'busy','message':'m1','code':'c1'} | c1 | m1 | - | -",
                "E6b | {'error':'device_busy','message':'m1'} | device_busy | m1 | - | -",
                "E7 | {'error':'x','message':'m1'} | - | m1 | - | -",
                "E8 | {'error':'m1','details':{'a':1}} | - | m1 | - | -",
                "E9 | {'error':{'message':'m1','type':'t'}} | - | m1 | - | -",
                "E10 | {'error':'m1','field':'p1'} | - | m1 | p1 | -",
                "page | <html>Bad gateway</html> | - | HTTP status 400 without a reason | - | -",
                "list | [1,2] | - | HTTP status 400 without a reason | - | -",
                "odd | {'error':null,'message':[]} | - | HTTP status 400 without a reason | - | -",
                "number | {'error':1.5e99999999999} | - | HTTP status 400 without a reason | - | -"
            })
    void read(String shape, String body, String code, String message, String param, String requestId) throws Exception {
        ApiError error = refusal(400, body.replace('\'', '"'));
        assertThat(error).as(shape).isInstanceOf(ApiError.BadRequest.class);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).isEqualTo(message);
        assertThat(error.param()).isEqualTo(param);
        assertThat(error.requestId()).isEqualTo(requestId);
    }

    /** The rest of a refusal is kept for those who know what to do with it. */
    @Test
    void what_has_no_place_of_its_own_is_kept() throws Exception {
        ApiError platform = refusal(400, """
                {"error":{"type":"invalid_request_error","code":"validation_error","message":"m","param":"amount_minor",
                "details":{"fields":{"amount_minor":["must be above zero"]}},"request_id":"r1"}}""");
        assertThat(platform.extra())
                .containsEntry("type", "invalid_request_error")
                .containsEntry("details", Map.of("fields", Map.of("amount_minor", List.of("must be above zero"))))
                .doesNotContainKeys("code", "message", "param", "request_id");
        assertThat(refusal(409, "{\"error\":\"duplicate\",\"existingChargeId\":\"ch1\"}")
                        .extra())
                .containsExactly(Map.entry("existingChargeId", "ch1"));
        assertThat(refusal(422, "{\"error\":\"Offline\",\"message\":\"m\"}").extra())
                .containsExactly(Map.entry("error", "Offline"));
    }

    /** Every code that section A.8 prints, in the shape of the reference pages and in that of the schemas. */
    @ParameterizedTest
    @CsvSource({
        "400,invalid_request,BadRequest",
        "400,validation_error,BadRequest",
        "401,unauthenticated,Unauthenticated",
        "401,authentication_failed,Unauthenticated",
        "401,invalid_api_key,Unauthenticated",
        "401,expired_api_key,Unauthenticated",
        "403,permission_denied,PermissionDenied",
        "403,insufficient_permissions,PermissionDenied",
        "403,forbidden,PermissionDenied",
        "404,resource_missing,NotFound",
        "404,resource_not_found,NotFound",
        "409,conflict,Conflict",
        "409,idempotency_conflict,Conflict",
        "409,idempotency_in_progress,Conflict",
        "422,unprocessable_entity,Unprocessable"
    })
    void documented_codes(int status, String code, String kind) throws Exception {
        for (String shape : List.of(
                "{'error':{'type':'t','code':'%s','message':'m'}}",
                "{'error':{'code':'%s','message':'m'}}",
                "{'error':'m','code':'%s'}",
                "{'error':'m','message':'m','code':'%s'}")) {
            ApiError error = refusal(status, shape.formatted(code).replace('\'', '"'));
            assertThat(error.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.message()).isEqualTo("m");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,x,BadRequest,false,false",
        "401,x,Unauthenticated,false,false",
        "403,x,PermissionDenied,false,false",
        "404,x,NotFound,false,false",
        "409,idempotency_in_progress,Conflict,true,true",
        "409,idempotency_conflict,Conflict,false,false",
        "409,device_busy,Conflict,false,false",
        "422,x,Unprocessable,false,false",
        "429,x,RateLimited,true,false",
        "500,x,ServerError,true,true",
        "503,x,ServerError,true,true",
        "408,x,Unexpected,true,true",
        "425,x,Unexpected,true,false",
        "302,x,Unexpected,false,false",
        "418,x,Unexpected,false,false"
    })
    void kind(int status, String code, String kind, boolean retryable, boolean effect) throws Exception {
        ApiError error = refusal(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}");
        assertThat(error.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(error.isRetryable()).isEqualTo(retryable);
        assertThat(error.mayHaveTakenEffect()).isEqualTo(effect);
        assertThat(error.advice()).isNotBlank();
        assertThat(error.status()).isEqualTo(status);
    }

    @Test
    void retry_after_is_seconds_or_a_date() throws Exception {
        assertThat(refusal(429, "", "Retry-After: 7").retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(refusal(429, "", "Retry-After: Tue, 01 Jan 2019 00:00:00 GMT")
                        .retryAfter())
                .isEqualTo(Duration.ZERO);
        assertThat(refusal(429, "", "Retry-After: soon").retryAfter()).isNull();
    }

    @Test
    void a_success_nobody_can_read_is_not_taken_for_one() throws Exception {
        for (String body : new String[] {"", "<html>", "{}", "{\"id\":\"o1\"}", "{\"id\":\"o1\",\"total\":\"abc\"}"}) {
            ApiError error = refusal(200, body);
            assertThat(error).isInstanceOf(ApiError.Unexpected.class);
            assertThat(error.code()).isEqualTo("unreadable_reply");
            assertThat(error.mayHaveTakenEffect()).isTrue();
        }
    }
}
