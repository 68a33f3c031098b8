package io.keentill.revkeen.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Notes the moment after which the server may have seen something of the request. */
final class CallWatch extends EventListener {
    private volatile boolean leaving;

    /** Called before the first byte of the request is written: before it, the server certainly knows nothing. */
    @Override
    public void requestHeadersStart(Call call) {
        leaving = true;
    }

    boolean maybeSent() {
        return leaving;
    }

    static EventListener of(Call call) {
        CallWatch watch = call.request().tag(CallWatch.class);
        return watch == null ? EventListener.NONE : watch;
    }
}
