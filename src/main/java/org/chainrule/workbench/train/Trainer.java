package org.chainrule.workbench.train;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.TrainingLimits;
import org.chainrule.engine.training.Updates;
import org.chainrule.runs.Past;
import org.chainrule.runs.Progress;
import org.chainrule.runs.Refresh;
import org.chainrule.runs.Run;
import org.chainrule.runs.TrainingThreads;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.WorksheetRun;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.RunSetup;
import org.chainrule.worksheet.View;
import org.jspecify.annotations.Nullable;

/**
 * What a page does with the run of its workspace. While it goes on the page follows it; where it
 * pauses or ends its state stays on the page, as one step of the history. A worksheet that is
 * changed meanwhile pauses the run, which belongs to the worksheet it started from. Where the page
 * is gone the run goes on for a while, so that a reload meets it again.
 */
public final class Trainer implements Part {
    /** While a run goes on, the page looks again even where nothing is new: time passes. */
    private static final Duration TICK = Duration.ofMillis(500);

    /** How long a run goes on that no page shows. */
    private static final Duration UNWATCHED = Duration.ofSeconds(10);

    /** Samples × parameters, and parameters, up to which the whole page follows a run. */
    private static final long FOLLOWED = 40_000;

    private static final int FOLLOWED_PARAMETERS = 300;

    private final Actions actions;
    private final Supplier<Workspace> workspace;
    private final TrainingThreads threads;
    private final Refresh refresh;
    private final Runnable progressed;
    private Part panel = _ -> {};
    private @Nullable PagePush push;
    private @Nullable WorksheetRun watched;
    private @Nullable Shown shown;

    public Trainer(Actions actions, Supplier<Workspace> workspace, TrainingThreads threads) {
        this.actions = actions;
        this.workspace = workspace;
        this.threads = threads;
        refresh = threads.refresh(this::push);
        progressed = refresh::request;
    }

    /** What shows the run. */
    void panel(Part panel) {
        this.panel = panel;
    }

    Optional<WorksheetRun> run() {
        return workspace.get().runs().present();
    }

    boolean isRunning() {
        return run().filter(run -> run.run().progress().isRunning()).isPresent();
    }

    /** Where in the run the page stands; empty where its worksheet is not of the run. */
    Optional<Position> position() {
        return run().flatMap(run -> run.position(workspace.get().history()));
    }

    /** Whether a run goes on from here, rather than starts. */
    boolean isOpen() {
        Plan plan = workspace.get().view().run().plan();
        return position().isPresent()
                && run().filter(run -> run.run().progress().isOpen())
                        .filter(run -> run.run().plan().equals(plan))
                        .isPresent();
    }

    /** Goes on, or starts a run from the worksheet on the page. */
    void go(Run.Goal goal) {
        actions.change(w -> go(w, goal));
    }

    private void go(Workspace w, Run.Goal goal) {
        Plan plan = w.view().run().plan();
        if (!isOpen()) {
            if (plan.epochs() > TrainingLimits.mostEpochs(w.worksheet().problem())) {
                return;
            }
            begin(w, plan);
        }
        run().ifPresent(run -> {
            run.newStep(w.history());
            run.follow(true);
            if (!run.run().go(goal)) {
                actions.tell(words("train.busy"));
            }
            refresh.request(TICK);
        });
    }

    private void begin(Workspace w, Plan plan) {
        Run run = threads.run(w.worksheet().problem(), plan, connection().owner());
        run.pace(w.view().run().pace());
        watch(w.runs().begin(run, w.worksheet()));
    }

    private PagePush connection() {
        PagePush known = push;
        if (known == null) {
            known = new PagePush(UI.getCurrent());
            push = known;
        }
        return known;
    }

    void pause() {
        actions.change(_ -> run().ifPresent(run -> run.run().pause()));
    }

    void stop() {
        actions.change(_ -> run().ifPresent(run -> run.run().stop()));
    }

    /** Runs once more from where the run started: the same numbers. */
    void again() {
        run().ifPresent(old ->
                actions.change(w -> {
                    w.edit(new Edit.Replace(old.start()));
                    w.look(v -> v.withRun(v.run().with(old.run().plan())));
                    w.runs().end();
                    go(w, Run.Goal.END);
                }));
    }

