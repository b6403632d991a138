package org.chainrule.workbench.kit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Language;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Signs;
import org.chainrule.notation.Typesetter;
import org.chainrule.solution.Display;
import org.chainrule.solution.Solved;
import org.chainrule.worksheet.Change;
import org.chainrule.worksheet.Comparison;
import org.chainrule.worksheet.Descent;
import org.chainrule.worksheet.History;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * All that the page is a function of.
 *
 * @param solved the worksheet's numbers
 * @param history the worksheet with what it was before
 * @param descent how J went from update to update
 * @param comparison with what is pinned, or null
 */
public record Shown(
        Worksheet worksheet,
        View view,
        Solved solved,
        History history,
        Optional<Descent> descent,
        @Nullable Comparison comparison,
        Words words,
        Numbers numbers,
        Map<Ref, Refused> rejected,
        Map<String, Refused> refused,
        int revision) {

    public static Shown of(Workspace workspace, Words words) {
        return new Shown(
                workspace.worksheet(),
                workspace.view(),
                workspace.solved(),
                workspace.history(),
                Descent.of(workspace.settled()),
                workspace.comparison(),
                words,
                Numbers.in(words.locale()),
                Map.copyOf(workspace.rejected()),
                Map.copyOf(workspace.refused()),
                workspace.revision());
    }

    /**
     * Whether only the selection may differ from {@code before}: then what does not show it stands
     * as it is. False where something is pinned, since that would cost more than it saves.
     */
    public boolean isButForTheSelection(Shown before) {
        return Objects.equals(worksheet, before.worksheet)
                && solved == before.solved
                && comparison == null
                && before.comparison == null
                && revision == before.revision
                && view.withSelection(null).equals(before.view.withSelection(null))
                && words.locale().equals(before.words.locale())
                && rejected.equals(before.rejected)
                && refused.equals(before.refused);
    }

    /** In the worksheet's arithmetic. */
    public Values values() {
        return solved.values();
    }

    /** In doubles. */
    public ExactValues exact() {
        return solved.exact();
    }

    public Problem problem() {
        return worksheet.problem();
    }

    public Network network() {
        return problem().network();
    }

    /** The numbers of inputs and neurons: "2-2-2". */
    public String sizes() {
        StringBuilder sizes = new StringBuilder().append(network().inputs());
        network().layers().forEach(layer -> sizes.append("-").append(layer.size()));
        return sizes.toString();
    }

    public boolean isBatch() {
        return problem().isReduced();
    }

    public Ref ref(Quantity quantity) {
        return Ref.shown(quantity, view.sample());
    }

    /** The number as it is displayed. */
    public String text(Quantity quantity) {
        return text(ref(quantity));
    }

    public String text(Ref ref) {
        return display().text(ref);
    }

    /** The number as it was displayed when it was pinned. */
    public String pinnedText(Ref ref) {
        Comparison with = Objects.requireNonNull(comparison);
        return new Display(with.pinned(), with.before(), view, numbers).text(ref);
    }

    /** The number as it is displayed, or null where its step is not yet reached. */
    public @Nullable String reached(Quantity quantity) {
        return display().reached(quantity);
    }

    public boolean isReached(Quantity quantity) {
        return display().isReached(quantity);
    }

    /** How the page's numbers are displayed. */
    public Display display() {
        return new Display(worksheet, values(), view, numbers);
    }

    /**
     * Its change since the pin, or null where nothing is pinned, nothing changed, or its step is
     * not yet reached.
     */
    public @Nullable String delta(Quantity quantity) {
        if (comparison == null || !isReached(quantity)) {
            return null;
        }
        Ref ref = ref(quantity);
        Change change = comparison.change(ref);
        return change != null
                ? delta(change)
                : comparison.isNew(ref) ? words.of("compare.new") : null;
    }

    public String delta(Change change) {
        BigDecimal difference = change.difference();
        if (difference == null) {
            return numbers.format(change.after() - change.before(), 0);
        }
        Rounding paper = worksheet.paper();
        Kind kind = change.ref().quantity().kind();
        int decimals = paper == null ? view.digits() : paper.decimalsOf(kind);
        return numbers.change(difference, decimals);
    }

    /** What a typed number's field holds: what was refused stays. */
    public Held field(Quantity quantity) {
        return field(ref(quantity));
    }

    public Held field(Ref ref) {
        Refused kept = rejected.get(ref);
        @Nullable String text = kept == null ? null : kept.entered();
        return text == null ? Held.of(display().entered(ref), text(ref)) : Held.refused(text);
    }

    /** The same of a number that has no address. */
    public Held field(double value) {
        return Held.of(value, view.digits(), numbers);
    }

    /** Why the entry in this field was refused, or null. */
    public @Nullable String error(Quantity quantity) {
        return error(ref(quantity));
    }

    public @Nullable String error(Ref ref) {
        Refused kept = rejected.get(ref);
        return kept == null ? null : Explanation.of(kept.why(), words).head();
    }

    /** What was entered at {@code place} and refused, or {@code otherwise}. */
    public String entry(String place, String otherwise) {
        Refused kept = refused.get(place);
        return kept == null || kept.entered() == null ? otherwise : kept.entered();
    }

    /** Why what was asked for at {@code place} cannot be, or null. */
    public @Nullable Explanation refusal(String place) {
        Refused kept = refused.get(place);
        return kept == null ? null : Explanation.of(kept.why(), words);
    }

    public Typesetter symbols(Language language) {
        return display().symbols(language);
    }

    public Signs signs() {
        return display().signs();
    }

    /** Its name in one line, for accessible names. */
    public String name(Quantity quantity) {
        return symbols(Language.TEXT).name(quantity);
    }

    /** "x₁", or "n₁ hid" for a neuron that feeds layer l. */
    public String source(int l, int t) {
        return l == 0 ? name(Quantity.x(t)) : neuron(network().layer(l - 1), t);
    }

    /** "Sample 3 of 200". */
    public String sampleName() {
        return words.of("scope.step.sample", count(view.sample() + 1), count(samples()));
    }

    /** "Batch of 200 (mean)". */
    public String batchName() {
        return words.of("scope.step.batch." + problem().reduction(), count(samples()));
    }

    private int samples() {
        return problem().samples().size();
    }

    private String count(int number) {
        return numbers.grouped(number);
    }

    /** What output {@code k} stands for, or empty; {@code k} from 1. */
    public String caption(int k) {
        List<String> captions = view.captions();
        return captions.size() == network().outputs() ? captions.get(k - 1) : "";
    }

    /** What a neuron of the last layer stands for. */
    public Optional<String> captionOf(Layer layer, int k) {
        boolean last = layer.name().equals(network().last().name());
        return Optional.of(last ? caption(k) : "").filter(caption -> !caption.isEmpty());
    }

    public String neuron(Layer layer, int k) {
        return signs().text(layer.name(), k);
    }
}
