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
    Content content(Shown asked) {
        Words words = asked.words();
        int count = count(asked);
        String root = (key ? "./exercise" : "./" + KEY) + (count > 1 ? "/" + count : "");
        Native.setText(other, words.of(key ? "paper.exercise" : "paper.key"));
        Native.setAttribute(other, "data-root", root);
        return content(asked, 1, count);
    }

    @Override
    String coded(Shown asked) {
        return key ? "" : link(exercise(asked));
    }

    private static String link(Exercise exercise) {
        return "practise"
                + Permalink.link(Permalink.query(exercise.worksheet(), exercise.view()))
                        .substring(1);
    }

    @Override
    List<Further> further(Shown asked) {
        int count = count(asked);
        List<Exercise> variants =
                count == 1 ? List.of() : Generator.variants(exercise(asked), count);
        return IntStream.range(1, variants.size())
                .mapToObj(i -> further(asked.words(), variants.get(i), i + 1, count))
                .toList();
    }

    private Further further(Words words, Exercise variant, int number, int count) {
        Shown asked = Shown.of(new Workspace(variant.worksheet(), variant.view()), words);
        return new Further(content(asked, number, count), !key, link(variant));
    }

    /** So many sheets as are wanted, and as there may be. */
    private int count(Shown asked) {
        int numbers = exercise(asked).items(asked.display()).size();
        return Math.clamp(wanted, 1, Generator.most(asked.problem(), numbers));
    }

    private static Exercise exercise(Shown asked) {
        return new Exercise(asked.worksheet(), asked.view());
    }

    private Content content(Shown asked, int number, int count) {
        Words words = asked.words();
        Shown whole =
                Shown.of(new Workspace(asked.worksheet(), asked.view().withAsked(null)), words);
        String own = Titles.of(asked.worksheet(), words);
        String kind = words.of(key ? "paper.key" : "paper.exercise");
        String named = own.isBlank() ? kind : words.of("paper.title", own, kind);
        String title =
                count == 1 ? named : words.of("paper.title", named, asked.numbers().count(number));
        Attempt empty = new Attempt(exercise(asked), asked.numbers());
        return new Content(
                title,
                ExerciseSheet.head(asked, title, key),
                words.of("practise.aside.back"),
                words.of("paper.link"),
                key ? whole : asked,
                key
                        ? ExerciseSheet.key(asked, whole, empty, count == 1)
                        : ExerciseSheet.exercise(asked, empty));
    }
}
