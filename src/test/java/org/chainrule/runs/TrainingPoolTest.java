package org.chainrule.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrainingPoolTest {
    private static boolean reached(CountDownLatch latch) throws InterruptedException {
        return latch.await(30, TimeUnit.SECONDS);
    }

    @Test
    void aJobThatBreaksDownLeavesTheThreadToTheNext() throws InterruptedException {
        try (TrainingPool pool = new TrainingPool(1)) {
            CountDownLatch worked = new CountDownLatch(1);
            pool.wake(
                    _ -> {
                        throw new IllegalStateException("on purpose");
                    },
                    this);
            pool.wake(
                    _ -> {
                        worked.countDown();
                        return false;
                    },
                    this);
            assertThat(reached(worked)).isTrue();
        }
    }

    @Test
    void aFullPoolRefuses() {
        try (TrainingPool pool = new TrainingPool(0)) {
            int taken = 0;
            while (taken < 10_000 && pool.wake(job(), this)) {
                taken++;
            }
            assertThat(taken).isEqualTo(TrainingPool.MOST);
        }
    }

    private static TrainingPool.Job job() {
        return new TrainingPool.Job() {
            @Override
            public boolean work(java.time.Duration slice) {
                return true;
            }
        };
    }

    @Test
    void aClosedPoolEndsItsWorkAndTakesNoMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        TrainingPool pool = new TrainingPool(1);
        pool.wake(
                _ -> {
                    begun.countDown();
                    return true;
                },
                this);
        assertThat(reached(begun)).isTrue();
        pool.close();
        assertThat(pool.join(java.time.Duration.ofSeconds(30))).isTrue();
        assertThat(pool.wake(_ -> true, this)).isFalse();
    }
}
