package org.chainrule.workbench.print;

import com.vaadin.flow.router.Route;
import java.util.List;
import org.chainrule.export.Preface;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.AnswerKey;
import org.chainrule.practice.Exercise;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.practice.Opening;
import org.chainrule.worksheet.View;

/** What a lecturer marks a pile of paper with: of each number what is right, and the slips. */
@Route("practise/key")
class KeyView extends SheetOfPaper {
    @Override
    View view(Permalink.Opened opened, Numbers numbers) {
        return Opening.of(opened.worksheet(), opened.view(), numbers).exercise().view();
    }

    @Override
    String back() {
        return "key.back";
    }

    @Override
    List<Paper.Content> sheets(Shown shown) {
        Preface preface = Preface.of(shown.worksheet(), shown.view(), shown.words().locale());
        String own = Titles.of(shown.worksheet(), shown.words());
        String name = own.isBlank() ? shown.words().of("key") : shown.words().of("key.title", own);
        String arithmetic =
                shown.worksheet().paper() == null
                        ? shown.words().of("key.digits")
                        : preface.arithmetic();
        return List.of(
                new Paper.Content(
                        name + " · Chainrule",
                        heading(name, arithmetic),
                        shown,
                        html(shown, preface),
                        Paper.Link.own(shown.words().of("print.link"))));
    }

    private static String html(Shown shown, Preface preface) {
        AnswerKey key =
                AnswerKey.of(new Exercise(shown.worksheet(), shown.view()), shown.numbers());
        return "<section>"
                + Given.of(shown, preface)
                + "</section><section class=\"key\"><h2>"
                + Text.escape(shown.words().of("key.answers"))
                + "</h2>"
                + KeyTable.of(shown, key)
                + "</section>";
    }
}
