package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Rounding;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Preset;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;

/** Notation, decimals, language and theme; reset, present, shortcuts, about. */
@Tag("details")
class SettingsMenu extends Component implements Part {
    private final Actions actions;
    private final Element summary = Native.of("summary", "btn");
    private final Field notation;
    private final Field digits;
    private final Field decimals;
    private final Field gradientDecimals;
    private final Field writes;
    private final Field slope;
    private final Element way = Native.of("p", "worked");
    private final Field language;
    private final Field theme;
    private final Element choose;
    private final Element reset;
    private final Element present;
    private final Element shortcuts;
    private final Element about = new Element("a");
    private Rounding rounding = Rounding.SHEET;

    private record Field(Element label, Element text, Element select) {
        static Field of(Consumer<String> chosen) {
            Element text = new Element("span");
            Element select = Native.select(chosen);
            return new Field(Native.of("label", "", text, select), text, select);
        }

        void show(String name, List<Native.Option> options, String chosen) {
            Native.setText(text, name);
            Native.options(select, options, chosen);
        }
    }

    /**
     * @param notations opens the dialog of notations
     * @param chosen hears what notation the reader chose
     */
    SettingsMenu(Actions actions, Runnable notations, Consumer<Notation> chosen) {
        this.actions = actions;
        notation = Field.of(key -> Preset.of(key).map(Preset::notation).ifPresent(chosen));
        digits =
                Field.of(text ->
                        actions.change(w -> w.look(v -> v.withDigits(Integer.parseInt(text)))));
        decimals =
                Field.of(text ->
                        actions.change(
                                w -> w.choose(rounding.withDecimals(Integer.parseInt(text)))));
        gradientDecimals =
                Field.of(text ->
                        actions.change(w ->
                                w.choose(rounding.withGradientDecimals(Integer.parseInt(text)))));
        writes =
                Field.of(key ->
                        actions.change(w ->
                                w.choose(
                                        rounding.with(
                                                Rounding.Writes.of(key)
                                                        .orElse(Rounding.Writes.DZ)))));
        slope =
                Field.of(key ->
                        actions.change(w ->
                                w.choose(
                                        rounding.with(
                                                Rounding.Slope.of(key).orElse(Rounding.Slope.P)))));
        language =
                Field.of(key -> actions.change(w -> w.look(v -> v.withLanguage(Locale.of(key)))));
        theme = Field.of(actions::theme);
        choose = Native.button("btn", notations);
        reset = Native.button("btn", () -> actions.change(Workspace::reset));
        present = Native.button("btn", actions::present);
        shortcuts = Native.button("btn", actions::shortcuts);
        about.setAttribute("href", "about");
        about.setAttribute("router-ignore", true);
        getElement().setAttribute("class", "menu");
        getElement().setAttribute("name", "menu");
        getElement()
                .appendChild(
                        summary,
                        Native.of(
                                "div",
                                "menu-body",
                                notation.label,
                                choose,
                                digits.label,
                                decimals.label,
                                gradientDecimals.label,
                                writes.label,
                                slope.label,
                                way,
                                language.label,
                                theme.label,
                                Native.of(
                                        "div", "menu-buttons", reset, present, shortcuts, about)));
    }

    @Override
    public void show(Shown shown) {
        Words words = shown.words();
        Rounding own = shown.worksheet().paper();
        rounding = own == null ? Rounding.SHEET : own;
        Native.setText(summary, words.of("settings"));
        notation.show(
                words.of("notation"),
                notations(words, shown.view().notation()),
                Preset.of(shown.view().notation()).map(Preset::key).orElse(""));
        Native.setText(choose, words.of("notation.dialog"));
        digits.show(words.of("digits"), range(2), Integer.toString(shown.view().digits()));
        Notation letters = shown.view().notation();
        decimals.show(
                words.of(
                        "decimals",
                        letters.preactivation(),
                        letters.activation(),
                        letters.symbol(rounding.writes() == Rounding.Writes.DZ ? Kind.DZ : Kind.DP),
                        letters.loss()),
                range(0),
                Integer.toString(rounding.decimals()));
        gradientDecimals.show(
                words.of("decimals.gradient"),
                range(0),
                Integer.toString(rounding.gradientDecimals()));
        digits.label.setVisible(own == null);
        decimals.label.setVisible(own != null);
        gradientDecimals.label.setVisible(own != null);
        showWay(words, letters);
        writes.label.setVisible(own != null);
        slope.label.setVisible(own != null);
        way.setVisible(own != null);
        language.show(
                words.of("language"),
                List.of(new Native.Option("en", "English"), new Native.Option("de", "Deutsch")),
                words.locale().getLanguage());
        theme.show(
                words.of("theme"),
                Stream.of("system", "light", "dark")
                        .map(key -> new Native.Option(key, words.of("theme." + key)))
                        .toList(),
                actions.theme());
        Native.setText(reset, words.of("reset"));
        Native.setText(present, words.of(actions.presenting() ? "present.end" : "present"));
        Native.setText(shortcuts, words.of("shortcuts"));
        Native.setText(about, words.of("about"));
    }

    /** Which error gradient is written, and what slopes are of, with a small example. */
    private void showWay(Words words, Notation letters) {
        String dz = letters.symbol(Kind.DZ);
        String dp = letters.symbol(Kind.DP);
        writes.show(
                words.of("writes"),
                Arrays.stream(Rounding.Writes.values())
                        .map(each ->
                                new Native.Option(
                                        each.key(), words.of("writes." + each.key(), dz, dp)))
                        .toList(),
                rounding.writes().key());
        String p = letters.preactivation();
        String z = letters.activation();
        slope.show(
                words.of("slope"),
                Arrays.stream(Rounding.Slope.values())
                        .map(each ->
                                new Native.Option(
                                        each.key(), words.of("slope." + each.key(), p, z)))
                        .toList(),
                rounding.slope().key());
        Native.setText(
                way,
                words.of("writes." + rounding.writes().key() + ".text", dz, dp)
                        + " "
                        + words.of("slope." + rounding.slope().key() + ".text", p, z));
    }

    /** The presets; the reader's own choices where they are none. */
    private static List<Native.Option> notations(Words words, Notation chosen) {
        Stream<Native.Option> presets =
                Arrays.stream(Preset.values())
                        .map(n -> new Native.Option(n.key(), words.of("notation." + n.key())));
        Stream<Native.Option> own =
                Preset.of(chosen).isPresent()
                        ? Stream.of()
                        : Stream.of(new Native.Option("", words.of("notation.own")));
        return Stream.concat(presets, own).toList();
    }

    private static List<Native.Option> range(int least) {
        return IntStream.rangeClosed(least, 10)
                .mapToObj(i -> new Native.Option(Integer.toString(i), Integer.toString(i)))
                .toList();
    }
}
