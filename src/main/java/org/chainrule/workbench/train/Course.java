package org.chainrule.workbench.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Network;
import org.chainrule.engine.training.ParameterPoint;
import org.chainrule.engine.training.Recording;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.train.Latest.Answer;
import org.chainrule.workbench.train.Progress.Position;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Worksheet;

/**
 * A run and what the page has of it: which of its states were put on the worksheet, and what is
 * asked of its past. Under the session's lock.
 */
final class Course {
    private static final int MOST = 500;

    private final Run run;
    private final Worksheet start;
    private final List<Placed> placed = new ArrayList<>();
    private final Latest<Integer, Network> epochs;
    private final Latest<Along, List<ParameterPoint>> curves;
    private boolean stepTaken;

    /** A state that was on the page. */
    private record Placed(Worksheet worksheet, Position at) {}

    /** A parameter along the run's first epochs. */
    private record Along(Quantity parameter, int epochs) {}

    /** {@code answered} is told by any thread when something asked for is there. */
    Course(Run run, Worksheet start, Executor looks, Runnable answered) {
        this.run = run;
        this.start = start;
        placed.add(new Placed(start, Position.after(0)));
        epochs = new Latest<>(looks, epoch -> recording().at(epoch), answered);
        curves = new Latest<>(looks, this::curve, answered);
    }

    Run run() {
        return run;
    }

    /** The worksheet that the run belongs to. */
    Worksheet start() {
        return start;
    }

    private Recording recording() {
        return run.recording().orElseThrow();
    }

    private List<ParameterPoint> curve(Along along) {
        Quantity q = along.parameter();
        int t = q.kind() == Kind.W ? q.t() - 1 : -1;
        return recording().curve(run.problem().network().indexOf(q.layer()), q.k() - 1, t);
    }

    /** Where in the run {@code worksheet} stands; empty where it is not of this run. */
    Optional<Position> position(Worksheet worksheet) {
        return placed.reversed().stream()
                .filter(state -> isSame(state, worksheet))
                .findFirst()
                .map(Placed::at);
    }

    /** Whether {@code worksheet} is the last one that the run put on the page. */
    boolean isUntouched(Worksheet worksheet) {
        return isSame(placed.getLast(), worksheet);
    }

    private static boolean isSame(Placed state, Worksheet worksheet) {
        return state.worksheet().problem().equals(worksheet.problem());
    }

    /** Where the state is that the run last put on the page. */
    Position last() {
        return placed.getLast().at();
    }

    /** Starts a step of the history: what is put on the page from now on is undone together. */
    void newStep(Worksheet worksheet) {
        stepTaken = false;
        position(worksheet).ifPresent(at -> add(new Placed(worksheet, at)));
    }

    /** Puts a state of the run on the page. */
    void put(Workspace workspace, Network network, Position at) {
        Worksheet before = workspace.worksheet();
        boolean continued = stepTaken && isUntouched(before);
        workspace.edit(new Edit.Trained(network), continued);
        stepTaken = continued || !workspace.worksheet().equals(before);
        if (continued) {
            placed.removeLast();
        }
        add(new Placed(workspace.worksheet(), at));
    }

    private void add(Placed state) {
        placed.add(state);
        if (placed.size() > MOST) {
            placed.removeFirst();
        }
    }

    /** Asks for the state after {@code epoch} epochs. */
    void ask(int epoch) {
        if (run.recording().isPresent()) {
            epochs.ask(Math.clamp(epoch, 0, recording().epoch()));
        }
    }

    /** The state that was asked for last, once. */
    Optional<Answer<Integer, Network>> take() {
        return epochs.take();
    }

    /** A parameter along the run as far as it is known; asks for what is not. */
    List<ParameterPoint> curve(Quantity parameter, boolean ask) {
        if (ask && run.recording().isPresent()) {
            curves.ask(new Along(parameter, recording().epoch()));
        }
        return curves.answer()
                .filter(answer -> answer.question().parameter().equals(parameter))
                .map(Answer::value)
                .orElse(List.of());
    }
}
