package org.chainrule.engine.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;

/**
 * A run of a plan over a problem, from its beginning.
 *
 * <p>The same problem and plan give the same run, bit for bit, however it is cut into calls. An
 * update goes along the gradient of J over its batch, by the problem's reduction. The run ends as
 * diverged with the first update that meets a number which is not finite. For one thread at a time.
 */
public final class Training {
    /** Samples × parameters of a piece of work: well below a millisecond. */
    private static final int PIECE = 200_000;

    /** Passes of samples, at least, between two states to go back to when a run diverges. */
    private static final int PASSES_PER_STATE = 64;

    private final Problem problem;
    private final Plan plan;
    private final Descent descent;
    private final int piece;

    /** A state before anything that is not finite. */
    private final double[] safe;

    private int safeEpoch;
    private Optional<Ending> ending = Optional.empty();

    public Training(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        descent = new Descent(problem, plan);
        int blocks = PIECE / (Math.max(1, descent.layout.parameters) * BlockPass.SAMPLES);
        piece = Math.max(1, blocks) * BlockPass.SAMPLES;
        safe = descent.state();
    }

    /** The problem as the run began. */
    public Problem problem() {
        return problem;
    }

    public Plan plan() {
        return plan;
    }

    /** Epochs done. */
    public int epoch() {
        return descent.epoch();
    }

    /** Updates done in all epochs. */
    public long updates() {
        return (long) descent.epoch() * descent.batches() + descent.updates();
    }

    /** The updates of one epoch. */
    public int updatesPerEpoch() {
        return descent.batches();
    }

    /**
     * The samples of each update of the present epoch so far, or of the last one between two, in
     * their order, from 0.
     */
    public List<List<Integer>> samplesOfUpdates() {
        int[] used = descent.samplesOfEpoch();
        List<List<Integer>> updates = new ArrayList<>();
        for (int from = 0; from < used.length; from += descent.batch()) {
            int to = Math.min(from + descent.batch(), used.length);
            updates.add(Arrays.stream(used, from, to).boxed().toList());
        }
        return updates;
    }

    /** Why the run has ended; empty while it goes on. */
    public Optional<Ending> ending() {
        return ending;
    }

    /** The network with the present parameters, which are finite. */
    public Network network() {
        return descent.network();
    }

    /** The same with what the optimizer has kept. */
    public Reached reached() {
        return descent.reached();
    }

    /** The weight from source t to neuron k of layer l, or the neuron's bias where t is −1. */
    public double parameter(int l, int k, int t) {
        return descent.parameter(descent.layout.index(l, k, t));
    }

    /**
     * J over all samples at the present parameters.
     *
     * <p>It is taken when asked for, once for the same parameters, by one pass over all samples.
     * The run itself takes it after the last epoch, and after every epoch where the plan has a
     * bound to stop at or a batch of all samples, whose next update needs the same pass.
     */
    public double loss() {
        descent.measure();
        return descent.measure.loss();
    }

    /**
     * The Euclidean norm of the gradient of J over all samples, in all parameters that are not
     * frozen, at the present ones; taken with {@link #loss}.
     */
    public double gradientNorm() {
        descent.measure();
        return descent.measure.gradientNorm();
    }

    /** ∂J/∂w or, where t is −1, ∂J/∂b, of J over all samples; taken with {@link #loss}. */
    public double gradient(int l, int k, int t) {
        descent.measure();
        return descent.measure.gradient(descent.layout.index(l, k, t));
    }

    /**
     * Goes on for about so long, a piece at least, or to the end. Whether the run goes on after
     * that.
     */
    public boolean run(Duration most) {
        long start = System.nanoTime();
        boolean goesOn;
        do {
            goesOn = pieces(() -> {});
        } while (goesOn && System.nanoTime() - start < most.toNanos());
        return goesOn;
    }

    /**
     * Well below a millisecond of work, perhaps many epochs. Whether the run goes on after it.
     *
     * @param each called at the end of every epoch at least
     */
    boolean pieces(Runnable each) {
        boolean goesOn = true;
        for (int done = 0; goesOn && done < piece; done += descent.samples) {
            goesOn = go(piece);
            each.run();
        }
        return goesOn;
    }

