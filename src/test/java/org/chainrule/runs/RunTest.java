package org.chainrule.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Trace;
import org.chainrule.engine.training.Ending;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.Recording;
import org.chainrule.runs.Progress.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunTest {
    private static final Plan ENDLESS = new Plan(Plan.MOST_EPOCHS, 1, 1);

    private final TrainingThreads threads = new TrainingThreads();
    private final Object owner = new Object();
    private final Object news = new Object();

    @AfterEach
    void close() {
        threads.close();
    }

    private Run run(Problem problem, Plan plan) {
        return run(problem, plan, owner);
    }

    private Run run(Problem problem, Plan plan, Object owner) {
        Run run = threads.run(problem, plan, owner);
        run.listen(this::tell);
        return run;
    }

    private void tell() {
        synchronized (news) {
            news.notifyAll();
        }
    }

    /** What the run has come to once it is in this state. */
    private Progress await(Run run, State state) throws InterruptedException {
        long start = System.nanoTime();
        synchronized (news) {
            while (run.progress().state() != state) {
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isLessThan(Duration.ofSeconds(30));
                news.wait(100);
            }
        }
        return run.progress();
    }

    @Test
    void aRunGoesThroughItsEpochs() throws InterruptedException {
        Problem problem = Problems.xor(2);
        Run run = run(problem, new Plan(3_000, 0, 1));
        run.go(Run.Goal.END);
        Progress end = await(run, State.ENDED);
        assertThat(end.ending()).contains(new Ending.EpochsDone());
        assertThat(end.at()).isEqualTo(Position.after(3_000));
        assertThat(end.loss()).isLessThan(0.01);
        assertThat(Backprop.loss(problem.with(end.network()))).isEqualTo(end.loss(), within(1e-15));
    }

    @Test
    void theSameProblemAndPlanGiveTheSameNumbersHoweverTheyArePlayed() throws InterruptedException {
        Plan plan = new Plan(300, 3, 5);
        Run whole = run(Problems.xor(1), plan);
        Run broken = run(Problems.xor(1), plan);
        whole.go(Run.Goal.END);
        for (Run.Goal goal : List.of(Run.Goal.UPDATE, Run.Goal.EPOCH, Run.Goal.UPDATE)) {
            broken.go(goal);
            await(broken, State.PAUSED);
        }
        broken.go(Run.Goal.END);
        assertThat(await(broken, State.ENDED).network())
                .isEqualTo(await(whole, State.ENDED).network());
    }

    @Test
    void oneUpdateIsTheUpdateThatThePageShows() throws InterruptedException {
        Problem problem = Problems.xor(1);
        Trace trace = Backprop.run(problem);
        Run run = run(problem, new Plan(10, 0, 1));
        run.go(Run.Goal.UPDATE);
        Progress after = await(run, State.PAUSED);
        assertThat(after.at()).isEqualTo(Position.after(1));
        assertThat(after.network().layer(0).weights().at(2, 1))
                .isEqualTo(trace.updatedWeight(0, 2, 1), within(1e-15));
    }

    @Test
    void updatesOfAnEpochAreCounted() throws InterruptedException {
        Run run = run(Problems.xor(1), new Plan(10, 3, 1));
        run.go(Run.Goal.UPDATE);
        assertThat(await(run, State.PAUSED).at()).isEqualTo(new Position(0, 1, 2));
        run.go(Run.Goal.EPOCH);
        assertThat(await(run, State.PAUSED).at()).isEqualTo(Position.after(1));
    }

    /** Where a worker has told that the run goes on, and is about to ask whether it does. */
    @Test
    void aPauseBetweenANewsAndTheEndOfItsSliceIsNotLost() throws InterruptedException {
        AtomicReference<Run> paused = new AtomicReference<>();
        Run run = run(Problems.xor(1), ENDLESS);
        run.listen(() -> {
            tell();
            Run known = paused.getAndSet(null);
            if (known != null) {
                known.pause();
            }
        });
        paused.set(run);
        run.go(Run.Goal.END);
        assertThat(await(run, State.PAUSED).at().epoch()).isLessThan(Plan.MOST_EPOCHS);
    }

    @Test
    void aPausedRunStandsStillAndGoesOn() throws InterruptedException {
        Run run = run(Problems.xor(1), ENDLESS);
        run.go(Run.Goal.END);
        run.pause();
        Progress paused = await(run, State.PAUSED);
        assertThat(run.progress().at().epoch()).isLessThan(Plan.MOST_EPOCHS);
        run.go(Run.Goal.EPOCH);
        int next = paused.at().epoch() + 1;
        assertThat(await(run, State.PAUSED).at()).isEqualTo(Position.after(next));
    }

    @Test
    void aStoppedRunIsOver() throws InterruptedException {
        Run run = run(Problems.xor(1), ENDLESS);
        run.go(Run.Goal.END);
        run.stop();
        Progress stopped = await(run, State.STOPPED);
        run.go(Run.Goal.END);
        assertThat(run.progress()).isSameAs(stopped);
    }

    @Test
    void aDivergingRunKeepsItsLastFiniteParameters() throws InterruptedException {
        Run run = run(Problems.line(1_000), new Plan(1_000, 0, 1));
        run.go(Run.Goal.END);
        Progress end = await(run, State.ENDED);
        assertThat(end.ending())
                .hasValueSatisfying(e -> assertThat(e).isInstanceOf(Ending.Diverged.class));
        assertThat(end.network().layer(0).weights().at(0, 0)).isFinite();
    }

    @Test
    void anotherRunGoesOnWhileTenOfOneOwnerDo() throws InterruptedException {
        List<Run> tabs =
                IntStream.range(0, 10).mapToObj(_ -> run(Problems.xor(1), ENDLESS)).toList();
        tabs.forEach(tab -> tab.go(Run.Goal.END));
        Run other = run(Problems.xor(2), new Plan(2_000, 1, 1), new Object());
        other.go(Run.Goal.END);
        assertThat(await(other, State.ENDED).ending()).contains(new Ending.EpochsDone());
        assertThat(tabs).allMatch(tab -> tab.progress().state() == State.RUNNING);
        tabs.forEach(Run::close);
    }

    @Test
    @Timeout(60)
    void aClosedRunLetsTheOthersGoOn() throws InterruptedException {
        Run closed = run(Problems.xor(1), ENDLESS);
        closed.go(Run.Goal.END);
        closed.close();
        Run next = run(Problems.xor(1), new Plan(10, 0, 1));
        next.go(Run.Goal.END);
        await(next, State.ENDED);
        while (threads.runs() > 0) {
            Thread.sleep(5);
        }
        assertThat(closed.before()).isZero();
        assertThat(closed.progress().at().epoch()).isLessThan(Plan.MOST_EPOCHS);
    }

    @Test
    void anEpochCanBeSeenWhileTheRunGoesOn() throws InterruptedException {
        Run run = run(Problems.xor(1), ENDLESS);
        Run short_ = run(Problems.xor(1), new Plan(7, 1, 1));
        run.go(Run.Goal.END);
        short_.go(Run.Goal.END);
        Progress seven = await(short_, State.ENDED);
        run.pause();
        await(run, State.PAUSED);
        assertThat(run.recording().orElseThrow().at(7)).isEqualTo(seven.network());
    }

    @Test
    void aPaceHoldsARunBack() {
        Recording recording = new Recording(Problems.xor(1), ENDLESS);
        Pace pace = threads.pace();
        pace.set(1, 0);
        Duration slice = Duration.ofMillis(1);
        assertThat(pace.run(recording, slice, () -> true, () -> {})).isFalse();
        assertThat(recording.epoch()).isZero();
        pace.set(0, 0);
        assertThat(pace.run(recording, slice, () -> true, () -> {})).isTrue();
        assertThat(recording.epoch()).isPositive();
    }

    @Test
    void aRunThatWaitsForItsPaceIsPausedAtOnce() throws InterruptedException {
        Run run = run(Problems.xor(1), ENDLESS);
        run.pace(1);
        run.go(Run.Goal.END);
        run.pause();
        assertThat(await(run, State.PAUSED).at().epoch()).isLessThan(Plan.MOST_EPOCHS);
    }

    @Test
    void onlyWhoListenedLastIsTold() throws InterruptedException {
        Run run = run(Problems.xor(1), new Plan(10, 0, 1));
        AtomicInteger told = new AtomicInteger();
        run.listen(told::incrementAndGet);
        run.listen(this::tell);
        run.go(Run.Goal.END);
        await(run, State.ENDED);
        assertThat(told).hasValue(0);
    }

    @Test
    @Timeout(60)
    void theStateAskedForLastIsTakenOnce() throws InterruptedException {
        Run run = run(Problems.xor(1), new Plan(50, 0, 1));
        run.past().ask(7);
        assertThat(run.past().take()).isEmpty();
        run.go(Run.Goal.END);
        await(run, State.ENDED);
        run.past().ask(7);
        assertThat(taken(run))
                .isEqualTo(new Past.State(7, run.recording().orElseThrow().reached(7)));
        assertThat(run.past().take()).isEmpty();
        run.past().ask(1_000);
        assertThat(taken(run).epoch()).isEqualTo(50);
    }

    private Past.State taken(Run run) throws InterruptedException {
        synchronized (news) {
            Optional<Past.State> taken = run.past().take();
            while (taken.isEmpty()) {
                news.wait(100);
                taken = run.past().take();
            }
            return taken.get();
        }
    }
}
