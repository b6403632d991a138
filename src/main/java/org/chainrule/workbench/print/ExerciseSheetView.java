package org.chainrule.workbench.print;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.practice.Opening;
import org.chainrule.worksheet.View;

/**
 * An exercise as a sheet of paper with boxes to fill, and its solution sheet, of one link.
 *
 * <p>On the exercise sheet no number stands that is asked.
 */
@Route("exercise")
@RouteAlias(ExerciseSheetView.KEY)
class ExerciseSheetView extends SheetOfPaper {
    static final String KEY = "key";

    private final Element other;
    private boolean key;

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
        super.beforeEnter(event);
    }

    @Override
    View view(Permalink.Opened opened, Numbers numbers) {
        return Opening.of(opened.worksheet(), opened.view(), numbers).exercise().view();
    }

    @Override
    Content content(Shown asked) {
        Words words = asked.words();
        Shown whole =
                Shown.of(new Workspace(asked.worksheet(), asked.view().withAsked(null)), words);
        String own = Titles.of(asked.worksheet(), words);
        String kind = words.of(key ? "paper.key" : "paper.exercise");
        String title = own.isBlank() ? kind : words.of("paper.title", own, kind);
        Native.setText(other, words.of(key ? "paper.exercise" : "paper.key"));
        Native.setAttribute(other, "data-root", key ? "./exercise" : "./" + KEY);
        Attempt empty = new Attempt(new Exercise(asked.worksheet(), asked.view()), asked.numbers());
        return new Content(
                title,
                ExerciseSheet.head(asked, title, key),
                words.of("practise.aside.back"),
                words.of("paper.link"),
                key ? whole : asked,
                key
                        ? ExerciseSheet.key(asked, whole, empty)
                        : ExerciseSheet.exercise(asked, empty));
    }
}
