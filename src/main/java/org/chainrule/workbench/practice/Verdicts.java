package org.chainrule.workbench.practice;

import org.chainrule.notation.Language;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.practice.Verdict;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;

/** Verdicts as words and signs, so that none is told by colour alone. */
record Verdicts(Words words) {

    static String sign(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Right _ -> "✓";
            case Verdict.Follows _ -> "↳";
            case Verdict.Rounded _ -> "≈";
            case Verdict.Slipped _ -> "▲";
            case Verdict.Wrong _ -> "○";
            case Verdict.Unread _ -> "?";
            case Verdict.Unanswered _ -> "";
        };
    }

    String word(Verdict verdict) {
        return words.of("practise.verdict." + verdict.key());
    }

    /** What a number is called in the line, spoken too. */
    String name(Shown shown, Item item) {
        String name = shown.symbols(Language.TEXT).name(item.line().subject());
        return item.key().contains("~") ? name + ", " + shown.sampleName() : name;
    }

    /** An answer as it was typed, with a real minus. */
    static String shown(String typed) {
        return typed.replace('-', '−');
    }

    /** Whether an answer counts as right. */
    static boolean isRight(Verdict verdict) {
        return verdict instanceof Verdict.Right || verdict instanceof Verdict.Follows;
    }
}
