package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.chainrule.notation.Language;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.practice.Generator;
import org.chainrule.practice.Missed;
import org.chainrule.practice.Variant;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Single numbers worked aside of an exercise, with new numbers, and the way back to it: one like
 * that which was seen done, or some of what was missed.
 */
@Tag("section")
class Aside extends Component {
    /** So many wrong answers bring the number itself; and so many numbers are worked again. */
    private static final int THREE = 3;

    private final Consumer<Exercise> go;
    private final Element said = Native.of("p", "");
    private final Element done = Native.of("div", "done");
    private final Element like;
    private final Element mixed;
    private final Element next;
    private final Element back;
    private final Deque<Item> rest = new ArrayDeque<>();
    private @Nullable Exercise from;
    private int count;

    /**
     * @param change has something done with the attempt and shows the page again
     * @param go opens an exercise
     */
    Aside(Consumer<Consumer<Attempt>> change, Consumer<Exercise> go) {
        this.go = go;
        like = Native.button("btn", () -> change.accept(this::like));
        mixed = Native.button("btn", () -> change.accept(this::mixed));
        next = Native.button("btn", this::next);
        back = Native.button("btn", this::back);
        said.setAttribute("role", "status");
        getElement().setAttribute("class", "again");
        getElement().appendChild(done, said, Native.of("div", "row", mixed, next, back));
        leave();
    }

    /** What is pressed to have the number at hand seen done; it stands with its verdict. */
    Element offer() {
        return like;
    }

    /** Forgets the exercise that it is aside of. */
    void leave() {
        from = null;
        count = 0;
        rest.clear();
        Native.setHtml(done, "");
    }

    /** Shows how the number at hand is worked out, and asks for the same with new numbers. */
    private void like(Attempt attempt) {
        Item item = stuck(attempt);
        if (item != null) {
            attempt.see(item.key());
            begin(attempt, List.of(item));
            Native.setHtml(
                    done,
                    Text.lines(
                            item.line().worked(Language.MATHML),
                            item.line().worked(Language.TEXT)));
        }
    }

    private void mixed(Attempt attempt) {
        begin(attempt, missed(attempt));
    }

    private static List<Item> missed(Attempt attempt) {
        return Missed.of(attempt, THREE, Variant.seedOf(attempt.exercise().worksheet()));
    }

    private void begin(Attempt attempt, List<Item> items) {
        Exercise first = from == null ? attempt.exercise() : from;
        leave();
        from = first;
        rest.addAll(items);
        count = items.size();
        next();
    }

    private void next() {
        Exercise exercise = from;
        Item item = rest.poll();
        if (exercise != null && item != null) {
            Native.setHtml(done, "");
            go.accept(alone(exercise, item, rest.size()));
        }
    }

    /** One number of an exercise, with other numbers. */
    private static Exercise alone(Exercise exercise, Item item, int nth) {
        Worksheet worksheet = exercise.worksheet();
        var quantity = item.question().ref().quantity();
        Step step = item.step();
        // A sample's share of what a batch adds up has no address of its own in links.
        Asked one =
                Step.of(worksheet.problem(), quantity) == step
                        ? Asked.of(quantity, step)
                        : Asked.steps(step, step);
        Exercise asked = new Exercise(worksheet, exercise.view().withAsked(one));
        long seed = Variant.seedOf(worksheet) + nth;
        return new Exercise(Generator.of(asked).variant(seed), asked.view());
    }

    private void back() {
        Exercise exercise = from;
        if (exercise != null) {
            leave();
            go.accept(exercise);
        }
    }

    /** The number at hand, where it was wrong so often that it is to be seen done. */
    private static @Nullable Item stuck(Attempt attempt) {
        String key = attempt.current();
        return key != null
                        && attempt.isMarked()
                        && !attempt.isEnded()
                        && attempt.wrong(key) >= THREE
                        && !Verdicts.isRight(attempt.verdict(key))
                ? attempt.item(key).orElse(null)
                : null;
    }

    void show(Words words, Attempt attempt) {
        boolean aside = from != null;
        Native.setText(
                said,
                !aside
                        ? ""
                        : count > 1
                                ? words.of("practise.mixed.of", count - rest.size(), count)
                                : words.of("practise.again"));
        int missed = attempt.isEnded() && !aside ? missed(attempt).size() : 0;
        button(like, stuck(attempt) != null, words.of("practise.like"));
        button(mixed, missed > 0, words.of("practise.mixed", missed));
        button(next, aside && !rest.isEmpty(), words.of("practise.mixed.next"));
        button(back, aside, words.of("practise.aside.back"));
    }

    private static void button(Element button, boolean shown, String text) {
        Native.setText(button, text);
        Native.setAttribute(button, "hidden", shown ? null : "");
    }
}
