package org.chainrule.workbench.build;

import java.util.Arrays;
import java.util.Locale;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Reduction;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.Objection.Reason;
import org.jspecify.annotations.Nullable;

/** What can be asked of the title, the loss, the optimizer and the initialiser. */
final class LearningCommands {
    private LearningCommands() {}

    static void obey(Asked asked) {
        Penalty penalty = asked.problem().penalty();
        switch (asked.act()) {
            case "title" -> asked.attempt(new Structure.SetTitle(asked.text()));
            case "loss" ->
                    Arrays.stream(Loss.values())
                            .filter(loss -> loss.key().equals(asked.text()))
                            .findFirst()
                            .ifPresent(loss -> asked.attempt(new Structure.SetLoss(loss)));
            case "lambda" ->
                    asked.number(lambda -> new Structure.SetPenalty(penalty.withLambda(lambda)));
            case "scale" ->
                    Arrays.stream(Penalty.Scale.values())
                            .filter(scale -> scale.key().equals(asked.text()))
                            .map(penalty::with)
                            .findFirst()
                            .ifPresent(p -> asked.attempt(new Structure.SetPenalty(p)));
            case "penalised" ->
                    asked.attempt(new Structure.SetPenalty(penalty.withBiases(!penalty.biases())));
            case "delta" -> asked.number(Structure.SetDelta::new);
            case "reduction" ->
                    Arrays.stream(Reduction.values())
                            .filter(reduction -> key(reduction).equals(asked.text()))
                            .findFirst()
                            .ifPresent(r -> asked.attempt(new Structure.SetReduction(r)));
            case "optimizer" -> asked.attempt(new Structure.SetOptimizer(chosen(asked)));
            case "state" ->
                    asked.attempt(new Structure.CarryOn(asked.text().equals(LearningForm.CARRIED)));
            case "nesterov" -> asked.attempt(new Structure.SetOptimizer(nesterov(asked)));
            case "rate", "momentum", "decay", "rho", "beta1", "beta2", "epsilon" ->
                    asked.number(value -> new Structure.SetOptimizer(with(asked, value)));
            case "init", "seed", "constant" -> initialiser(asked);
            default -> {}
        }
    }

    static String key(Reduction reduction) {
        return reduction.name().toLowerCase(Locale.ROOT);
    }

    /** The optimizer of the chosen kind, with PyTorch's defaults and the present learning rate. */
    private static Optimizer chosen(Asked asked) {
        Optimizer present = asked.problem().optimizer();
        double rate = present.learningRate();
        if (asked.text().equals(LearningForm.key(present))) {
            return present;
        }
        return switch (asked.text()) {
            case "sgd" -> new Optimizer.Sgd(rate);
            case "nesterov" -> new Optimizer.LookAhead(rate, 0.9);
            case "rmsprop" -> new Optimizer.RmsProp(rate, 0.99, 1e-8);
            case "adam" -> new Optimizer.Adam(rate, 0.9, 0.999, 1e-8);
            default -> present;
        };
    }

    private static Optimizer nesterov(Asked asked) {
        return switch (asked.problem().optimizer()) {
            case Optimizer.Sgd(var rate, var momentum, var nesterov, var decay) ->
                    new Optimizer.Sgd(rate, momentum, !nesterov, decay);
            case Optimizer.LookAhead _, Optimizer.RmsProp _, Optimizer.Adam _ ->
                    asked.problem().optimizer();
        };
    }

    private static Optimizer with(Asked asked, double value) {
        String act = asked.act();
        Optimizer present = asked.problem().optimizer();
        if (act.equals("rate")) {
            return present.withLearningRate(value);
        }
        return switch (present) {
            case Optimizer.Sgd(var rate, var momentum, var nesterov, var decay) ->
                    new Optimizer.Sgd(
                            rate,
                            act.equals("momentum") ? value : momentum,
                            nesterov,
                            act.equals("decay") ? value : decay);
            case Optimizer.LookAhead(var rate, var momentum) ->
                    new Optimizer.LookAhead(rate, act.equals("momentum") ? value : momentum);
            case Optimizer.RmsProp(var rate, var decay, var epsilon) ->
                    new Optimizer.RmsProp(
                            rate,
                            act.equals("rho") ? value : decay,
                            act.equals("epsilon") ? value : epsilon);
            case Optimizer.Adam(var rate, var beta1, var beta2, var epsilon) ->
                    new Optimizer.Adam(
                            rate,
                            act.equals("beta1") ? value : beta1,
                            act.equals("beta2") ? value : beta2,
                            act.equals("epsilon") ? value : epsilon);
        };
    }

    private static void initialiser(Asked asked) {
        Initialiser present = asked.initialiser();
        int seed = present instanceof Initialiser.Seeded seeded ? seeded.seed() : 1;
        switch (asked.act()) {
            case "init" ->
                    take(
                            asked,
                            switch (asked.text()) {
                                case "zeros" -> new Initialiser.Zeros();
                                case "constant" -> new Initialiser.Constant(0.5);
                                case "he" -> new Initialiser.He(seed);
                                default -> new Initialiser.Xavier(seed);
                            });
            case "seed" -> asked.whole(value -> seed(asked, present, value));
            default ->
                    asked.number(value -> {
                        take(asked, new Initialiser.Constant(value));
                        return null;
                    });
        }
    }

    private static @Nullable Edit seed(Asked asked, Initialiser present, int seed) {
        if (seed < 0 || seed > Initialiser.LARGEST_SEED) {
            asked.refuse(Objection.of(Reason.SEED, Initialiser.LARGEST_SEED));
        } else if (present instanceof Initialiser.Seeded seeded) {
            take(asked, seeded.withSeed(seed));
        }
        return null;
    }

    /** The initialiser is how the worksheet is worked on, not a part of it. */
    private static void take(Asked asked, Initialiser initialiser) {
        asked.workspace().forgive(asked.at());
        asked.workspace().look(view -> view.withInitialiser(initialiser));
    }
}
