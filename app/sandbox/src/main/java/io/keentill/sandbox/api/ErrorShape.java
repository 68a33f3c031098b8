package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import tools.jackson.databind.node.ObjectNode;

/** The error bodies of the platform: each resource has its own (API reference A.8, shapes E1 to E10). */
public enum ErrorShape {
    /** The documented envelope with a request id; also where a resource documents none. */
    PLATFORM {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            ObjectNode error = typed(refusal);
            param(error, refusal);
            if (refusal.param() != null && refusal.status() == 400) {
                error.putObject("details")
                        .putObject("fields")
                        .putArray(refusal.param())
                        .add(refusal.said());
            }
            return wrap(error.put("request_id", requestId));
        }
    },
    /** {@code {error:{type, code, message, param?}}}. */
    E1 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            return wrap(param(typed(refusal), refusal));
        }
    },
    /** {@code {error:{type, code, message}}}. */
    E2 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            return wrap(typed(refusal));
        }
    },
    /** {@code {error:{code, message}}}. */
    E3 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            return wrap(Json.object().put("code", refusal.code()).put("message", refusal.said()));
        }
    },
    /** {@code {error:"text"}}. */
    E4 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            return plain(refusal);
        }
    },
    /** {@code {error:"text", code?}}; what a refusal adds of its own stands in place of the code. */
    E5 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            ObjectNode body = plain(refusal);
            refusal.extras().forEach(body::put);
            return refusal.extras().isEmpty() ? body.put("code", refusal.code()) : body;
        }
    },
    /** {@code {error:"text", message?, code?}}. */
    E6 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            return plain(refusal).put("message", refusal.said()).put("code", refusal.code());
        }
    },
    /** {@code {error:"text", message?}}. */
    E7 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            return plain(refusal).put("message", refusal.said());
        }
    },
    /** {@code {error:"text", details?}}. */
    E8 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            ObjectNode body = plain(refusal);
            if (refusal.param() != null) {
                body.putObject("details").put("field", refusal.param());
            }
            return body;
        }
    },
    /** {@code {error:{message, type}}}. */
    E9 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            return wrap(Json.object().put("message", refusal.said()).put("type", type(refusal.status())));
        }
    },
    /** {@code {error:"text", field?}}. */
    E10 {
        @Override
        public ObjectNode body(Refusal refusal, String requestId) {
            ObjectNode body = plain(refusal);
            return refusal.param() == null ? body : body.put("field", refusal.param());
        }
    };

    /** The body that says {@code refusal} in this shape. */
    public abstract ObjectNode body(Refusal refusal, String requestId);

    private static ObjectNode wrap(ObjectNode error) {
        ObjectNode body = Json.object();
        body.set("error", error);
        return body;
    }

    private static ObjectNode plain(Refusal refusal) {
        return Json.object().put("error", refusal.said());
    }

    private static ObjectNode typed(Refusal refusal) {
        return Json.object()
                .put("type", type(refusal.status()))
                .put("code", refusal.code())
                .put("message", refusal.said());
    }

    private static ObjectNode param(ObjectNode error, Refusal refusal) {
        return refusal.param() == null ? error : error.put("param", refusal.param());
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
    }
}
