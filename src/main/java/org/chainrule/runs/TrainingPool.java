package org.chainrule.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few threads that share out their time fairly among jobs. They are daemons of low priority, so
 * that whoever edits meanwhile comes first.
 */
final class TrainingPool implements AutoCloseable {
    /** Jobs in turn for each thread. */
    private static final int PLACES = 4;

    /** Working time after which a job makes way for one that waits. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private static final Duration SLICE = Duration.ofMillis(20);

    /** More are refused. */
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(TrainingPool.class);

    private final FairQueue<Job> queue;
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;

    /** What is worked on in slices, by one thread at a time. */
    interface Job {
        /** Goes on for about so long. Whether there is more to do. */
        boolean work(Duration slice);
    }

    /** A pool of a thread for each processor but one. */
    TrainingPool() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    @SuppressWarnings("ThreadPriorityCheck") // A wish: nothing relies on it.
    TrainingPool(int count) {
        queue = new FairQueue<>(PLACES * count, TURN);
        for (int i = 1; i <= count; i++) {
            Thread thread = new Thread(this::serve, "training-" + i);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** Has a job worked on until there is no more to do; false where too many are there already. */
    synchronized boolean wake(Job job, Object owner) {
        if (closed || queue.size() >= MOST) {
            return false;
        }
        queue.add(job, owner);
        notifyAll();
        return true;
    }

    /** Takes a job out, after its present slice at the latest. Whether no thread is at it now. */
    synchronized boolean remove(Job job) {
        return queue.remove(job);
    }

    /** How many jobs there are. */
    synchronized int size() {
        return queue.size();
    }

    /** How many jobs have to make way before this one is worked on. */
    synchronized int before(Job job) {
        return queue.before(job);
    }

    /** Ends all threads, after their present slices. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        threads.forEach(Thread::interrupt);
    }

    /** Waits for the threads to end; whether they have. */
    boolean join(Duration most) throws InterruptedException {
        boolean ended = true;
        for (Thread thread : threads) {
            ended &= thread.join(most);
        }
        return ended;
    }

    private void serve() {
        try {
            while (true) {
                Job job = take();
                long start = System.nanoTime();
                boolean more = work(job);
                giveBack(job, Duration.ofNanos(System.nanoTime() - start), more);
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private synchronized Job take() throws InterruptedException {
        while (true) {
            Optional<Job> next = closed ? Optional.empty() : queue.next();
            if (next.isPresent()) {
                return next.get();
            }
            if (closed) {
                throw new InterruptedException();
            }
            wait();
        }
    }

    private static boolean work(Job job) {
        try {
            return job.work(SLICE);
        } catch (RuntimeException e) {
            LOG.error("A run broke down.", e);
            return false;
        }
    }

    private synchronized void giveBack(Job job, Duration took, boolean more) {
        queue.done(job, took, more);
        notifyAll();
    }
}
