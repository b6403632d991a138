package org.chainrule.workbench.build;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Shape;
import org.chainrule.workbench.kit.Explanation;
import org.chainrule.workbench.kit.Held;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.advice.Advice;
import org.chainrule.worksheet.advice.Objection;
import org.jspecify.annotations.Nullable;

/** What the form shows; the shape of {@code build-form.ts}. */
record BuildForm(
        String sizes,
        String counts,
        Entry title,
        List<Row> rows,
        @Nullable Said layers,
        List<Said> advice,
        LearningForm learning,
        int rev) {

    /**
     * A field, or a choice.
     *
     * @param act what to ask for when it changes
     * @param at where what is refused is kept
     * @param text all digits of a number
     * @param brief a number as it is displayed, or null where that is its text
     */
    public record Entry(
            String act,
            String layer,
            String at,
            String label,
            String aria,
            String text,
            @JsonInclude(Include.NON_NULL) @Nullable String brief,
            @Nullable Said error) {}

    /**
     * A refusal or an advice.
     *
     * @param group the part of the form that it belongs to
     * @param first the number of its first remedy among those asked for at {@code at}
     */
    public record Said(String group, String at, int first, Explanation why) {}

    /**
     * A layer, or the inputs.
     *
     * @param shape the number that its activation has of its own
     * @param says the accessible names of its buttons, by what they do
     */
    record Row(
            String layer,
            @Nullable Entry name,
            Entry size,
            @Nullable Entry activation,
            @Nullable Entry shape,
            boolean weightless,
            boolean biased,
            boolean weightsFrozen,
            boolean biasesFrozen,
            boolean first,
            boolean last,
            Map<String, String> says) {}

    static BuildForm of(Shown shown) {
        Network network = shown.network();
        List<Row> rows = new ArrayList<>();
        rows.add(inputs(shown));
        for (int l = 0; l < network.depth(); l++) {
            rows.add(row(shown, l));
        }
        return new BuildForm(
                shown.sizes(),
                shown.words()
                        .of(
                                "build.counts",
                                shown.numbers().grouped(network.parameters()),
                                shown.numbers().grouped(Limits.PARAMETERS)),
                entry(shown, "title", shown.worksheet().title()),
                rows,
                refusal(shown, Asked.LAYERS),
                advice(shown),
                LearningForm.of(shown),
                shown.revision());
    }

    private static Row inputs(Shown shown) {
        Entry size = entry(shown, "size", "", "size", "size.inputs", shown.network().inputs() + "");
        Map<String, String> says = new LinkedHashMap<>();
        says.put("more", shown.words().of("build.more.inputs"));
        says.put("less", shown.words().of("build.less.inputs"));
        return new Row("", null, size, null, null, false, false, false, false, false, false, says);
    }

    private static Row row(Shown shown, int l) {
        Layer layer = shown.network().layer(l);
        String name = layer.name();
        Shape shape = layer.activation().shape();
        return new Row(
                name,
                entry(shown, "name", name, "name", "name.of", name),
                entry(shown, "size", name, "size", "size.of", layer.size() + ""),
                entry(
                        shown,
                        "activation",
                        name,
                        "activation",
                        "activation.of",
                        layer.activation().key()),
                shape == Shape.NONE
                        ? null
                        : number(shown, shape.key(), name, shape.key() + ".of", layer.shape()),
                layer.isWeightless(),
                layer.biases() != null,
                layer.weightsFrozen(),
                layer.biasesFrozen(),
                l == 0,
                l == shown.network().depth() - 1,
                says(shown, name));
    }

    private static Map<String, String> says(Shown shown, String layer) {
        Map<String, String> says = new LinkedHashMap<>();
        List.of("more", "less", "weightless", "biases", "fixed.weights", "fixed.biases")
                .forEach(key -> says.put(key, shown.words().of("build." + key + ".of", layer)));
        List.of("earlier", "later", "randomise", "remove")
                .forEach(key -> says.put(key, shown.words().of("build." + key, layer)));
        return says;
    }

    /** A field of the worksheet's own, named by what it is. */
    static Entry entry(Shown shown, String act, String text) {
        return entry(shown, act, "", act, act, text);
    }

    static Entry entry(
            Shown shown, String act, String layer, String label, String aria, String text) {
        String at = layer.isEmpty() ? act : act + "." + layer;
        return new Entry(
                act,
                layer,
                at,
                shown.words().of("build." + label),
                shown.words().of("build." + aria, layer),
                shown.entry(at, text),
                null,
                refusal(shown, at));
    }

    /** A field for a number. */
    static Entry number(Shown shown, String act, String layer, String aria, double value) {
        Held held = shown.field(value);
        Entry whole = entry(shown, act, layer, act, aria, held.text());
        return new Entry(
                act,
                layer,
                whole.at(),
                whole.label(),
                whole.aria(),
                whole.text(),
                whole.error() == null ? held.brief() : null,
                whole.error());
    }

    static @Nullable Said refusal(Shown shown, String at) {
        Explanation why = shown.refusal(at);
        return why == null ? null : new Said("", at, 0, why);
    }

    private static List<Said> advice(Shown shown) {
        List<Said> said = new ArrayList<>();
        int remedies = 0;
        List<Objection> all =
                Advice.of(shown.worksheet(), shown.values(), shown.view().initialiser());
        for (Objection advice : all) {
            said.add(
                    new Said(
                            advice.reason().about().name().toLowerCase(Locale.ROOT),
                            BuildCommands.ADVICE,
                            remedies,
                            Explanation.of(advice, shown.words())));
            remedies += advice.remedies().size();
        }
        return said;
    }
}
