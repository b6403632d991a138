package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.chainrule.notation.Choice;
import org.chainrule.notation.Clash;
import org.chainrule.notation.Letter;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Option;
import org.chainrule.notation.Preset;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/** The notation: presets, each of its choices, and a few formulas as they are written with it. */
@Tag("dialog")
final class NotationDialog extends Component implements Part {
    private final Actions actions;
    private final Consumer<Notation> chosen;
    private final Element heading = new Element("h2");
    private final Element presetsHead = new Element("legend");
    private final Element choicesHead = new Element("legend");
    private final Map<Preset, Labelled> presets = new EnumMap<>(Preset.class);
    private final Map<Choice, Labelled> choices = new EnumMap<>(Choice.class);
    private final Element refusal = new Element("p");
    private final Element formulas = Native.of("div", "formulas");
    private final Element close = Native.of("button", "btn pri");
    private @Nullable Clash clash;
    private Notation present = Preset.SHEET.notation();

    /** It is made when it is first opened, and follows the page while it is open. */
    private boolean open;

    /** A field in its label. */
    private record Labelled(Element label, Element text, Element field) {}

    /**
     * @param chosen hears what the reader chose
     */
    NotationDialog(Actions actions, Consumer<Notation> chosen) {
        this.actions = actions;
        this.chosen = chosen;
        getElement().setAttribute("class", "notation");
        getElement().setAttribute("aria-labelledby", "notation");
        heading.setAttribute("id", "notation");
        getElement().addEventListener("close", _ -> open = false);
    }

    private void make() {
        refusal.setAttribute("role", "alert");
        formulas.setAttribute("aria-live", "polite");
        Element form = Native.of("form", "", close);
        form.setAttribute("method", "dialog");
        Element known = Native.of("fieldset", "presets", presetsHead);
        Element single = Native.of("fieldset", "choices", choicesHead);
        for (Preset preset : Preset.values()) {
            known.appendChild(add(presets, preset, radio(preset), true).label());
        }
        for (Choice choice : Choice.values()) {
            Element select = Native.select(key -> choose(choice, key));
            single.appendChild(add(choices, choice, select, false).label());
        }
        getElement().appendChild(heading, known, single, refusal, formulas, form);
    }

    private static <K> Labelled add(Map<K, Labelled> all, K key, Element field, boolean first) {
        Element text = new Element("span");
        Element label =
                first ? Native.of("label", "", field, text) : Native.of("label", "", text, field);
        Labelled labelled = new Labelled(label, text, field);
        all.put(key, labelled);
        return labelled;
    }

    private Element radio(Preset preset) {
        Element radio = new Element("input");
        radio.setAttribute("type", "radio");
        radio.setAttribute("name", "notation");
        radio.addEventListener("change", _ -> take(preset.notation()));
        return radio;
    }

    private void take(Notation notation) {
        clash = null;
        chosen.accept(notation);
    }

    /** What clashes is refused with the reason, and stays as it was. */
    private void choose(Choice choice, String key) {
        choice.option(key)
                .ifPresent(option ->
                        present.with(choice, option)
                                .ifPresentOrElse(this::take, () -> refuse(choice, option)));
    }

    private void refuse(Choice choice, Option option) {
        clash = Clash.of(present.but(choice, option)).orElse(null);
        actions.change(_ -> {});
        // Nothing has changed here, so that the page has to be told.
        Objects.requireNonNull(choices.get(choice))
                .field()
                .executeJs("this.value = $0", present.of(choice).key());
    }

    @Override
    public void show(Shown shown) {
        if (!open) {
            return;
        }
        Words words = shown.words();
        Notation notation = shown.view().notation();
        present = notation;
        Native.setText(heading, words.of("notation"));
        Native.setText(presetsHead, words.of("notation.presets"));
        Native.setText(choicesHead, words.of("notation.choices"));
        Native.setText(close, words.of("close"));
        Native.setText(refusal, clash == null ? "" : words.of("notation.clash." + clash));
        presets.forEach((preset, field) -> {
            Native.setText(field.text(), words.of("notation." + preset.key()));
            field.field().setProperty("checked", preset.notation().equals(notation));
        });
        choices.forEach((choice, field) -> show(words, notation, choice, field));
        Native.setHtml(formulas, NotationPreview.of(notation, words.locale()));
    }

    private static void show(Words words, Notation notation, Choice choice, Labelled field) {
        Native.setText(field.text(), words.of("notation.choice." + choice.key()));
        Native.options(
                field.field(),
                choice.options().stream()
                        .map(option -> new Native.Option(option.key(), name(words, choice, option)))
                        .toList(),
                notation.of(choice).key());
        field.field().setProperty("value", notation.of(choice).key());
    }

    private static String name(Words words, Choice choice, Option option) {
        return option instanceof Letter letter
                ? letter.sign()
                : words.of("notation.choice." + choice.key() + "." + option.key());
    }

    void open() {
        if (presets.isEmpty()) {
            make();
        }
        open = true;
        clash = null;
        actions.change(_ -> {});
        getElement().executeJs("this.open || this.showModal()");
    }
}