    /**
     * Puts the worksheet after {@code epoch} epochs on the page.
     *
     * @param first whether a drag begins: all that it passes is one step of the history
     */
    void goTo(int epoch, boolean first) {
        run().ifPresent(run -> {
            run.follow(false);
            if (isRunning()) {
                pause();
            }
            if (first) {
                run.newStep(workspace.get().history());
            }
            run.run().past().ask(epoch);
        });
    }

    /** Puts the worksheet on the page that a step of the run began with, at what it took. */
    void open(Updates.Step step) {
        run().ifPresent(run -> {
            run.follow(false);
            actions.change(w -> {
                run.newStep(w.history());
                run.put(w, step.before(), step.start());
                if (!step.samples().isEmpty()) {
                    w.look(view -> view.withSample(step.samples().getFirst()));
                }
            });
        });
    }

    RunSetup setup() {
        return shown == null ? RunSetup.INITIAL : shown.view().run();
    }

    void setUp(RunSetup setup) {
        actions.change(w -> w.look(v -> v.withRun(setup)));
    }

    private String words(String key) {
        return shown == null ? "" : shown.words().of(key);
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        Optional<WorksheetRun> run = run();
        watch(run.orElse(null));
        run.ifPresent(here -> {
            here.run().pace(shown.view().run().pace());
            if (isRunning() && !here.isUntouched(shown.worksheet())) {
                hold(here);
            }
        });
    }

    private static void hold(WorksheetRun run) {
        run.follow(false);
        run.run().pause();
    }

    /** Looks on at the run that the page's workspace has now, and pauses the one it left. */
    private void watch(@Nullable WorksheetRun next) {
        WorksheetRun last = watched;
        if (last == next) {
            return;
        }
        watched = next;
        if (last != null && last.leave(progressed) && last.run().progress().isRunning()) {
            hold(last);
        }
        if (next != null) {
            connection();
            next.watch(progressed);
            refresh.request();
        }
    }

    /** The page is gone, perhaps to be loaded again. */
    void leave() {
        WorksheetRun left = watched;
        PagePush gone = push;
        watched = null;
        if (left != null && gone != null && left.leave(progressed)) {
            threads.later(UNWATCHED, () -> gone.afterwards(() -> pauseUnwatched(left)));
        }
    }

    private static void pauseUnwatched(WorksheetRun run) {
        if (!run.isWatched() && run.run().progress().isRunning()) {
            run.run().pause();
        }
    }

    private void push() {
        PagePush push = this.push;
        if (push != null) {
            push.show(this::news);
        }
    }

    /** What is new of the run, under the session's lock. */
    private void news() {
        WorksheetRun run = watched;
        if (run == null || shown == null) {
            return;
        }
        Optional<Past.State> asked = run.run().past().take();
        Progress progress = run.run().progress();
        if (asked.isPresent()) {
            Position at = Position.after(asked.get().epoch());
            actions.change(w -> run.put(w, asked.get().reached(), at));
        } else if (run.isFollowed()
                && run.isUntouched(shown.worksheet())
                && isNews(run, progress)) {
            follow(run, progress);
        } else if (shown.view().tab() == View.Tab.TRAIN) {
            panel.show(shown);
        }
        lookAgain(run);
    }

    private void follow(WorksheetRun run, Progress progress) {
        run.follow(progress.isRunning());
        if (progress.isRunning()) {
            actions.pass(w -> run.put(w, progress.reached(), progress.at()));
        } else {
            actions.change(w -> run.put(w, progress.reached(), progress.at()));
        }
    }

    private static boolean isNews(WorksheetRun run, Progress progress) {
        long parameters = run.run().problem().network().parameters();
        boolean small =
                parameters <= FOLLOWED_PARAMETERS
                        && parameters * run.run().problem().samples().size() <= FOLLOWED;
        return !progress.isRunning() || (small && !progress.at().equals(run.last()));
    }

    private void lookAgain(WorksheetRun run) {
        if (!run.run().progress().isRunning()) {
            return;
        }
        if (push != null && push.isLost()) {
            run.run().pause();
        }
        refresh.request(TICK);
    }
}
