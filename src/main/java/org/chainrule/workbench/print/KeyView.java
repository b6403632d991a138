package org.chainrule.workbench.print;

import com.vaadin.flow.router.Route;
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
    Content content(Shown shown) {
        Preface preface = Preface.of(shown.worksheet(), shown.view(), shown.words().locale());
        String own = Titles.of(shown.worksheet(), shown.words());
        String name = own.isBlank() ? shown.words().of("key") : shown.words().of("key.title", own);
        return new Content(
                name + " · Chainrule",
                heading(
                        name,
                        shown.worksheet().paper() == null
                                ? shown.words().of("key.digits")
                                : preface.arithmetic()),
                shown.words().of("key.back"),
                shown.words().of("print.link"),
                shown,
                html(shown, preface));
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
