package org.chainrule.workbench.train;

import org.chainrule.engine.Layer;
import org.chainrule.engine.Trace;
import org.chainrule.runs.Progress;
import org.chainrule.workbench.kit.Shown;

/** J and its gradient's norm: of a run that goes on as it took them last, else of the page. */
final class RunFacts {
    private RunFacts() {}

    /** Both as HTML. */
    static String of(Shown shown, Trainer trainer) {
        Progress progress =
                trainer.isRunning()
                        ? trainer.run().map(c -> c.run().progress()).orElse(null)
                        : null;
        Trace trace = shown.exact().trace();
        double loss = progress == null ? trace.loss() : progress.loss();
        double norm = progress == null ? gradientNorm(trace) : progress.gradientNorm();
        String name = shown.view().notation().loss();
        boolean unknown = progress != null && Double.isNaN(loss);
        if (unknown) {
            return fact("<i>" + name + "</i>", "…") + fact("‖∇<i>" + name + "</i>‖", "…");
        }
        return fact("<i>" + name + "</i>", loss, shown)
                + fact("‖∇<i>" + name + "</i>‖", norm, shown);
    }

    private static String fact(String name, double value, Shown shown) {
        return fact(name, shown.numbers().significant(value, 4));
    }

    private static String fact(String name, String text) {
        return "<span>" + name + " = <b>" + text + "</b></span>";
    }

    /** The Euclidean norm of ∂J/∂θ in all parameters that are not frozen. */
    static double gradientNorm(Trace trace) {
        double sum = 0;
        for (int l = 0; l < trace.problem().network().depth(); l++) {
            Layer layer = trace.problem().network().layer(l);
            for (int k = 0; k < layer.size(); k++) {
                for (int t = 0; t < layer.sources() && !layer.weightsFrozen(); t++) {
                    sum = Math.hypot(sum, trace.weightGradient(l, k, t));
                }
                if (layer.biases() != null && !layer.biasesFrozen()) {
                    sum = Math.hypot(sum, trace.biasGradient(l, k));
                }
            }
        }
        return sum;
    }
}
