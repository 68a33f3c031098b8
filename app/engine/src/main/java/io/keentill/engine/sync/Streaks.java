package io.keentill.engine.sync;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What came of the last tries of each row, in a row and by kind: how often a row was sent says nothing of that. Remembered
 * while the program runs; one that is started anew counts anew.
 */
final class Streaks {

    /** A refusal that is not believed at once. */
    enum Refusal {
        /** Without a reason that can be read. */
        UNSPOKEN,
        /** With one, but RevKeen did not say whether what it refused is there already. */
        UNPROVEN,
        /** Of the question whether it is there. */
        QUESTION
    }

    /**
     * @param answers that did not settle the row; tries without an answer in between change nothing about them
     * @param silences tries without an answer since the last answer
     * @param refusals of {@code kind} since anything else came of it
     * @param overtaken whether it was refused for something that was over by then, since anything but refusals came of it
     */
    private record Streak(
            int answers, int silences, @Nullable Refusal kind, int refusals, boolean overtaken) {

        static final Streak NONE = new Streak(0, 0, null, 0, false);

        Streak answered(@Nullable Refusal how) {
            int times = how == null ? 0 : how == kind ? refusals + 1 : 1;
            return new Streak(answers + 1, 0, how, times, how != null && overtaken);
        }

        Streak unanswered() {
            return new Streak(answers, silences + 1, null, 0, overtaken);
        }

        Streak overtakenNow() {
            return new Streak(answers + 1, 0, null, 0, true);
        }

        Streak turned() {
            return new Streak(answers, 0, null, 0, overtaken);
        }
    }

    private final Map<Long, Streak> streaks = new ConcurrentHashMap<>();

    /** One answer more that did not settle it; answers how many. */
    int answered(long row) {
        return next(row, streak -> streak.answered(null)).answers();
    }

    /** One try more without an answer; answers how many in a row. */
    int unanswered(long row) {
        return next(row, Streak::unanswered).silences();
    }

    /** One refusal more that is not believed at once; answers how many of this kind in a row. */
    int refused(long row, Refusal how) {
        return next(row, streak -> streak.answered(how)).refusals();
    }

    /**
     * Refused for something that was over when RevKeen was asked what it is; answers whether it was so before. Refusals in
     * between do not make it forgotten: what is tried anew may go through several of them before it is there again.
     */
    boolean overtaken(long row) {
        boolean before = streaks.getOrDefault(row, Streak.NONE).overtaken();
        next(row, Streak::overtakenNow);
        return before;
    }

    /** Refused, and tried in another way: how that is refused is counted anew, what the row has been through is not. */
    void turned(long row) {
        next(row, Streak::turned);
    }

    /** It is settled, or was answered as it should be: what comes next is the first of its kind. */
    void end(long row) {
        streaks.remove(row);
    }

    private Streak next(long row, UnaryOperator<Streak> change) {
        return streaks.merge(row, change.apply(Streak.NONE), (before, first) -> change.apply(before));
    }
}
