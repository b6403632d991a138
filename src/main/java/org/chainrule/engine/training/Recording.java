package org.chainrule.engine.training;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;

/**
 * A training run that can be gone back to: the network after any of its epochs is there again, bit
 * for bit.
 *
 * <p>States are kept of every n-th epoch; when they fill their memory every other one is dropped
 * and n doubles. What lies between two is run again when asked for. One thread at a time runs it;
 * {@link #epoch}, {@link #at}, {@link #measures} and {@link #curve} may be asked by others
 * meanwhile.
 */
public final class Recording {
    /** Bytes for states. */
    public static final long STATE_BYTES = 8 << 20;

    private static final int CURVE_POINTS = 200;
    private static final int FEWEST_CURVE_POINTS = 16;

    /** Parameters × samples × points of a curve: a fraction of a second. */
    private static final long CURVE_WORK = 400_000_000;

    private final Training training;
    private final Descent replay;
    private final States states;
    private final Series series = new Series();
    private volatile int epoch;

    public Recording(Problem problem, Plan plan) {
        this(problem, plan, STATE_BYTES);
    }

    Recording(Problem problem, Plan plan, long stateBytes) {
        training = new Training(problem, plan);
        replay = training.descent().twin();
        states = new States(stateBytes, replay.state());
        series.add(0, training.loss(), training.gradientNorm());
    }

    /** The run itself, to be read by the thread that runs this recording; it must not run it. */
    public Training training() {
        return training;
    }

    /** Epochs done. */
    public int epoch() {
        return epoch;
    }

    /** Why the run has ended; empty while it goes on. */
    public Optional<Ending> ending() {
        return training.ending();
    }

    /** As {@link Training#run}. */
    public boolean run(Duration most) {
        long start = System.nanoTime();
        boolean goesOn;
        do {
            goesOn = training.pieces(this::record);
        } while (goesOn && System.nanoTime() - start < most.toNanos());
        return goesOn;
    }

    /** As {@link Training#update}. */
    public boolean update() {
        training.update();
        return recordLast();
    }

    /** As {@link Training#finishEpoch}. */
    public boolean finishEpoch() {
        training.finishEpoch();
        return recordLast();
    }

    private boolean recordLast() {
        record();
        if (training.descent().isBetweenEpochs()) {
            measure();
        }
        return training.ending().isEmpty();
    }

    /** Called after every piece of work, so that no end of an epoch is missed. */
    private void record() {
        if (training.epoch() > epoch) {
            epoch = training.epoch();
            keep();
        }
        if (training.ending().isPresent() && training.descent().isBetweenEpochs()) {
            measure();
        }
    }

    private void keep() {
        if (states.wants(epoch)) {
            synchronized (this) {
                states.add(training.descent().state());
            }
        }
        if (series.wants(epoch)) {
            measure();
        }
    }

    private void measure() {
        double loss = training.loss();
        double norm = training.gradientNorm();
        synchronized (this) {
            series.add(epoch, loss, norm);
        }
    }

    /**
     * J and its gradient's norm so far, from epoch 0: after every epoch up to some hundreds, then
     * after every n-th, and after the last once the run has ended.
     */
    public synchronized List<Measured> measures() {
        return series.copy();
    }

    /** The network after {@code epoch} epochs, 0 … {@link #epoch}. */
    public Network at(int epoch) {
        return reached(epoch).network();
    }

    /** The same with what the optimizer had kept. */
    public Reached reached(int epoch) {
        return reached(epoch, Duration.ofDays(1)).orElseThrow();
    }

    /**
     * The network after {@code epoch} epochs, or empty where it takes longer than about {@code
     * most} to run there from the last state kept: some seconds for the largest runs. Asked again,
     * it goes on from where it was.
     */
    public Optional<Network> at(int epoch, Duration most) {
        return reached(epoch, most).map(Reached::network);
    }

    private Optional<Reached> reached(int epoch, Duration most) {
        long start = System.nanoTime();
        if (epoch < 0 || epoch > this.epoch) {
            throw new IllegalArgumentException("epoch " + epoch + " of " + this.epoch);
        }
        synchronized (replay) {
            int kept = kept(epoch);
            if (replay.isBeyond(epoch) || replay.epoch() < kept) {
                replay.restart(kept, state(kept));
            }
            while (replay.epoch() < epoch) {
                replay.go(training.piece());
                if (System.nanoTime() - start >= most.toNanos() && replay.epoch() < epoch) {
                    return Optional.empty();
                }
            }
            return Optional.of(replay.reached());
        }
    }

    private synchronized int kept(int epoch) {
        return states.before(epoch);
    }

    private synchronized double[] state(int epoch) {
        return states.at(epoch);
    }

    /**
     * The weight from source t to neuron k of layer l, or the neuron's bias where t is −1, and its
     * gradient, at no more than 200 of the epochs so far, evenly apart.
     */
    public List<ParameterPoint> curve(int l, int k, int t) {
        int index = replay.layout.index(l, k, t);
        synchronized (replay) {
            return Arrays.stream(curveEpochs()).mapToObj(e -> point(index, e)).toList();
        }
    }

    private ParameterPoint point(int index, int epoch) {
        replay.restart(epoch, state(epoch));
        replay.measure();
        return new ParameterPoint(epoch, replay.parameter(index), replay.measure.gradient(index));
    }

    private synchronized int[] curveEpochs() {
        long work = Math.max(1L, replay.layout.parameters) * replay.samples;
        long most = Math.clamp(CURVE_WORK / work, FEWEST_CURVE_POINTS, CURVE_POINTS);
        return states.epochs((int) most);
    }

    /** Bytes that the run and what is kept of it hold. */
    public synchronized long memoryBytes() {
        return states.bytes() + Series.bytes() + 2 * replay.bytes();
    }
}
