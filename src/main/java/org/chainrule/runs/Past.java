package org.chainrule.runs;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.chainrule.engine.training.ParameterPoint;
import org.chainrule.engine.training.Reached;
import org.chainrule.engine.training.Recording;

/**
 * What is asked of a run's past: it is worked out elsewhere, and the run tells when it is there. Of
 * several epochs only the last one asked for is worked out, and so of several curves.
 */
public final class Past {
    private final Supplier<Optional<Recording>> recording;
    private final LastQuestion<Integer, Reached> epochs;
    private final LastQuestion<Along, List<ParameterPoint>> curves;

    /** What the run had come to after so many epochs. */
    public record State(int epoch, Reached reached) {}

    /** A parameter along the run's first epochs. */
    private record Along(int l, int k, int t, int epochs) {
        boolean isOf(int layer, int neuron, int source) {
            return l == layer && k == neuron && t == source;
        }
    }

    /** {@code answered} is told by a thread of the executor. */
    Past(Supplier<Optional<Recording>> recording, Executor executor, Runnable answered) {
        this.recording = recording;
        epochs = new LastQuestion<>(executor, epoch -> begun().reached(epoch), answered);
        curves = new LastQuestion<>(executor, this::curve, answered);
    }

    private Recording begun() {
        return recording.get().orElseThrow();
    }

    private List<ParameterPoint> curve(Along along) {
        return begun().curve(along.l, along.k, along.t);
    }

    /** Asks for the state after {@code epoch} epochs, or the nearest there is. */
    public void ask(int epoch) {
        recording.get().ifPresent(run -> epochs.ask(Math.clamp(epoch, 0, run.epoch())));
    }

    /** The state that was asked for last, once. */
    public Optional<State> take() {
        return epochs.take().map(answer -> new State(answer.question(), answer.value()));
    }

    /** Asks for {@link Recording#curve} as far as the run is. */
    public void askCurve(int l, int k, int t) {
        recording.get().ifPresent(run -> curves.ask(new Along(l, k, t, run.epoch())));
    }

    /** The curve as far as it is known, and none of another parameter. */
    public List<ParameterPoint> curve(int l, int k, int t) {
        return curves.answer()
                .filter(answer -> answer.question().isOf(l, k, t))
                .map(LastQuestion.Answer::value)
                .orElse(List.of());
    }
}
