package org.chainrule.workbench.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Network;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.Reached;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.runs.TrainingThreads;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.History;
import org.chainrule.worksheet.Origin;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorksheetRunTest {
    private static final Worksheet START = new Edit.SetArithmetic(null).apply(Gallery.first());

    private final TrainingThreads threads = new TrainingThreads();
    private final Workspace workspace = new Workspace(START, View.INITIAL);
    private final WorksheetRun run = begin();

    @AfterEach
    void close() {
        threads.close();
    }

    private WorksheetRun begin() {
        Worksheet worksheet = workspace.worksheet();
        return workspace
                .runs()
                .begin(threads.run(worksheet.problem(), Plan.DEFAULT, this), worksheet);
    }

    private static Edit weight(double value) {
        return new Edit.SetNumber(Quantity.w("hid", 1, 1), 0, value);
    }

    /** A state of the run that its weight tells from others. */
    private void put(int epoch) {
        Network network = weight(epoch).apply(START).problem().network();
        run.put(workspace, new Reached(network, OptimizerState.NONE), Position.after(epoch));
    }

    private void step(int... epochs) {
        run.newStep(workspace.history());
        for (int epoch : epochs) {
            put(epoch);
        }
    }

    @Test
    void whatIsPutWithinAStepIsUndoneTogether() {
        step(1, 2);
        step(3);
        assertThat(run.position(workspace.history())).contains(Position.after(3));
        workspace.undo();
        assertThat(run.position(workspace.history())).contains(Position.after(2));
        assertThat(workspace.history().now().origin())
                .isEqualTo(new Origin.Trained(1, Position.after(2)));
        workspace.undo();
        assertThat(workspace.worksheet()).isEqualTo(START);
        assertThat(run.position(workspace.history())).contains(Position.after(0));
    }

    @Test
    void aWorksheetThatWasChangedIsNotOfTheRun() {
        step(1);
        workspace.edit(weight(0.5));
        assertThat(run.position(workspace.history())).isEmpty();
        assertThat(run.isUntouched(workspace.worksheet())).isFalse();
        workspace.undo();
        assertThat(run.position(workspace.history())).contains(Position.after(1));
        workspace.edit(new Edit.Replace(START));
        assertThat(run.position(workspace.history())).contains(Position.after(0));
    }

    @Test
    void theStatesOfAnotherRunAreNotOfThisOne() {
        step(1, 2);
        WorksheetRun next = begin();
        assertThat(next.position(workspace.history())).contains(Position.after(0));
        workspace.undo();
        assertThat(next.position(workspace.history())).isEmpty();
    }

    @Test
    void aStateThatChangesNothingLeavesNoStepAndIsTheRunsAllTheSame() {
        run.newStep(workspace.history());
        run.put(
                workspace,
                new Reached(START.problem().network(), OptimizerState.NONE),
                Position.after(5));
        assertThat(workspace.history()).isEqualTo(History.of(START));
        assertThat(run.position(workspace.history())).contains(Position.after(5));
    }

    @Test
    void aLinkToTheWorksheetThatARunBeganFromMeetsTheRun() {
        run.follow(true);
        step(1, 2);
        Worksheet ahead = workspace.worksheet();
        assertThat(workspace.address()).isEqualTo(Permalink.query(START, View.INITIAL));
        assertThat(workspace.reopen(START, View.INITIAL)).isTrue();
        assertThat(workspace.worksheet()).isEqualTo(ahead);
        run.follow(false);
        assertThat(workspace.address()).isEqualTo(workspace.query());
        assertThat(workspace.reopen(START, View.INITIAL)).isTrue();
        assertThat(workspace.worksheet()).isEqualTo(START);
        workspace.redo();
        assertThat(workspace.worksheet()).isEqualTo(ahead);
    }

    @Test
    void aPageThatIsGoneDoesNotTakeTheRunFromTheNextOne() {
        Runnable first = () -> {};
        Runnable second = this::close;
        run.watch(first);
        run.watch(second);
        assertThat(run.leave(first)).isFalse();
        assertThat(run.isWatched()).isTrue();
        assertThat(run.leave(second)).isTrue();
        assertThat(run.isWatched()).isFalse();
    }
}
