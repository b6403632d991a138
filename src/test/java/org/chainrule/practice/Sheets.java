package org.chainrule.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chainrule.derivation.Rounding;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** Worksheets and answers, as tests write them. */
final class Sheets {
    private Sheets() {}

    /** The first worksheet, as on paper. */
    static Worksheet first() {
        return Gallery.first().with(Rounding.SHEET);
    }

    static Worksheet exact() {
        return Gallery.first().with((Rounding) null);
    }

    static Question question(Worksheet worksheet, String address) {
        return switch (Question.of(worksheet.problem(), address)) {
            case Question.Found.Good(var question) -> question;
            case Question.Found.Not(var why) -> throw new IllegalArgumentException(address + why);
        };
    }

    static Answers answers(Worksheet worksheet, Map<String, String> texts, List<String> asked) {
        Map<Question, String> answered = new LinkedHashMap<>();
        texts.forEach((address, text) -> answered.put(question(worksheet, address), text));
        return new Answers(
                worksheet, answered, asked.stream().map(a -> question(worksheet, a)).toList());
    }

    /** The verdicts by address. */
    static Map<String, Verdict> mark(
            Worksheet worksheet, Map<String, String> texts, List<String> asked) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        Marker.mark(answers(worksheet, texts, asked))
                .verdicts()
                .forEach((question, verdict) -> verdicts.put(question.address(), verdict));
        return verdicts;
    }

    /** The verdict on one answer. */
    static Verdict mark(Worksheet worksheet, String address, String text) {
        return mark(worksheet, Map.of(address, text), List.of(address)).get(address);
    }

    /** What makes exercises of {@code worksheet} that ask for everything but the forward pass. */
    static Generator generator(Worksheet worksheet) {
        Asked all = Asked.steps(Step.OUTPUT_ERROR, Step.UPDATE);
        return Generator.of(new Exercise(worksheet, View.INITIAL.withAsked(all).on(worksheet)));
    }
}
