package org.chainrule.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import org.chainrule.derivation.Quantity;
import org.chainrule.notation.Numbers;

class NumbersFuzzTest {
    /** Any number that is read is finite, and is the same again once it is written. */
    @FuzzTest
    void numbers(byte[] bytes) {
        String text = Readers.text(bytes);
        for (Locale locale : Readers.LANGUAGES) {
            Double value = Readers.number(text, locale).isSound().value();
            if (value != null) {
                assertThat(value).isFinite();
                assertThat(Numbers.readCanonical(Numbers.canonical(value))).hasValue(value);
                String written = Numbers.in(locale).full(value);
                double again = Readers.number(written, locale).isSound().value();
                assertThat(again).isEqualTo(value.doubleValue() + 0.0);
            }
        }
        Numbers.readCanonical(text).ifPresent(value -> assertThat(value).isFinite());
        Quantity.parse(text).ifPresent(q -> assertThat(Quantity.parse(q.address())).contains(q));
    }
}
