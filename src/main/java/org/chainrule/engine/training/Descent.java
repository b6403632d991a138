package org.chainrule.engine.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;

/** The parameters on their way: update after update, epoch after epoch, without end. */
final class Descent {
    /** Below, blocks of samples cost more than one after another. */
    private static final int FEWEST_OF_BLOCK = 8;

    final Layout layout;
    final int samples;
    final Measure measure;
    private final Problem problem;
    private final Plan plan;
    private final Data data;
    private final Pass pass;
    private final Passes passes;
    private final Passes block;
    private final Steps steps;
    private final Decay decay;
    private final double[] parameters;
    private final double[] gradient;

    /** Where the gradient of the present update is taken, if not at the parameters. */
    private final double[] ahead;

    private final int[] order;
    private final int batch;
    private final int batches;
    private int epoch;

    /** Samples that the present epoch has used. */
    private int position;

    Descent(Problem problem, Plan plan) {
        this(problem, plan, new Layout(problem.network()), new Data(problem.samples()));
    }

    private Descent(Problem problem, Plan plan, Layout layout, Data data) {
        this.problem = problem;
        this.plan = plan;
        this.layout = layout;
        this.data = data;
        samples = problem.samples().size();
        pass = new Pass(problem, layout, data);
        batch = plan.batchOf(samples);
        batches = Math.ceilDiv(samples, batch);
        block = samples < FEWEST_OF_BLOCK ? pass : new BlockPass(problem, layout, data);
        passes = batch < FEWEST_OF_BLOCK ? pass : block;
        steps = new Steps(problem, layout);
        decay = new Decay(problem, layout);
        measure = new Measure(block, steps, decay, samples, scale(samples), layout.parameters);
        parameters = layout.flat();
        gradient = new double[layout.parameters];
        ahead = steps.lookAhead() ? new double[layout.parameters] : parameters;
        order = IntStream.range(0, samples).toArray();
    }

    /** Another one from the beginning, which shares what never changes. */
    Descent twin() {
        return new Descent(problem, plan, layout, data);
    }

    private double scale(int count) {
        return problem.reduction() == Reduction.MEAN ? 1.0 / count : 1;
    }

    int epoch() {
        return epoch;
    }

    int batches() {
        return batches;
    }

    /** Updates done in this epoch. */
    int updates() {
        return position / batch;
    }

    /** Whether this is the beginning of an epoch. */
    boolean isBetweenEpochs() {
        return position == 0;
    }

    /** Whether the parameters are past those after {@code epoch} epochs. */
    boolean isBeyond(int epoch) {
        return this.epoch > epoch || (this.epoch == epoch && position > 0);
    }

    boolean isWhole() {
        return batches == 1;
    }

    /** Samples that the present update has still to use. */
    int restOfUpdate() {
        return Math.min(batch - position % batch, samples - position);
    }

    /** The samples of the present update. */
    int[] samplesOfUpdate() {
        int start = position - position % batch;
        return Arrays.copyOfRange(order, start, Math.min(start + batch, samples));
    }

    /**
     * The samples that the present epoch has used, or the last one where it has used none, in their
     * order; none before the first update.
     */
    int[] samplesOfEpoch() {
        int used = position > 0 ? position : epoch > 0 ? samples : 0;
        return Arrays.copyOf(order, used);
    }

    /** The samples of an update. */
    int batch() {
        return batch;
    }

    long bytes() {
        int state = parameters.length + steps.first.length + steps.second.length;
        long passed = (long) pass.size() + (block == pass ? 0 : block.size());
        return Double.BYTES
                * ((steps.lookAhead() ? 3L : 2L) * gradient.length + state + passed + data.size());
    }

    Network network() {
        return layout.network(parameters);
    }

    /** The network, with what the optimizer has kept. */
    Reached reached() {
        return new Reached(network(), steps.state((long) epoch * batches + updates(), layout));
    }

    double parameter(int index) {
        return parameters[index];
    }

