package org.chainrule.workbench.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Nudge;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Manner;
import org.chainrule.solution.Solved;
import org.chainrule.worksheet.Comparison;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.History;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Pin;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Refusals;
import org.jspecify.annotations.Nullable;

/** What one browser tab works on: the worksheet's history, the view, the run, refused entries. */
public final class Workspace {
    private History history;
    private View view;
    private final Entries entries = new Entries();
    private final Computed computed;
    private final Runs runs = new Runs();
    private final Scrub scrub = new Scrub();
    private final LinkText link = new LinkText();
    private int revision;

    public Workspace(Worksheet worksheet, View view) {
        history = History.of(worksheet);
        computed = new Computed(worksheet);
        this.view = view;
    }

    public Worksheet worksheet() {
        return history.present();
    }

    public History history() {
        return history;
    }

    public View view() {
        return view;
    }

    public Map<Ref, Refused> rejected() {
        return entries.numbers();
    }

    /** What was asked for and cannot be, by the place where it was asked. */
    public Map<String, Refused> refused() {
        return entries.others();
    }

    /** Counts edits, so that a cell is painted again even where its number came out as it was. */
    public int revision() {
        return revision;
    }

    /** The text of its link. */
    public String query() {
        return Permalink.query(worksheet(), view);
    }

    /** The text of the link in the address bar, which does not follow a run. */
    public String address() {
        return link.of(settled().present(), view);
    }

    /** What the address follows: while a run goes on, the history before its step. */
    History settled() {
        boolean passing = runs.present().filter(run -> run.isPassing(worksheet())).isPresent();
        return passing ? history.before() : history;
    }

    /** Whether the address is that of {@code worksheet}. */
    public boolean isAt(Worksheet worksheet) {
        return settled().present().equals(worksheet);
    }

    public Runs runs() {
        return runs;
    }

    public void look(UnaryOperator<View> change) {
        view = change.apply(view).on(worksheet());
    }

    /**
     * Opens a link to the worksheet that is here already, or was before the last step, or the one
     * undone last. A run that the page follows goes on. A pin that no link can carry stays.
     *
     * @return false where the link's worksheet is another
     */
    public boolean reopen(Worksheet worksheet, View linked) {
        Optional<History> there =
                Stream.of(history, history.undo(), history.redo())
                        .filter(each -> isAt(worksheet) || each.present().equals(worksheet))
                        .findFirst();
        there.ifPresent(found -> history = found);
        there.ifPresent(_ -> reopen(linked));
        return there.isPresent();
    }

    private void reopen(View linked) {
        Pin own = view.pin();
        boolean kept = linked.pin() == null && own != null && !Permalink.carries(own, worksheet());
        look(_ -> kept ? linked.withPin(own) : linked);
    }

    /** From now on every number is compared with what it is. */
    public void pin() {
        look(v -> v.withPin(new Pin(worksheet(), v.pin() != null && v.pin().relative())));
    }

    public void unpin() {
        look(v -> v.withPin(null));
    }

    /** Ranks effects by their size, or by their share of what was there. */
    public void rankBy(boolean share) {
        look(v -> v.pin() == null ? v : v.withPin(v.pin().withRelative(share)));
    }

    public void backToPin() {
        if (view.pin() != null) {
            edit(new Edit.Replace(view.pin().worksheet()));
        }
    }

    /** The worksheet's numbers: the same ones until it has others. */
    public Solved solved() {
        return computed.of(worksheet());
    }

    /** With what is pinned, or null. */
    @Nullable Comparison comparison() {
        return computed.comparison(worksheet(), view.pin());
    }

    /** Goes {@code steps} on, or back where negative. */
    public void step(int steps) {
        look(v -> v.taking(v.step().moved(worksheet(), steps)));
    }

    public void edit(Edit edit) {
        edit(edit, false);
    }

    /** Puts another worksheet in the place of this one, whose example's note goes with it. */
    public void open(Worksheet other) {
        edit(new Edit.Replace(other));
        look(v -> v.withExample(null));
    }

