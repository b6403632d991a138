package org.chainrule.workbench.train;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.training.Ending;
import org.chainrule.engine.training.Overflow;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.Position;
import org.chainrule.runs.Progress;
import org.chainrule.runs.Run;
import org.chainrule.workbench.kit.Shown;

/** What is said of a run. */
final class Sentences {
    /** So many updates are told, and so many samples of each. */
    private static final int MOST = 12;

    private final Shown shown;

    Sentences(Shown shown) {
        this.shown = shown;
    }

    /** What a run is doing, or how it ended. */
    String state(Run run) {
        Progress progress = run.progress();
        Plan plan = run.plan();
        String place = position(progress.at(), plan.epochs());
        return switch (progress.state()) {
            case RUNNING -> run.before() == 0 ? of("running") : waiting(run.before());
            case PAUSED -> of("paused", place);
            case STOPPED -> of("stopped", place);
            case BROKEN -> of("broken");
            case ENDED -> ending(progress.ending().orElseThrow(), progress.at(), plan);
        };
    }

    /** Which samples the updates of the epoch took, each update's together. */
    String taken(Run run) {
        List<List<Integer>> updates = run.progress().samples();
        if (updates.isEmpty() || run.problem().samples().size() == 1) {
            return "";
        }
        if (updates.getFirst().size() == run.problem().samples().size()) {
            return of("taken.all");
        }
        List<List<Integer>> last =
                updates.subList(Math.max(0, updates.size() - MOST), updates.size());
        String all = last.stream().map(this::numbers).collect(Collectors.joining(" · "));
        String brief = last.size() < updates.size() ? "… · " + all : all;
        return of("taken", numbers(updates.getLast()), updates.getLast().size(), brief);
    }

    private String numbers(List<Integer> samples) {
        String first =
                samples.stream()
                        .limit(MOST)
                        .map(s -> shown.numbers().grouped(s + 1L))
                        .collect(Collectors.joining(", "));
        return samples.size() > MOST ? first + ", …" : first;
    }

    private String waiting(int before) {
        return before == 1 ? of("waiting.one") : of("waiting", shown.numbers().grouped(before));
    }

    /** "epoch 137 of 200", with the update where it is within an epoch. */
    String position(Position at, int epochs) {
        String epoch = shown.numbers().grouped(at.epoch());
        String all = shown.numbers().grouped(epochs);
        return at.update() == 0
                ? of("position", epoch, all)
                : of(
                        "position.within",
                        epoch,
                        all,
                        shown.numbers().grouped(at.update()),
                        shown.numbers().grouped(at.updates()));
    }

    private String ending(Ending ending, Position at, Plan plan) {
        String epoch = shown.numbers().grouped(at.epoch());
        return switch (ending) {
            case Ending.EpochsDone() -> of("ended.epochs", shown.numbers().grouped(plan.epochs()));
            case Ending.LossBelow(var loss) ->
                    of(
                            "ended.loss",
                            epoch,
                            shown.view().notation().loss(),
                            shown.numbers().significant(loss, 3),
                            shown.numbers().brief(plan.lossBelow().orElseThrow(), 4));
            case Ending.GradientNormBelow(var norm) ->
                    of(
                            "ended.norm",
                            epoch,
                            shown.numbers().significant(norm, 3),
                            shown.numbers().brief(plan.gradientNormBelow().orElseThrow(), 4));
            case Ending.Diverged diverged -> diverged(diverged);
        };
    }

    private String diverged(Ending.Diverged diverged) {
        return of(
                diverged.first().sample() < 0 ? "ended.diverged" : "ended.diverged.sample",
                shown.numbers().grouped(diverged.epoch()),
                shown.name(quantity(diverged.first(), shown.network())),
                shown.numbers().significant(diverged.first().value(), 3),
                shown.numbers().grouped(diverged.first().sample() + 1L));
    }

    /** The name on the page of the number that overflowed. */
    static Quantity quantity(Overflow overflow, Network network) {
        Kind kind =
                switch (overflow.kind()) {
                    case PREACTIVATION -> Kind.P;
                    case ACTIVATION -> Kind.Z;
                    case LOSS -> Kind.J;
                    case ERROR_GRADIENT -> Kind.DZ;
                    case PREACTIVATION_GRADIENT -> Kind.DP;
                    case WEIGHT_GRADIENT -> Kind.DW;
                    case BIAS_GRADIENT -> Kind.DB;
                    case NEW_WEIGHT -> Kind.NW;
                    case NEW_BIAS -> Kind.NB;
                };
        return kind == Kind.J
                ? Quantity.loss()
                : new Quantity(
                        kind,
                        network.layer(overflow.l()).name(),
                        overflow.k() + 1,
                        Math.max(0, overflow.t() + 1));
    }

    /** What "play" would do now, and what else there is to know. */
    String outlook(Trainer trainer) {
        if (trainer.isRunning()) {
            return "";
        }
        boolean open = trainer.isOpen();
        String first =
                trainer.run()
                        .map(run -> open ? "" : other(run.run(), trainer.position()))
                        .orElseGet(() ->
                                shown.worksheet().paper() == null
                                        ? of("fresh")
                                        : of("fresh.paper"));
        return first;
    }

    private String other(Run run, Optional<Position> position) {
        if (position.isEmpty()) {
            return of("changed");
        }
        boolean replanned = !run.plan().equals(shown.view().run().plan());
        return replanned && run.progress().isOpen() ? of("replanned") : of("over");
    }

    /** Why the update of a run is not the one in the grids; empty where it is. */
    String difference() {
        boolean batches =
                shown.view().run().plan().batch() > 0
                        && shown.view().run().plan().batch() < shown.problem().samples().size();
        boolean state =
                !shown.problem().state().carried()
                        && switch (shown.problem().optimizer()) {
                            case Optimizer.Sgd sgd -> sgd.momentum() != 0;
                            case Optimizer.LookAhead ahead -> ahead.momentum() != 0;
                            case Optimizer.RmsProp _, Optimizer.Adam _ -> true;
                        };
        return batches ? of("difference.batches") : state ? of("difference.state") : "";
    }

    /** "1.2 s, about 3 s left". */
    String time(Progress progress, Plan plan) {
        double elapsed = progress.elapsed().toMillis() / 1e3;
        double done = progress.at().epoch() / (double) plan.epochs();
        return progress.isRunning() && done > 0.002 && elapsed > 0.5
                ? of("time.left", seconds(elapsed), seconds(elapsed / done - elapsed))
                : of("time", seconds(elapsed));
    }

    private String seconds(double seconds) {
        long whole = Duration.ofMillis((long) (seconds * 1e3)).toSeconds();
        if (seconds < 1) {
            return of(
                    "milliseconds",
                    shown.numbers().grouped(Math.max(1, Math.round(seconds * 1e3))));
        }
        return seconds < 60
                ? of("seconds", shown.numbers().format(seconds, 1))
                : of(
                        "minutes",
                        shown.numbers().grouped(whole / 60),
                        shown.numbers().grouped(whole % 60));
    }

    String of(String key, Object... arguments) {
        return shown.words().of("train." + key, arguments);
    }
}