    void measure(int most) {
        measure.go(parameters, most);
    }

    void measure() {
        measure.finish(parameters);
    }

    /** Passes of at most so many samples of this epoch, and the updates that they complete. */
    void go(int most) {
        if (isWhole() && !steps.lookAhead()) {
            measure();
            step(measure.sums(), true);
            nextEpoch();
            return;
        }
        if (position == 0 && !isWhole() && plan.shuffled()) {
            Shuffle.into(order, plan.seed(), epoch);
        }
        if (isOnline()) {
            descend(Math.min(position + most, samples));
        } else {
            descendInBatches(most);
        }
        if (position == samples) {
            nextEpoch();
        }
    }

    /** Updates of one sample each, of all parameters, plainly along the gradient. */
    private boolean isOnline() {
        return batch == 1 && steps.arePlain() && decay.isNone();
    }

    private void descend(int end) {
        double rate = problem.optimizer().learningRate();
        pass.descend(parameters, rate, order, position, end);
        position = end;
        measure.forget();
    }

    /** A batch is cut into whole blocks, so that its sum does not depend on where calls end. */
    private void descendInBatches(int most) {
        int left = Math.min(most, samples - position);
        while (left >= Math.min(restOfUpdate(), BlockPass.SAMPLES) && position < samples) {
            boolean completes = left >= restOfUpdate();
            int count = completes ? restOfUpdate() : left - left % BlockPass.SAMPLES;
            passes.accumulate(ahead(), gradient, order, position, position + count);
            position += count;
            left -= count;
            if (completes) {
                step(gradient, false);
                Arrays.fill(gradient, 0);
            }
        }
    }

    private double[] ahead() {
        if (steps.lookAhead()) {
            steps.lookAhead(parameters, ahead);
        }
        return ahead;
    }

    /** The network whose passes the present update takes. */
    Network passed() {
        return layout.network(ahead());
    }

    private void step(double[] sums, boolean penalised) {
        int used = isWhole() ? samples : position;
        int count = (used - 1) % batch + 1;
        long number = (long) epoch * batches + Math.ceilDiv(used, batch);
        if (!penalised) {
            decay.addTo(sums, ahead, count, scale(count));
        }
        steps.apply(parameters, sums, scale(count), number);
        measure.forget();
    }

    private void nextEpoch() {
        epoch++;
        position = 0;
    }

    /** Whether the parameters are finite, and every number since the last restart was. */
    boolean isFinite() {
        double check = 0;
        for (double parameter : parameters) {
            check += parameter * 0;
        }
        return check == 0 && pass.isFinite() && passes.isFinite();
    }

    double[] parameters() {
        return parameters.clone();
    }

    /** Parameters and the optimizer's state: what an epoch begins with. */
    double[] state() {
        double[] state = new double[parameters.length + steps.first.length + steps.second.length];
        save(state);
        return state;
    }

    void save(double[] state) {
        int second = parameters.length + steps.first.length;
        System.arraycopy(parameters, 0, state, 0, parameters.length);
        System.arraycopy(steps.first, 0, state, parameters.length, steps.first.length);
        System.arraycopy(steps.second, 0, state, second, steps.second.length);
    }

    /** Goes to the beginning of the epoch after {@code epoch} epochs, which has this state. */
    void restart(int epoch, double[] state) {
        int second = parameters.length + steps.first.length;
        System.arraycopy(state, 0, parameters, 0, parameters.length);
        System.arraycopy(state, parameters.length, steps.first, 0, steps.first.length);
        System.arraycopy(state, second, steps.second, 0, steps.second.length);
        Arrays.fill(gradient, 0);
        this.epoch = epoch;
        position = 0;
        measure.forget();
        pass.forget();
        passes.forget();
    }

    /** Undoes an update of the present epoch, before which {@code updates} were done. */
    void undo(int epoch, int updates, double[] before) {
        restart(epoch, before);
        position = updates * batch;
    }
}
