package io.keentill.sandbox.api;

import io.keentill.sandbox.api.Paging.Page;
import tools.jackson.databind.node.ObjectNode;

/** What stands around the items of a page, where it takes more than a line (API reference A.7). */
final class Envelopes {
    private Envelopes() {}

    static void counted(ObjectNode body, Page page, Call call) {
        body.putObject("meta").put("count", page.count()).put("limit", page.limit());
    }

    static void offset(ObjectNode body, Page page, Call call) {
        body.putObject("pagination")
                .put("limit", page.limit())
                .put("offset", page.offset())
                .put("total", page.total());
    }

    static void meters(ObjectNode body, Page page, Call call) {
        body.putObject("pagination")
                .put("limit", page.limit())
                .put("offset", page.offset())
                .put("count", page.count());
    }

    static ObjectNode meta(ObjectNode body, Page page) {
        return body.putObject("meta")
                .put("total", page.total())
                .put("limit", page.limit())
                .put("offset", page.offset());
    }

    static void payout(ObjectNode body, Page page, Call call) {
        body.putObject("meta")
                .put("payout_id", call.id("id"))
                .put("total", page.total())
                .put("limit", page.limit())
                .put("offset", page.offset());
    }

    static ObjectNode pages(ObjectNode body, Page page) {
        return body.putObject("pagination")
                .put("page", page.number())
                .put("limit", page.limit())
                .put("total", page.total())
                .put("totalPages", (page.total() + page.limit() - 1) / page.limit());
    }

    static void pageSize(ObjectNode body, Page page, Call call) {
        body.put("total", page.total()).put("page", page.number()).put("pageSize", page.limit());
    }

    static void flat(ObjectNode body, Page page, Call call) {
        body.put("total", page.total()).put("limit", page.limit()).put("offset", page.offset());
    }
}
