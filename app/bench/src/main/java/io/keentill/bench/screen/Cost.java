package io.keentill.bench.screen;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Processor time so far: what is left of a measurement when other programs use the machine too. Without compiling and
 * collecting, which come and go.
 *
 * @param screen nanoseconds of the screen's own thread
 * @param all nanoseconds of every thread that runs Java: the screen's, the renderer's, the till's
 */
record Cost(long screen, long all) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** As of now, with the screen's thread known by its id. */
    static Cost now(long screenThread) {
        long all = 0;
        for (long one : THREADS.getThreadCpuTime(THREADS.getAllThreadIds())) {
            all += Math.max(0, one);
        }
        return new Cost(Math.max(0, THREADS.getThreadCpuTime(screenThread)), all);
    }

    /** What came to it since an earlier moment. */
    Cost since(Cost before) {
        return new Cost(screen - before.screen, all - before.all);
    }
}
