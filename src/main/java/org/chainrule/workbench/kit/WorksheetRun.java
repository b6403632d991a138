package org.chainrule.workbench.kit;

import java.util.Optional;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.Reached;
import org.chainrule.runs.Run;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.History;
import org.chainrule.worksheet.Origin;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The run of a workspace: the worksheet that it belongs to, the state that it put there last, and
 * the page that looks on. Under the session's lock.
 */
public final class WorksheetRun {
    private final Run run;
    private final Worksheet start;
    private final int number;
    private Met last;
    private boolean stepTaken;
    private boolean followed;
    private @Nullable Runnable watcher;

    /** A worksheet with a state of the run. */
    private record Met(Worksheet worksheet, Position at) {
        boolean is(Worksheet other) {
            return worksheet.problem().equals(other.problem());
        }
    }

    /** {@code number}: which of the workspace's runs it is, from 1. */
    WorksheetRun(Run run, Worksheet start, int number) {
        this.run = run;
        this.start = start;
        this.number = number;
        last = new Met(start, Position.after(0));
    }

    public Run run() {
        return run;
    }

    /** The worksheet that the run belongs to. */
    public Worksheet start() {
        return start;
    }

    /** Where in the run the present worksheet stands; empty where it is not of this run. */
    public Optional<Position> position(History history) {
        Worksheet present = history.present();
        if (last.is(present)) {
            return Optional.of(last.at());
        }
        return history.entries()
                .filter(entry -> position(entry.origin()).isPresent())
                .filter(entry -> entry.worksheet().problem().equals(present.problem()))
                .findFirst()
                .flatMap(entry -> position(entry.origin()))
                .or(() ->
                        start.problem().equals(present.problem())
                                ? Optional.of(Position.after(0))
                                : Optional.empty());
    }

    private Optional<Position> position(Origin origin) {
        return switch (origin) {
            case Origin.Trained(int of, Position at) when of == number -> Optional.of(at);
            case Origin.Trained _,
                    Origin.Opened _,
                    Origin.Edited _,
                    Origin.Updated _,
                    Origin.Revisited _ ->
                    Optional.empty();
        };
    }

    /** Whether {@code worksheet} is the last one that the run put on the page. */
    public boolean isUntouched(Worksheet worksheet) {
        return last.is(worksheet);
    }

    /** Where the state is that the run last put on the page. */
    public Position last() {
        return last.at();
    }

    /** Starts a step of the history: what is put on the page from now on is undone together. */
    public void newStep(History history) {
        stepTaken = false;
        position(history).ifPresent(at -> last = new Met(history.present(), at));
    }

    /** Puts a state of the run on the page. */
    public void put(Workspace workspace, Reached reached, Position at) {
        Worksheet before = workspace.worksheet();
        boolean continued = stepTaken && isUntouched(before);
        workspace.edit(new Edit.Trained(reached.network(), reached.state(), number, at), continued);
        stepTaken = continued || !workspace.worksheet().equals(before);
        last = new Met(workspace.worksheet(), at);
    }

    /** Whether the page follows the run: what it comes to is put there. */
    public boolean isFollowed() {
        return followed;
    }

    public void follow(boolean whether) {
        followed = whether;
    }

    /**
     * Whether {@code worksheet} is one that the run replaces soon, within the step it has taken.
     */
    boolean isPassing(Worksheet worksheet) {
        return followed && stepTaken && isUntouched(worksheet);
    }

    /** A page looks on: it is told of progress from now on, and no other one is. */
    public void watch(Runnable news) {
        watcher = news;
        run.listen(news);
    }

    /** A page looks on no longer; whether none does now. */
    public boolean leave(Runnable news) {
        if (news.equals(watcher)) {
            watcher = null;
            run.listen(() -> {});
        }
        return watcher == null;
    }

    public boolean isWatched() {
        return watcher != null;
    }
}
