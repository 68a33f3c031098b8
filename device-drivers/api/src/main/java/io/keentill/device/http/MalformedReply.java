package io.keentill.device.http;

/** What came is no HTTP answer, or a larger one than is taken. */
final class MalformedReply extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedReply(String what) {
        super(what);
    }
}
