package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Layer;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** What is asked, how numbers are carried, and when answers are marked. */
@Tag("div")
class AskedForm extends Component {
    private final Element what;
    private final Element whatText = new Element("span");
    private final Element carried;
    private final Element carriedText = new Element("span");
    private final Element manner;
    private final Element mannerText = new Element("span");
    private List<Asked> offered = List.of();
    private Rounding paper = Rounding.SHEET;

    /** What the form asks for. */
    interface Wishes {
        void ask(Asked asked);

        void carry(@Nullable Rounding rounding);
    }

    private @Nullable Asked asked;

    AskedForm(Wishes wishes) {
        what =
                Native.select(key ->
                        offered.stream()
                                .filter(each -> each.key().equals(key))
                                .findFirst()
                                .ifPresent(each -> wishes.ask(each.asExam(isExam()))));
        carried = Native.select(key -> wishes.carry(key.equals("exact") ? null : paper));
        manner = Native.select(key -> ask(wishes::ask, key.equals("exam")));
        getElement().setAttribute("class", "asked");
        getElement()
                .appendChild(
                        Native.of("label", "", whatText, what),
                        Native.of("label", "", carriedText, carried),
                        Native.of("label", "", mannerText, manner));
    }

    private boolean isExam() {
        return asked != null && asked.handedIn();
    }

    private void ask(Consumer<Asked> wish, boolean exam) {
        if (asked != null) {
            wish.accept(asked.asExam(exam));
        }
    }

    void show(Shown shown) {
        Words words = shown.words();
        asked = Objects.requireNonNull(shown.view().asked());
        Asked plain = asked.asExam(false);
        offered = offers(shown.worksheet(), plain);
        Native.setText(whatText, words.of("practise.what"));
        Native.options(
                what,
                offered.stream()
                        .map(each -> new Native.Option(each.key(), name(shown, each)))
                        .toList(),
                plain.key());
        Rounding own = shown.worksheet().paper();
        paper = own == null ? paper : own;
        Native.setText(carriedText, words.of("practise.carried"));
        List<Native.Option> ways = new ArrayList<>();
        ways.add(new Native.Option("exact", words.of("practise.carried.exact")));
        if (Limits.allowPaper(shown.problem())) {
            ways.add(
                    new Native.Option(
                            "paper",
                            words.of(
                                    "arithmetic.paper.decimals",
                                    paper.decimals(),
                                    paper.gradientDecimals())));
        }
        Native.options(carried, ways, own == null ? "exact" : "paper");
        Native.setText(mannerText, words.of("practise.manner"));
        Native.options(
                manner,
                List.of(
                        new Native.Option("once", words.of("practise.manner.once")),
                        new Native.Option("exam", words.of("practise.manner.exam"))),
                isExam() ? "exam" : "once");
    }

    /** The levels, the steps one by one, and what is asked now, if it is none of them. */
    private static List<Asked> offers(Worksheet worksheet, Asked now) {
        List<Asked> offers = new ArrayList<>();
        single(worksheet).ifPresent(offers::add);
        offers.add(Asked.steps(Step.UPDATE, Step.UPDATE));
        offers.add(Asked.steps(Step.OUTPUT_WEIGHTS, Step.UPDATE));
        offers.add(Asked.steps(Step.OUTPUT_ERROR, Step.UPDATE));
        offers.add(Asked.steps(Step.FORWARD, Step.UPDATE));
        Step.of(worksheet).stream()
                .filter(step -> step != Step.UPDATE)
                .map(step -> Asked.steps(step, step))
                .forEach(offers::add);
        if (!offers.contains(now)) {
            offers.add(now);
        }
        return offers;
    }

    /** The update of a first weight, the easiest question. */
    private static Optional<Asked> single(Worksheet worksheet) {
        return worksheet.problem().network().layers().reversed().stream()
                .filter(layer -> !layer.isWeightless())
                .map(Layer::name)
                .findFirst()
                .map(name -> Asked.of(Quantity.w(name, 1, 1).as(Quantity.Kind.NW), Step.UPDATE));
    }

    /** What can be asked of any network, however large. */
    static Asked easiest(Worksheet worksheet) {
        return single(worksheet).orElseGet(() -> Asked.steps(Step.OUTPUT_ERROR, Step.OUTPUT_ERROR));
    }

    private static String name(Shown shown, Asked asked) {
        Words words = shown.words();
        Quantity single = asked.single();
        if (single != null) {
            String name = shown.name(single);
            return single.kind() == Quantity.Kind.NW
                            && asked.equals(single(shown.worksheet()).orElse(null))
                    ? words.of("practise.level.1", name)
                    : name;
        }
        if (asked.last() == Step.UPDATE) {
            return switch (asked.first()) {
                case UPDATE -> words.of("practise.level.2");
                case OUTPUT_WEIGHTS -> words.of("practise.level.3");
                case OUTPUT_ERROR -> words.of("practise.level.4");
                case FORWARD -> words.of("practise.level.5");
                case HIDDEN_ERROR, HIDDEN_WEIGHTS, REDUCE -> range(words, asked);
            };
        }
        return asked.first() == asked.last()
                ? words.of("step." + asked.first().key() + ".title")
                : range(words, asked);
    }

    private static String range(Words words, Asked asked) {
        return words.of(
                "practise.steps",
                words.of("step." + asked.first().key() + ".short"),
                words.of("step." + asked.last().key() + ".short"));
    }
}
