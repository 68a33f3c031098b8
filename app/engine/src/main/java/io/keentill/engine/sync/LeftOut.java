package io.keentill.engine.sync;

import io.keentill.engine.book.JournalText;
import io.keentill.store.RemoteObject;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What RevKeen has and the till could not take over, and why; for as long as that is so. */
public final class LeftOut {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KIND = "left_out_";
    private static final int MOST = 1_000;

    private LeftOut() {}

    /** One sentence for each. */
    public static List<String> all(View view) {
        return Stream.of(Feeds.NAMES)
                .flatMap(feed -> view.remotes(KIND + feed, MOST).stream())
                .map(LeftOut::words)
                .toList();
    }

    private static String words(RemoteObject one) {
        return one.kind().substring(KIND.length()) + ": "
                + JSON.readTree(one.content()).path("why").asString("");
    }

    static void note(Tx tx, String feed, String id, String why, long pass) {
        String content = JournalText.none().with("why", id + ": " + why).json();
        tx.saveRemote(new RemoteObject(KIND + feed, id, "", "", content), pass);
    }

    static void forgetBefore(Tx tx, String feed, long pass) {
        tx.forgetRemotesBefore(KIND + feed, pass);
    }
}
