package org.chainrule.export;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.derivation.CleanGradient;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.notation.Typesetter;
import org.chainrule.worksheet.Step;

/** The forward pass and the steps after it in LaTeX: a sentence, the formula, every instance. */
final class LatexSteps {
    /** More instances of one formula than this are left to the table at the end. */
    private static final int MOST = 64;

    private final Figures figures;
    private final Lines lines = new Lines();

    /** Whose numbers are written that no sample has to itself. */
    private int values = Values.BATCH;

    private LatexSteps(Figures figures) {
        this.figures = figures;
    }

    static String of(Figures figures) {
        LatexSteps steps = new LatexSteps(figures);
        List<Layer> layers = figures.network().layers();
        List<Layer> last = List.of(layers.getLast());
        List<Layer> hidden = Code.hidden(figures.network());
        List<Kind> gradients = List.of(Kind.DW, Kind.DB);
        for (Step step : Step.of(figures.worksheet())) {
            steps.heading(step);
            switch (step) {
                case FORWARD -> steps.forward(layers);
                case OUTPUT_ERROR -> steps.outputError(layers.getLast());
                case HIDDEN_ERROR -> steps.step(hidden, List.of(Kind.DZ));
                case OUTPUT_WEIGHTS -> steps.step(last, gradients);
                case HIDDEN_WEIGHTS -> steps.step(hidden, gradients);
                case REDUCE -> steps.reduce(layers, gradients);
                case UPDATE -> steps.step(layers, List.of(Kind.NW, Kind.NB));
            }
        }
        return steps.lines.text();
    }

    private void heading(Step step) {
        Words words = figures.words();
        String key = "step." + step.key();
        lines.add("", "\\section*{" + TexText.of(words.of(key + ".title")) + "}");
        String loss = "$" + figures.view().notation().loss() + "$";
        String text = step == Step.REDUCE ? "." + figures.problem().reduction() : ".text";
        lines.add(TexText.of(words.of(key + text, "@")).replace("@", loss));
        if (figures.isBatch()) {
            boolean all = step == Step.REDUCE || step == Step.UPDATE;
            values = all ? Values.BATCH : figures.view().sample();
            scope(
                    all ? "scope.batch" : "scope.sample",
                    all ? figures.problem().samples().size() : values + 1);
        }
    }

    private void forward(List<Layer> layers) {
        for (Layer layer : layers) {
            layer(layer);
            group(neurons(Kind.P, layer));
            group(neurons(Kind.Z, layer));
        }
        lines.add("\\subsection*{" + TexText.of(figures.words().of("step.loss")) + "}");
        group(List.of(Quantity.loss()));
    }

    /** Where slopes cancel, on paper it is their product that is worked out. */
    private void outputError(Layer last) {
        boolean clean =
                figures.worksheet().paper() != null
                        && CleanGradient.isOf(figures.problem(), last.name());
        if (clean) {
            lines.add("", TexText.of(figures.words().of("step.1.clean")));
            group(neurons(Kind.DP, last));
            lines.add("", TexText.of(figures.words().of("step.1.unused")));
        }
        step(List.of(last), List.of(Kind.DZ));
    }

    private void reduce(List<Layer> layers, List<Kind> gradients) {
        group(List.of(Quantity.loss()));
        step(layers, gradients);
    }

    private void step(List<Layer> layers, List<Kind> kinds) {
        if (layers.isEmpty()) {
            lines.add("", TexText.of(figures.words().of("step.nohidden")));
        }
        for (Layer layer : layers) {
            if (figures.network().depth() > 2 || layers.size() > 1) {
                layer(layer);
            }
            for (Kind kind : kinds) {
                boolean edge = kind == Kind.DW || kind == Kind.NW;
                if (edge) {
                    group(edges(kind, layer));
                } else if (kind == Kind.DZ || layer.biases() != null) {
                    group(neurons(kind, layer));
                }
            }
        }
    }

    private void layer(Layer layer) {
        String name = figures.words().of("step.layer", layer.name());
        String function = Typesetter.nameOf(layer.activation());
        lines.add("\\subsection*{" + TexText.of(name + " (" + function + ")") + "}");
    }

    private static List<Quantity> neurons(Kind kind, Layer layer) {
        return IntStream.rangeClosed(1, layer.size())
                .mapToObj(k -> new Quantity(kind, layer.name(), k, 0))
                .toList();
    }

    private static List<Quantity> edges(Kind kind, Layer layer) {
        return Parameters.of(layer).stream()
                .filter(q -> q.kind() == Kind.W)
                .map(q -> q.as(kind))
                .toList();
    }

    /**
     * In a batch the gradients are those of the sample on show until the step that reduces them.
     */
    private void group(List<Quantity> quantities) {
        boolean ofSample = quantities.getFirst().isOfSample();
        group(quantities, ofSample ? figures.view().sample() : values);
    }

    private void scope(String key, int number) {
        String text = figures.words().of(key, figures.numbers().count(number));
        lines.add("\\paragraph{" + TexText.of(text) + "}\\mbox{}");
    }

    private void group(List<Quantity> quantities, int sample) {
        Ref first = new Ref(quantities.getFirst(), sample);
        lines.add("\\general{" + Breakable.of(figures.general(first)) + "}");
        quantities.stream()
                .limit(MOST)
                .map(quantity -> figures.worked(new Ref(quantity, sample)))
                .forEach(worked -> lines.add("\\worked{" + Breakable.of(worked) + "}"));
        int more = quantities.size() - MOST;
        if (more > 0) {
            String text = figures.words().of("step.more", figures.numbers().count(more));
            lines.add("", TexText.of(text));
        }
    }
}
