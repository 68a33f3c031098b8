package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.setup.WhyNot;
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

    /** One sentence for each: what it is among, which one, and why. */
    public static List<Sentence> all(View view) {
        return Stream.of(Feeds.NAMES)
                .flatMap(feed -> view.remotes(KIND + feed, MOST).stream())
                .map(LeftOut::words)
                .toList();
    }

    private static Sentence words(RemoteObject one) {
        String why = JSON.readTree(one.content()).path("why").asString("");
        return Sentence.of(
                "sync.left-out-of", "{0}: {1}", one.kind().substring(KIND.length()), Sentence.fromStored(why));
    }

    static void note(Tx tx, String feed, String id, Sentence why, long pass) {
        note(tx, feed, id, pass, Sentence.of("sync.left-out", "{0}: {1}", id, why));
    }

    /** One that could not even be read; RevKeen's client names it before a colon. */
    static void noteUnreadable(Tx tx, String feed, String named, long pass) {
        note(tx, feed, named.split(":", 2)[0], pass, WhyNot.unreadable(named));
    }

    private static void note(Tx tx, String feed, String id, long pass, Sentence words) {
        String content = JournalText.none().with("why", words.stored()).json();
        tx.saveRemote(new RemoteObject(KIND + feed, id, "", "", content), pass);
    }

    static void forgetBefore(Tx tx, String feed, long pass) {
        tx.forgetRemotesBefore(KIND + feed, pass);
    }
}