    /** Samples of a piece of work. */
    int piece() {
        return piece;
    }

    Descent descent() {
        return descent;
    }

    /** Goes on to the end of the present update. Whether the run goes on after that. */
    public boolean update() {
        long target = updates() + 1;
        while (updates() < target && go(Math.min(piece, descent.restOfUpdate()))) {}
        return settle();
    }

    /** Goes on to the end of the present epoch. Whether the run goes on after that. */
    public boolean finishEpoch() {
        int target = epoch() + 1;
        while (epoch() < target && go(piece)) {}
        return settle();
    }

    /** Sees whether what is done makes the run end. */
    private boolean settle() {
        while (ending.isEmpty() && mustMeasure()) {
            go(piece);
        }
        if (ending.isEmpty() && descent.isBetweenEpochs()) {
            ending = ends();
        }
        return ending.isEmpty();
    }

    /** A piece of work of at most so many samples. Whether the run goes on after it. */
    private boolean go(int most) {
        if (ending.isPresent()) {
            return false;
        }
        if (mustMeasure()) {
            descent.measure(most);
            return true;
        }
        ending = descent.isBetweenEpochs() ? ends() : ending;
        if (ending.isEmpty()) {
            descent.go(most);
            secure();
        }
        return ending.isEmpty();
    }

    private boolean mustMeasure() {
        return descent.isBetweenEpochs() && readsMeasure() && !descent.measure.isDone();
    }

    private boolean readsMeasure() {
        return descent.isWhole() || plan.hasBounds() || epoch() == plan.epochs();
    }

    private Optional<Ending> ends() {
        if (readsMeasure() && !descent.measure.isFinite()) {
            return Optional.of(standing());
        }
        if (isBelow(descent.measure.loss(), plan.lossBelow())) {
            return Optional.of(new Ending.LossBelow(descent.measure.loss()));
        }
        if (isBelow(descent.measure.gradientNorm(), plan.gradientNormBelow())) {
            return Optional.of(new Ending.GradientNormBelow(descent.measure.gradientNorm()));
        }
        return epoch() == plan.epochs() ? Optional.of(new Ending.EpochsDone()) : Optional.empty();
    }

    private static boolean isBelow(double value, OptionalDouble bound) {
        return bound.isPresent() && value < bound.getAsDouble();
    }

    private void secure() {
        if (!descent.isFinite()) {
            ending = Optional.of(moving());
        } else if (descent.isBetweenEpochs()
                && (long) (epoch() - safeEpoch) * descent.samples >= PASSES_PER_STATE) {
            descent.save(safe);
            safeEpoch = epoch();
        }
    }

    /** What is not finite in the passes over all samples at the present parameters. */
    private Ending standing() {
        boolean isNext = epoch() == 0 || (descent.isWhole() && epoch() < plan.epochs());
        int[] all = IntStream.range(0, descent.samples).toArray();
        return new Ending.Diverged(
                isNext ? epoch() + 1 : epoch(),
                isNext ? 1 : descent.batches(),
                first(all, network(), descent.parameters()));
    }

    /** Looks for the update that met something not finite, and goes back to before it. */
    private Ending moving() {
        double[] before = safe.clone();
        descent.restart(safeEpoch, safe);
        int epoch;
        int update;
        do {
            epoch = epoch();
            update = descent.updates();
            descent.save(before);
            descent.go(descent.restOfUpdate());
        } while (descent.isFinite());
        double[] after = descent.parameters();
        descent.undo(epoch, update, before);
        int[] samples = descent.samplesOfUpdate();
        return new Ending.Diverged(epoch + 1, update + 1, first(samples, descent.passed(), after));
    }

    private Overflow first(int[] samples, Network passed, double[] updated) {
        int[] used = descent.isWhole() ? IntStream.range(0, descent.samples).toArray() : samples;
        return new Divergence(problem.with(passed), descent.layout)
                .first(Arrays.copyOf(used, used.length), updated);
    }
}
