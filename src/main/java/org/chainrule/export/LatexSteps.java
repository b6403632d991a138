package org.chainrule.export;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.notation.Typesetter;

/** The forward pass and the five steps in LaTeX: a sentence, the formula, every instance. */
final class LatexSteps {
    /** More instances of one formula than this are left to the table at the end. */
    private static final int MOST = 64;

    private final Figures figures;
    private final Lines lines = new Lines();

    private LatexSteps(Figures figures) {
        this.figures = figures;
    }

    static String of(Figures figures) {
        LatexSteps steps = new LatexSteps(figures);
        List<Layer> layers = figures.network().layers();
        List<Layer> last = List.of(layers.getLast());
        List<Layer> hidden = Code.hidden(figures.network());
        steps.heading(0);
        steps.forward(layers);
        steps.step(1, last, List.of(Kind.DZ));
        steps.step(2, hidden, List.of(Kind.DZ));
        steps.step(3, last, List.of(Kind.DW, Kind.DB));
        steps.step(4, hidden, List.of(Kind.DW, Kind.DB));
        steps.step(5, layers, List.of(Kind.NW, Kind.NB));
        return steps.lines.text();
    }

    private void heading(int step) {
        Words words = figures.words();
        lines.add("", "\\section*{" + TexText.of(words.of("step." + step + ".title")) + "}");
        String loss = "$" + figures.view().notation().loss() + "$";
        lines.add(TexText.of(words.of("step." + step + ".text", "@")).replace("@", loss));
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

    private void step(int step, List<Layer> layers, List<Kind> kinds) {
        heading(step);
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
     * In a batch the gradients of the sample on show come first, and then what all samples make of
     * them.
     */
    private void group(List<Quantity> quantities) {
        Quantity first = quantities.getFirst();
        boolean update = first.kind() == Kind.NW || first.kind() == Kind.NB;
        int samples = figures.problem().samples().size();
        if (samples > 1 && !first.isOfSample() && !update) {
            scope("scope.sample", figures.view().sample() + 1);
            group(quantities, figures.view().sample());
            scope("scope.batch", samples);
        }
        group(quantities, first.isOfSample() ? figures.view().sample() : Values.BATCH);
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
