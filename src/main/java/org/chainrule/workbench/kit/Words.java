package org.chainrule.workbench.kit;

import java.util.Locale;
import java.util.ResourceBundle;
import org.chainrule.notation.Sentences;
import org.chainrule.solution.Solution;

/** The page's sentences in one language. */
public record Words(Sentences sentences) {
    public static Words in(Locale locale) {
        return new Words(Solution.words("org.chainrule.workbench.words", locale));
    }

    public Locale locale() {
        return sentences.locale();
    }

    public ResourceBundle bundle() {
        return sentences.bundle();
    }

    public String of(String key, Object... arguments) {
        return sentences.of(key, arguments);
    }
}
