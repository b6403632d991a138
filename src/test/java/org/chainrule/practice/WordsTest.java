package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chainrule.notation.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every slip is said in both languages. */
class WordsTest {
    @ParameterizedTest
    @EnumSource
    void everySlipIsSaidInEnglishAndGerman(Slip slip) {
        String english = said(slip, Locale.ENGLISH);
        String german = said(slip, Locale.GERMAN);
        assertThat(english).endsWith(".").isNotEqualTo(german).doesNotContain("{");
        assertThat(german).endsWith(".").doesNotContain("{");
    }

    private static String said(Slip slip, Locale locale) {
        return Sentences.of("org.chainrule.practice.words", locale).of(slip.id(), "0.02", "p", "q");
    }
}
