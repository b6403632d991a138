package org.chainrule.worksheet.advice;

import static org.chainrule.worksheet.advice.Objection.Deed;
import static org.chainrule.worksheet.advice.Objection.Reason;
import static org.chainrule.worksheet.advice.Objection.Remedy;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Structure;

/** Targets that the outputs cannot come near, or that the loss has no sense for. */
final class TargetAdvice {
    /** How far shares may be from 1 in sum, for what they were rounded to. */
    private static final double ROUNDING = 0.02;

    private final Problem problem;
    private final Layer last;

    private TargetAdvice(Problem problem) {
        this.problem = problem;
        last = problem.network().last();
    }

    /** What is wrong with the first sample of which something is. */
    static Optional<Objection> of(Problem problem) {
        TargetAdvice advice = new TargetAdvice(problem);
        Loss loss = problem.loss();
        if (loss == Loss.GIVEN) {
            return Optional.empty();
        }
        if (!loss.isCrossEntropy()) {
            return advice.first(advice::outOfReach);
        }
        boolean shares =
                loss == Loss.CROSS_ENTROPY && advice.last.activation() == Activation.SOFTMAX;
        return advice.first(advice::noProbability)
                .or(() -> shares ? advice.first(advice::noShares) : Optional.empty());
    }

    private Optional<Objection> first(Function<Integer, Optional<Objection>> ofSample) {
        return IntStream.range(0, problem.samples().size())
                .boxed()
                .map(ofSample)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Objection> outOfReach(int sample) {
        return target(sample, last.activation().least(last.shape()), last.activation().most())
                .map(k ->
                        objection(Reason.TARGET_RANGE, sample, k, last.activation()).or(remedy()));
    }

    private Remedy remedy() {
        Activation activation = reaching();
        return Remedy.of(
                Deed.ACTIVATION,
                new Structure.SetActivation(last.name(), activation),
                activation,
                last.name());
    }

    /** What gives such targets. */
    private Activation reaching() {
        boolean tanh =
                !last.activation().isTwoSided()
                        && problem.samples().stream()
                                .flatMapToDouble(sample -> Arrays.stream(sample.y().toArray()))
                                .allMatch(y -> y >= -1 && y <= 1);
        return tanh ? Activation.TANH : Activation.IDENTITY;
    }

    private Optional<Objection> noProbability(int sample) {
        return target(sample, 0, 1)
                .map(k ->
                        objection(Reason.TARGET_PROBABILITY, sample, k, problem.loss())
                                .or(Remedy.both(last.name(), reaching(), Loss.SQUARED_ERROR)));
    }

    private Optional<Objection> noShares(int sample) {
        double sum = Arrays.stream(targets(sample).toArray()).sum();
        return Math.abs(sum - 1) <= ROUNDING
                ? Optional.empty()
                : Optional.of(Objection.of(Reason.TARGET_SUM, sample + 1, sum));
    }

    private Objection objection(Reason reason, int sample, int k, Object against) {
        return Objection.of(reason, sample + 1, k + 1, targets(sample).at(k), against);
    }

    /** The first target of {@code sample} outside of these limits, from 0. */
    private Optional<Integer> target(int sample, double least, double most) {
        Vector y = targets(sample);
        return IntStream.range(0, y.size())
                .filter(k -> y.at(k) < least || y.at(k) > most)
                .boxed()
                .findFirst();
    }

    private Vector targets(int sample) {
        return problem.samples().get(sample).y();
    }
}
