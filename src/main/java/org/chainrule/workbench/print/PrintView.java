package org.chainrule.workbench.print;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.chainrule.export.Preface;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.workbench.kit.Address;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.practice.PractiseView;
import org.chainrule.workbench.steps.StepContent;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;

/** The whole worked solution of a permalink's worksheet, as a sheet of paper. */
@Route("print")
class PrintView extends SheetOfPaper {
    /**
     * Characters of HTML up to which a step is kept on one page; the first one begins on that of
     * the drawing, which would stay half empty.
     */
    private static final int WHOLE = 6_000;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address.entered(event)
                .ifPresent(query -> {
                    if (Gallery.open(query).view().asked() == null) {
                        open(query);
                    } else {
                        event.rerouteTo(PractiseView.class);
                    }
                });
    }

    @Override
    View view(Permalink.Opened opened, Numbers numbers) {
        return opened.view().onPaper().withAsked(null).on(opened.worksheet());
    }

    @Override
    String back() {
        return "print.back";
    }

    @Override
    List<Paper.Content> sheets(Shown shown) {
        Preface preface = Preface.of(shown.worksheet(), shown.view(), shown.words().locale());
        String name =
                shown.worksheet().title().isBlank()
                        ? preface.title()
                        : Titles.of(shown.worksheet(), shown.words());
        return List.of(
                new Paper.Content(
                        shown.words().of("print.title", name),
                        heading(name, preface.arithmetic()),
                        shown,
                        solution(shown, preface),
                        Paper.Link.own(shown.words().of("print.link"))));
    }

    private static String solution(Shown shown, Preface preface) {
        StringBuilder html = new StringBuilder("<section>");
        html.append(Given.of(shown, preface)).append("</section>");
        for (Step step : Step.of(shown.worksheet())) {
            String content = StepContent.printed(shown, step);
            html.append(
                            step != Step.FORWARD && content.length() < WHOLE
                                    ? "<section class=\"body whole\""
                                    : "<section class=\"body\"")
                    .append(" data-step=\"")
                    .append(step.key())
                    .append("\">")
                    .append(content)
                    .append("</section>");
        }
        return html.append("<section><h2>")
                .append(shown.words().of("print.results"))
                .append("</h2>")
                .append(Results.of(shown))
                .append("</section>")
                .toString();
    }
}
