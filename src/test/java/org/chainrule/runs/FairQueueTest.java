package org.chainrule.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration SLICE = Duration.ofMillis(20);

    private final FairQueue<String> queue = new FairQueue<>(4, TURN);

    /** Who gets the next slices, each of which takes so long. */
    private List<String> serve(int slices, Duration took) {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            String job = queue.next().orElseThrow();
            order.add(job);
            queue.done(job, took, true);
        }
        return order;
    }

    @Test
    void jobsOfOneOwnerTakeTurnsInSlices() {
        queue.add("a", 1);
        queue.add("b", 1);
        assertThat(serve(4, SLICE)).containsExactly("a", "b", "a", "b");
    }

    @Test
    void everyOwnerGetsTheSameTimeHoweverManyJobsThereAre() {
        IntStream.rangeClosed(1, 3).forEach(i -> queue.add("ten tabs " + i, 1));
        queue.add("one tab", 2);
        assertThat(serve(12, SLICE)).filteredOn("one tab"::equals).hasSize(6);
    }

    @Test
    void anOwnerWithTenJobsDoesNotKeepAnotherOneWaiting() {
        IntStream.rangeClosed(1, 10).forEach(i -> queue.add("ten tabs " + i, 1));
        serve(8, SLICE);
        queue.add("one tab", 2);
        assertThat(queue.before("one tab")).isEqualTo(1);
        serve(1, SLICE);
        assertThat(queue.before("one tab")).isZero();
        assertThat(serve(2, SLICE)).contains("one tab");
    }

    @Test
    void whoWaitsKnowsHowManyComeFirst() {
        IntStream.rangeClosed(1, 7).forEach(i -> queue.add("job " + i, i));
        assertThat(queue.before("job 4")).isZero();
        assertThat(queue.before("job 5")).isEqualTo(1);
        assertThat(queue.before("job 7")).isEqualTo(3);
        queue.remove("job 2");
        assertThat(queue.before("job 5")).isZero();
        assertThat(queue.before("job 7")).isEqualTo(2);
    }

    @Test
    void aLongJobMakesWayOnceItHasHadItsTurn() {
        IntStream.rangeClosed(1, 4).forEach(i -> queue.add("long " + i, i));
        serve(4, SLICE);
        queue.add("late", 5);
        assertThat(serve(4, SLICE)).doesNotContain("late");
        assertThat(serve(1, TURN)).containsExactly("long 1");
        assertThat(queue.before("long 1")).isEqualTo(1);
        assertThat(serve(4, SLICE)).contains("late");
    }

    @Test
    void aJobIsServedByOneThreadAtATime() {
        queue.add("a", 1);
        queue.next();
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void aJobThatIsWokenDuringItsLastSliceGoesOn() {
        queue.add("a", 1);
        queue.next();
        queue.add("a", 1);
        queue.done("a", SLICE, false);
        assertThat(queue.next()).contains("a");
        queue.done("a", SLICE, false);
        assertThat(queue.next()).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void aJobThatIsTakenOutDuringItsSliceLeavesWithIt() {
        queue.add("a", 1);
        queue.next();
        queue.remove("a");
        queue.done("a", SLICE, true);
        assertThat(queue.size()).isZero();
    }
}
