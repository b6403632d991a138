package org.chainrule.workbench.train;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Optional;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.TrainingLimits;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.train.Progress.Position;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.RunSetup;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * What a page does with its run, of which it has one at most. While it goes on the page follows it;
 * where it pauses or ends its state stays on the page, as one step of the history. A worksheet that
 * is changed meanwhile pauses the run, which belongs to the worksheet it started from.
 */
public final class Trainer implements Part {
    /** While a run goes on, the page looks again even where nothing is new: time passes. */
    private static final Duration TICK = Duration.ofMillis(500);

    /** Samples × parameters, and parameters, up to which the whole page follows a run. */
    private static final long FOLLOWED = 40_000;

    private static final int FOLLOWED_PARAMETERS = 300;

    private final Actions actions;
    private final TrainingService service;
    private final Refresh refresh;
    private final Pace pace;
    private Part panel = _ -> {};
    private @Nullable Line line;
    private @Nullable Course course;
    private @Nullable Shown shown;
    private boolean due;

    public Trainer(Actions actions, TrainingService service) {
        this.actions = actions;
        this.service = service;
        refresh = service.refresh(this::push);
        pace = service.pace();
    }

    /** What shows the run. */
    void panel(Part panel) {
        this.panel = panel;
    }

    Optional<Course> course() {
        return Optional.ofNullable(course);
    }

    boolean isRunning() {
        return course != null && course.run().progress().isRunning();
    }

    /** Whether a run goes on from here, rather than starts. */
    boolean isOpen(Shown shown) {
        return course != null && isOpen(course, shown.worksheet(), shown.view().run().plan());
    }

    private static boolean isOpen(Course course, Worksheet worksheet, Plan plan) {
        return course.run().progress().isOpen()
                && course.run().plan().equals(plan)
                && course.position(worksheet).isPresent();
    }

    /** Goes on, or starts a run from the worksheet on the page. */
    void go(Run.Goal goal) {
        actions.change(w -> go(w, goal));
    }

    private void go(Workspace w, Run.Goal goal) {
        Plan plan = w.view().run().plan();
        Course current = course;
        if (current == null || !isOpen(current, w.worksheet(), plan)) {
            if (TrainingLimits.refusal(w.worksheet().problem(), plan).isPresent()) {
                return;
            }
            current = begin(w.worksheet(), plan);
        }
        current.newStep(w.worksheet());
        due = true;
        if (!current.run().go(goal)) {
            actions.tell(words("train.busy"));
        }
        refresh.request(TICK);
    }

    private Course begin(Worksheet worksheet, Plan plan) {
        close();
        if (line == null) {
            line = new Line(UI.getCurrent());
        }
        Run run = service.run(worksheet.problem(), plan, line.owner(), refresh::request, pace);
        Course begun = new Course(run, worksheet, service.looks(), refresh::request);
        course = begun;
        return begun;
    }

    void pause() {
        actions.change(_ -> course().ifPresent(c -> c.run().pause()));
    }

    void stop() {
        actions.change(_ -> course().ifPresent(c -> c.run().stop()));
    }

    /** Runs once more from where the run started: the same numbers. */
    void again() {
        course().ifPresent(old ->
                actions.change(w -> {
                    w.edit(new Edit.Replace(old.start()));
                    w.look(v -> v.withRun(v.run().with(old.run().plan())));
                    close();
                    go(w, Run.Goal.END);
                }));
    }

    /**
     * Puts the worksheet after {@code epoch} epochs on the page.
     *
     * @param first whether a drag begins: all that it passes is one step of the history
     */
    void goTo(int epoch, boolean first) {
        Course current = course;
        if (current == null || shown == null) {
            return;
        }
        due = false;
        if (isRunning()) {
            pause();
        }
        if (first) {
            current.newStep(shown.worksheet());
        }
        current.ask(epoch);
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

    /** The page is gone: its run ends. */
    void close() {
        if (course != null) {
            course.run().close();
        }
        course = null;
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        pace.set(
                shown.view().run().pace(),
                course == null ? 0 : course.run().progress().at().epoch());
        if (isRunning() && course != null && !course.isUntouched(shown.worksheet())) {
            due = false;
            course.run().pause();
        }
    }

    private void push() {
        Line line = this.line;
        if (line != null) {
            line.show(this::news);
        }
    }

    /** What is new of the run, under the session's lock. */
    private void news() {
        Course current = course;
        if (current == null || shown == null) {
            return;
        }
        var asked = current.take();
        Progress progress = current.run().progress();
        if (asked.isPresent()) {
            Position at = Position.after(asked.get().question());
            actions.change(w -> current.put(w, asked.get().value(), at));
        } else if (due && current.isUntouched(shown.worksheet()) && isNews(current, progress)) {
            due = progress.isRunning();
            if (due) {
                actions.pass(w -> current.put(w, progress.network(), progress.at()));
            } else {
                actions.change(w -> current.put(w, progress.network(), progress.at()));
            }
        } else if (shown.view().tab() == View.Tab.TRAIN) {
            panel.show(shown);
        }
        watch(current);
    }

    private static boolean isNews(Course course, Progress progress) {
        long parameters = course.run().problem().network().parameters();
        boolean small =
                parameters <= FOLLOWED_PARAMETERS
                        && parameters * course.run().problem().samples().size() <= FOLLOWED;
        return !progress.isRunning() || (small && !progress.at().equals(course.last()));
    }

    private void watch(Course current) {
        if (!current.run().progress().isRunning()) {
            return;
        }
        if (line != null && line.isLost()) {
            current.run().pause();
        }
        refresh.request(TICK);
    }
}
