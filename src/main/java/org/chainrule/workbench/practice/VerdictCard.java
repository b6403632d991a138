package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chainrule.notation.Language;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.practice.Factor;
import org.chainrule.practice.Hints;
import org.chainrule.practice.Hints.Rung;
import org.chainrule.practice.Says;
import org.chainrule.practice.Verdict;
import org.chainrule.solution.Solution;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/** What is said of the number at hand: its verdict in one sentence, and one thing to do. */
@Tag("section")
class VerdictCard extends Component {
    /** So many wrong answers bring the number's own formula, … */
    private static final int TWO = 2;

    private final Element said = Native.of("div", "told");
    private final Element hints = Native.of("div", "hints");
    private final Element factors = Native.of("div", "factors");
    private final Element understand;
    private final Element hint;
    private final Set<String> understood = new HashSet<>();
    private String parts = "";

    /**
     * @param change makes a change and shows the page again
     */
    VerdictCard(Consumer<Consumer<Attempt>> change) {
        understand = Native.button("btn", () -> change.accept(this::understand));
        hint = Native.button("btn more", () -> change.accept(VerdictCard::next));
        said.setAttribute("role", "status");
        getElement().setAttribute("class", "verdict");
        getElement().appendChild(said, hints, factors, Native.of("div", "row", understand, hint));
    }

    private void understand(Attempt attempt) {
        String key = attempt.current();
        if (key != null) {
            understood.add(key + " " + attempt.text(key));
        }
    }

    private static void next(Attempt attempt) {
        String key = attempt.current();
        if (key != null) {
            attempt.hint(key);
        }
    }

    void show(Shown shown, Attempt attempt) {
        Words words = shown.words();
        Item item = attempt.current() == null ? null : attempt.item(attempt.current()).orElse(null);
        Native.setText(understand, words.of("practise.understand"));
        hide(getElement(), attempt.isEnded());
        if (item == null) {
            Native.setAttribute(getElement(), "data-state", null);
            Native.setHtml(
                    said,
                    "<p>"
                            + words.of(attempt.isExam() ? "practise.start.exam" : "practise.start")
                            + "</p>");
            Native.setHtml(hints, "");
            setFactors(shown, null);
            hide(understand, true);
            hide(hint, true);
            return;
        }
        Verdict verdict =
                attempt.isMarked() ? attempt.verdict(item.key()) : new Verdict.Unanswered();
        boolean right = Verdicts.isRight(verdict);
        Native.setAttribute(getElement(), "data-state", verdict.key());
        Native.setHtml(said, said(shown, attempt, item, verdict));
        Native.setHtml(hints, hints(shown, attempt, item));
        hide(
                understand,
                !(verdict instanceof Verdict.Slipped slipped)
                        || isToldAtOnce(attempt, item, slipped));
        List<Rung> taken = attempt.hints(item.key());
        boolean last = taken.size() == Rung.values().length;
        hide(hint, right || last || !attempt.isMarked());
        Native.setText(
                hint,
                words.of(
                        taken.size() + 1 == Rung.values().length
                                ? "practise.value"
                                : "practise.hint"));
        Native.setAttribute(
                hint, "data-rung", taken.isEmpty() ? null : item.key() + " " + taken.size());
        boolean open = verdict instanceof Verdict.Wrong || attempt.wrong(item.key()) >= TWO;
        setFactors(shown, open && !right && attempt.isMarked() ? item : null);
    }

    private static void hide(Element element, boolean hidden) {
        Native.setAttribute(element, "hidden", hidden ? "" : null);
    }

    private boolean isToldAtOnce(Attempt attempt, Item item, Verdict.Slipped slipped) {
        return slipped.slips().getFirst().slip().isOfAttention()
                || understood.contains(item.key() + " " + attempt.text(item.key()));
    }

    private String said(Shown shown, Attempt attempt, Item item, Verdict verdict) {
        Words words = shown.words();
        String name = Text.name(shown.signs().sign(item.line().subject().quantity()));
        StringBuilder html = new StringBuilder("<h3>");
        String sign = Verdicts.sign(verdict);
        if (!sign.isEmpty()) {
            html.append("<span class=\"sign\" aria-hidden=\"true\">")
                    .append(sign)
                    .append("</span> ");
        }
        html.append("<span class=\"m\">").append(name).append("</span> ");
        if (!(verdict instanceof Verdict.Unanswered)) {
            html.append("<span class=\"typed\">")
                    .append(Text.escape(Verdicts.shown(attempt.text(item.key()))))
                    .append("</span> ");
        }
        html.append("<span class=\"word\">")
                .append(
                        verdict instanceof Verdict.Unanswered && !attempt.isMarked()
                                ? words.of("practise.noted")
                                : new Verdicts(words).word(verdict))
                .append("</span></h3>");
        sentences(shown, attempt, item, verdict)
                .forEach(sentence ->
                        html.append("<p>").append(Text.escape(sentence)).append("</p>"));
        return html.toString();
    }