    /** {@code continued}: as a part of the step just taken, so that one undo takes back both. */
    public void edit(Edit edit, boolean continued) {
        history = continued ? history.continued(edit) : history.after(edit);
        settle();
    }

    /** Applies {@code edit}, or keeps what was entered at {@code place} with the reason why not. */
    public void attempt(String place, @Nullable String entered, Edit edit) {
        Refusals.of(edit, worksheet())
                .ifPresentOrElse(
                        why -> refuse(place, new Refused(entered, why)), () -> settle(place, edit));
    }

    public void refuse(String place, Refused entry) {
        entries.others().put(place, entry);
        revision++;
    }

    /** Forgets what was refused at {@code place}. */
    public void forgive(String place) {
        entries.others().remove(place);
        revision++;
    }

    /** Other entries that were refused stay. */
    private void settle(String place, Edit edit) {
        Map<String, Refused> others = entries.besides(place);
        edit(edit);
        entries.others().putAll(others);
    }

    public void undo() {
        history = history.undo();
        settle();
    }

    public void redo() {
        history = history.redo();
        settle();
    }

    public void reset() {
        edit(new Edit.Replace(history.opened()));
    }

    private void settle() {
        entries.clear();
        revision++;
        view = view.on(worksheet());
    }

    /**
     * Commits what was typed or pasted: the numbers among it as one step, the rest stays where it
     * was typed.
     */
    public void commit(Map<Quantity, String> typed, Manner manner) {
        Map<Ref, String> texts = new LinkedHashMap<>();
        typed.forEach((quantity, text) -> texts.put(ref(quantity), text));
        commit(
                texts,
                manner,
                numbers -> {
                    List<Edit> edits = new ArrayList<>();
                    numbers.forEach((ref, value) ->
                            edits.add(new Edit.SetNumber(ref.quantity(), view.sample(), value)));
                    return new Edit.Several(edits);
                });
    }

    /**
     * The same for numbers of any sample.
     *
     * @param edit what the numbers among them do; it may add rows for the rest to stay in
     */
    public void commit(
            Map<Ref, String> typed, Manner manner, Function<Map<Ref, Double>, Edit> edit) {
        history = history.after(edit.apply(entries.read(typed, manner)));
        revision++;
    }

    private Ref ref(Quantity quantity) {
        return Ref.shown(quantity, view.sample());
    }

    public void nudge(Quantity quantity, int steps) {
        nudge(ref(quantity), steps);
    }

    /** Moves a typed number of any sample by so many small steps. */
    public void nudge(Ref ref, int steps) {
        commitNumber(ref, Scrub.moved(worksheet().typed(ref), steps), false);
    }

    /** Moves {@code quantity} by {@code by}, as one step of the history. */
    public void move(Quantity quantity, double by) {
        commitNumber(ref(quantity), Nudge.moved(typed(quantity), by), false);
    }

    /** One drag is one step of the history, however many values it passed. */
    public void scrub(Quantity quantity, int steps, String phase) {
        double value = Scrub.moved(scrub.from(typed(quantity), phase), steps);
        if (Double.compare(value, typed(quantity)) != 0) {
            commitNumber(ref(quantity), value, scrub.step());
        }
        scrub.to(phase);
    }

    private void commitNumber(Ref ref, double value, boolean continued) {
        Edit edit = new Edit.SetNumber(ref.quantity(), ref.sample(), value);
        history = continued ? history.continued(edit) : history.after(edit);
        entries.numbers().remove(ref);
        revision++;
    }

    private double typed(Quantity quantity) {
        return worksheet().typed(ref(quantity));
    }

    /** Chooses the arithmetic, unless the worksheet is too large for it. */
    public boolean choose(@Nullable Rounding paper) {
        boolean possible = paper == null || Limits.allowPaper(worksheet().problem());
        if (possible && !Objects.equals(paper, worksheet().paper())) {
            edit(new Edit.SetArithmetic(paper));
        }
        return possible;
    }
}
