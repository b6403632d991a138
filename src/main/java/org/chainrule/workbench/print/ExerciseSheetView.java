package org.chainrule.workbench.print;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise;
import org.chainrule.practice.Generator;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.practice.Opening;
import org.chainrule.worksheet.View;

/**
 * An exercise as a sheet of paper with boxes to fill, and its solution sheet, of one link; or so
 * many variants of it, each a sheet, and one solution sheet of them all.
 *
 * <p>On an exercise sheet no number stands that is asked.
 */
@Route("exercise")
@RouteAlias("exercise" + ExerciseSheetView.COUNTED)
@RouteAlias(ExerciseSheetView.KEY)
@RouteAlias(ExerciseSheetView.KEY + ExerciseSheetView.COUNTED)
class ExerciseSheetView extends SheetOfPaper {
    static final String KEY = "key";
    static final String COUNTED = "/:count([0-9]{1,2})";

    private final Element other;
    private boolean key;
    private int wanted = 1;

    ExerciseSheetView() {
        this(Native.of("a", "btn other"));
    }

    private ExerciseSheetView(Element other) {
        super(other);
        this.other = other;
        getElement().setAttribute("data-root", "./practise");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = event.getLocation().getFirstSegment().equals(KEY);
        wanted = event.getRouteParameters().getInteger("count").orElse(1);
        super.beforeEnter(event);
    }

    @Override
    View view(Permalink.Opened opened, Numbers numbers) {
        return Opening.of(opened.worksheet(), opened.view(), numbers).exercise().view();
    }

    @Override
    String back() {
        return "practise.aside.back";
    }

    @Override
    List<Paper.Content> sheets(Shown asked) {
        Words words = asked.words();
        Exercise exercise = new Exercise(asked.worksheet(), asked.view());
        int most = Generator.most(asked.problem(), exercise.items(asked.display()).size());
        int count = Math.clamp(wanted, 1, most);
        String root = (key ? "./exercise" : "./" + KEY) + (count > 1 ? "/" + count : "");
        Native.setText(other, words.of(key ? "paper.exercise" : "paper.key"));
        Native.setAttribute(other, "data-root", root);
        if (count == 1) {
            return List.of(sheet(exercise, 0, words));
        }
        List<Exercise> variants = Generator.variants(exercise, count);
        return IntStream.range(0, count)
                .mapToObj(i -> sheet(variants.get(i), i + 1, words))
                .toList();
    }

    /**
     * @param number of a variant in a pile, from 1; 0 for an exercise alone, whose key is worked
     *     out
     */
    private Paper.Content sheet(Exercise exercise, int number, Words words) {
        Shown asked = shown(exercise, exercise.view(), words);
        Shown whole = shown(exercise, exercise.view().withAsked(null), words);
        String own = Titles.of(exercise.worksheet(), words);
        String kind = words.of(key ? "paper.key" : "paper.exercise");
        String named = own.isBlank() ? kind : words.of("paper.title", own, kind);
        String title =
                number == 0 ? named : words.of("paper.title", named, asked.numbers().count(number));
        Attempt empty = new Attempt(exercise, asked.numbers());
        return new Paper.Content(
                title,
                ExerciseSheet.head(asked, title, key),
                !key ? asked : number <= 1 ? whole : null,
                key
                        ? ExerciseSheet.key(asked, whole, empty, number == 0)
                        : ExerciseSheet.exercise(asked, empty),
                new Paper.Link(words.of("paper.link"), link(exercise), !key));
    }

    private static Shown shown(Exercise exercise, View view, Words words) {
        return Shown.of(new Workspace(exercise.worksheet(), view), words);
    }

    private static String link(Exercise exercise) {
        return "practise"
                + Permalink.link(Permalink.query(exercise.worksheet(), exercise.view()))
                        .substring(1);
    }
}
