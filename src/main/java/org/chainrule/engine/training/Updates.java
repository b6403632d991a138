package org.chainrule.engine.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;

/**
 * The updates of a run one by one, as far as there is room for them, and the epochs after those,
 * done once more from the beginning.
 */
public final class Updates {
    /** Parameters of all that is kept. */
    private static final int ROOM = 1_000_000;

    /** Parameters × samples of passes that tell all that is kept. */
    private static final long WORK = 20_000_000;

    private final Descent descent;
    private final List<Step> steps = new ArrayList<>();
    private final int most;
    private final int mostEpochs;
    private final long end;

    /**
     * One update, or those of an epoch that are not told one by one.
     *
     * @param epoch from 1
     * @param update from 1 in its epoch; 0 of several
     * @param samples what it took, from 0, in its order; empty of several
     * @param start where it began
     * @param before what it began with
     * @param after the network after it
     */
    public record Step(
            int epoch,
            int update,
            List<Integer> samples,
            Position start,
            Reached before,
            Network after) {
        public Step {
            samples = List.copyOf(samples);
        }
    }

    private Updates(Problem problem, Plan plan, long done, int most) {
        descent = new Descent(problem, plan);
        int parameters = Math.max(1, descent.layout.parameters);
        int room = Math.min(most, ROOM / parameters);
        this.most = most(room, (long) parameters * descent.batch());
        mostEpochs = most(room, (long) parameters * descent.samples);
        end = done;
    }

    private static int most(int room, long work) {
        return (int) Math.max(1, Math.min(room, WORK / work));
    }

    /**
     * The first {@code most} updates of a run that has done so many, and as many of the epochs
     * after them, evenly apart; fewer of both where that would be too much.
     *
     * @param time after which it goes no further
     */
    public static List<Step> of(Problem problem, Plan plan, long done, int most, Duration time) {
        Updates updates = new Updates(problem, plan, done, most);
        long start = System.nanoTime();
        updates.oneByOne(() -> System.nanoTime() - start < time.toNanos());
        return List.copyOf(updates.steps);
    }

    private long done() {
        return (long) descent.epoch() * descent.batches() + descent.updates();
    }

    private void oneByOne(java.util.function.BooleanSupplier goesOn) {
        while (done() < end && steps.size() < most && goesOn.getAsBoolean()) {
            Position start = position();
            int epoch = descent.epoch() + 1;
            int update = descent.updates() + 1;
            Reached before = descent.reached();
            descent.go(descent.restOfUpdate());
            steps.add(new Step(epoch, update, taken(), start, before, descent.network()));
        }
        if (done() < end) {
            epochs(goesOn);
        }
    }

    private void epochs(java.util.function.BooleanSupplier goesOn) {
        long left = Math.ceilDiv(end - done(), descent.batches());
        long stride = Math.ceilDiv(left, mostEpochs);
        while (done() < end && goesOn.getAsBoolean()) {
            Position start = position();
            Reached before = descent.reached();
            long target = Math.min(end, (descent.epoch() + stride) * descent.batches());
            while (done() < target && goesOn.getAsBoolean()) {
                descent.go(descent.restOfUpdate());
            }
            int epoch = descent.epoch() + (descent.isBetweenEpochs() ? 0 : 1);
            steps.add(new Step(epoch, 0, List.of(), start, before, descent.network()));
        }
    }

    private Position position() {
        return descent.isBetweenEpochs()
                ? Position.after(descent.epoch())
                : new Position(descent.epoch(), descent.updates(), descent.batches());
    }

    /** The samples of the last update. */
    private List<Integer> taken() {
        int[] used = descent.samplesOfEpoch();
        int from = (used.length - 1) / descent.batch() * descent.batch();
        return Arrays.stream(used, from, used.length).boxed().toList();
    }
}