    private List<String> sentences(Shown shown, Attempt attempt, Item item, Verdict verdict) {
        Words words = shown.words();
        Says says = Says.of(attempt.answers(), words.locale(), shown.view().notation());
        return switch (verdict) {
            case Verdict.Right _ -> List.of();
            case Verdict.Unanswered _ -> List.of();
            case Verdict.Follows follows -> List.of(says.of(follows));
            case Verdict.Rounded rounded -> List.of(says.of(rounded));
            case Verdict.Slipped slipped -> {
                List<String> all = new ArrayList<>();
                if (!isToldAtOnce(attempt, item, slipped)) {
                    all.add(says.place(slipped.slips().getFirst(), item.question().ref()));
                } else {
                    // One slip in another line is the same slip.
                    slipped.slips().stream()
                            .collect(
                                    Collectors.toMap(
                                            Verdict.Found::slip,
                                            each -> says.of(each, item.question().ref()),
                                            (one, _) -> one,
                                            LinkedHashMap::new))
                            .values()
                            .forEach(all::add);
                }
                yield all;
            }
            case Verdict.Wrong(var possible) ->
                    List.of(
                            possible > 1
                                    ? words.of("practise.several", attempt.text(item.key()))
                                    : words.of("practise.wrong"));
            case Verdict.Unread _ -> List.of(words.of("practise.unread"));
        };
    }

    private String hints(Shown shown, Attempt attempt, Item item) {
        List<Rung> rungs = new ArrayList<>(attempt.hints(item.key()));
        boolean marked = attempt.isMarked();
        if (marked
                && attempt.wrong(item.key()) >= TWO
                && !Verdicts.isRight(attempt.verdict(item.key()))
                && !rungs.contains(Rung.OWN)) {
            rungs.add(Rung.OWN);
        }
        return rungs.stream()
                .map(rung -> "<div class=\"rung\">" + rung(shown, attempt, item, rung) + "</div>")
                .collect(Collectors.joining());
    }

    private static String rung(Shown shown, Attempt attempt, Item item, Rung rung) {
        var line = item.line();
        return switch (rung) {
            case RULE -> "<p>" + rule(shown, item) + "</p>";
            case GENERAL -> Text.lines(line.general(Language.MATHML), line.general(Language.TEXT));
            case OWN -> Text.lines(line.symbolic(Language.MATHML), line.symbolic(Language.TEXT));
            case NUMBERS -> numbers(shown, attempt, item);
            case VALUE -> Text.lines(line.worked(Language.MATHML), line.worked(Language.TEXT));
        };
    }

    private static String rule(Shown shown, Item item) {
        var notation = shown.view().notation();
        return shown.words()
                .of(
                        Solution.of(shown.display()).about(item.step()),
                        notation.loss(),
                        notation.rate());
    }

    /** Numbers that are asked themselves are not given away for it. */
    private static String numbers(Shown shown, Attempt attempt, Item item) {
        var missing = Hints.missing(attempt, item);
        if (missing.isEmpty()) {
            var line = item.line();
            return Text.lines(line.inserted(Language.MATHML), line.inserted(Language.TEXT));
        }
        String names =
                missing.stream()
                        .map(ref -> shown.symbols(Language.TEXT).name(ref))
                        .collect(Collectors.joining(", "));
        return "<p>" + shown.words().of("practise.missing", names) + "</p>";
    }

    /** The parts of a formula as boxes, which say which of them are right. */
    private void setFactors(Shown shown, @Nullable Item item) {
        List<Factor> of = item == null ? List.of() : Factor.of(shown.display(), item);
        String key = item == null || of.isEmpty() ? "" : item.key() + shown.words().locale();
        if (key.equals(parts)) {
            return;
        }
        parts = key;
        factors.removeAllChildren();
        if (of.isEmpty()) {
            return;
        }
        factors.appendChild(Native.text("p", shown.words().of("practise.factors")));
        Element boxes = Native.of("div", "boxes");
        of.forEach(factor -> boxes.appendChild(box(shown, factor)));
        factors.appendChild(boxes);
    }

    private static Element box(Shown shown, Factor factor) {
        Element input = Native.of("input", "");
        input.setAttribute("type", "text");
        input.setAttribute("autocomplete", "off");
        input.setAttribute("aria-label", factor.symbolic(shown.display(), Language.TEXT));
        Element sign = Native.of("span", "sign");
        sign.setAttribute("role", "status");
        Element formula = new Element("span");
        Native.setHtml(formula, Text.inline(factor.symbolic(shown.display(), Language.MATHML)));
        Element box = Native.of("label", "factor", formula, input, sign);
        input.addEventListener(
                        "change",
                        event -> {
                            String text = event.getEventData().get("element.value").asString();
                            boolean right = factor.is(text);
                            Native.setAttribute(
                                    box,
                                    "data-verdict",
                                    text.isBlank() ? null : right ? "right" : "wrong");
                            Native.setText(
                                    sign,
                                    text.isBlank()
                                            ? ""
                                            : shown.words()
                                                    .of(
                                                            right
                                                                    ? "practise.part.right"
                                                                    : "practise.part.wrong"));
                        })
                .addEventData("element.value");
        return box;
    }
}
