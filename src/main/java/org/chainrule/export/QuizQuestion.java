package org.chainrule.export;

import org.chainrule.notation.Language;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.AnswerKey;
import org.chainrule.practice.Exercise;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.practice.Says;
import org.chainrule.solution.Display;
import org.chainrule.worksheet.Step;

/** An exercise as HTML: what is given, then each number asked beside its field. */
final class QuizQuestion {
    /** How many slips a feedback tells that give the same number. */
    private static final int TOLD = 2;

    private final AnswerKey key;
    private final Exercise exercise;
    private final Display display;
    private final Words words;
    private final Numbers numbers;
    private final Html html = new Html();

    private QuizQuestion(Exercise exercise, int variants, Words words) {
        this.exercise = exercise;
        this.words = words;
        numbers = Numbers.in(words.locale());
        display = exercise.display(numbers);
        key = AnswerKey.of(exercise, numbers, variants);
    }

    static String of(Exercise exercise, int variants, Words words) {
        QuizQuestion question = new QuizQuestion(exercise, variants, words);
        question.introduction();
        QuizGiven.write(exercise, words, question.html);
        question.asked();
        return question.html.text();
    }

    private void introduction() {
        html.paragraph(words.of("quiz.task"));
        html.paragraph(
                exercise.worksheet().paper() == null
                        ? words.of("quiz.digits")
                        : Preface.of(exercise.worksheet(), exercise.view(), words.locale())
                                .arithmetic());
        html.paragraph(words.of("quiz.comma"));
    }

    private void asked() {
        Says says = key.says(words.locale());
        Step step = null;
        for (AnswerKey.Asked asked : key.asked()) {
            if (asked.item().step() != step) {
                step = asked.item().step();
                html.heading(words.of("step." + step.key() + ".title"));
            }
            html.raw(
                    "<p>"
                            + Html.escape(name(asked.item()))
                            + " = "
                            + field(asked, says)
                            + "</p>\n");
        }
    }

    private String name(Item item) {
        String name = display.symbols(Language.TEXT).name(item.line().subject());
        return item.key().contains("~")
                ? name + ", " + words.of("scope.sample", numbers.count(display.view().sample() + 1))
                : name;
    }

    private String field(AnswerKey.Asked asked, Says says) {
        if (asked.accepted().isEmpty()) {
            return Html.escape(words.of("quiz.infinite"));
        }
        Cloze field = new Cloze();
        for (AnswerKey.Written accepted : asked.accepted()) {
            field.right(accepted, words.of("quiz.right"));
        }
        for (AnswerKey.Slipped slipped : asked.slips()) {
            field.wrong(
                    slipped.number(),
                    String.join(" ", says.of(slipped, asked.item().question().ref(), TOLD)));
        }
        return field.field(words.of("quiz.other"));
    }
}
