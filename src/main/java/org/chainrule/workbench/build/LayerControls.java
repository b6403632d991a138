package org.chainrule.workbench.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.notation.ActivationNames;
import org.chainrule.workbench.build.BuildForm.Entry;
import org.chainrule.workbench.build.BuildForm.Said;
import org.chainrule.workbench.kit.Native.Option;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to the network on its drawing; the shape of {@code network-controls.ts}.
 *
 * @param heads the inputs' first, then one for each layer
 * @param refused why what was asked for there cannot be
 */
public record LayerControls(
        List<Head> heads,
        Map<String, String> words,
        List<Option> activations,
        @Nullable Said refused) {
    private static final List<String> KEYS =
            List.of(
                    "rename",
                    "activation",
                    "weightless",
                    "biases",
                    "randomise",
                    "before",
                    "after",
                    "earlier",
                    "later",
                    "remove",
                    "dismiss");

    /**
     * What stands above a layer, with a menu; above the inputs there is none.
     *
     * @param name the field in which the layer is renamed
     * @param selected the neuron of which something is selected, if it can go; 0 if there is none
     * @param says accessible names and items of the menu that name the layer
     */
    public record Head(
            String layer,
            String text,
            String activation,
            boolean weightless,
            boolean biased,
            boolean first,
            boolean last,
            boolean one,
            @Nullable Entry name,
            int selected,
            Map<String, String> says) {}

    public static LayerControls of(Shown shown) {
        Words words = shown.words();
        Network network = shown.network();
        List<Head> heads = new ArrayList<>();
        heads.add(inputs(words, network.inputs()));
        for (int l = 0; l < network.depth(); l++) {
            heads.add(head(shown, l));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        KEYS.forEach(key -> texts.put(key, words.of("controls." + key)));
        return new LayerControls(
                heads,
                texts,
                BuildTexts.activations(words),
                BuildForm.refusal(shown, BuildCommands.DRAWING));
    }

    private static Head inputs(Words words, int inputs) {
        Map<String, String> says = new LinkedHashMap<>();
        says.put("more", words.of("build.more.inputs"));
        says.put("less", words.of("build.less.inputs"));
        return new Head("", "", "", false, false, false, false, inputs == 1, null, 0, says);
    }

    private static Head head(Shown shown, int l) {
        Layer layer = shown.network().layer(l);
        int selected = selected(shown, layer);
        return new Head(
                layer.name(),
                layer.name() + " · " + ActivationNames.of(layer.activation()),
                layer.activation().key(),
                layer.isWeightless(),
                layer.biases() != null,
                l == 0,
                l == shown.network().depth() - 1,
                layer.size() == 1,
                BuildForm.entry(shown, "rename", layer.name(), "name", "name.of", layer.name()),
                selected,
                says(shown.words(), layer, selected));
    }

    private static Map<String, String> says(Words words, Layer layer, int selected) {
        String name = layer.name();
        Map<String, String> says = new LinkedHashMap<>();
        says.put("more", words.of("build.more.of", name));
        says.put("less", words.of("build.less.of", name));
        says.put(
                "menu",
                words.of(
                        "controls.menu", name, words.of("activation." + layer.activation().key())));
        says.put("insert", words.of("controls.insert", name));
        if (selected > 0) {
            says.put("drop", words.of("controls.drop", "n" + Text.subscript(selected)));
        }
        return says;
    }

    private static int selected(Shown shown, Layer layer) {
        Quantity selection = shown.view().selection();
        return selection != null && selection.layer().equals(layer.name()) && layer.size() > 1
                ? selection.k()
                : 0;
    }
}
